import type { Database } from "../db/client.ts";

/** A workspace with history nobody has looked through: all above `from`, up to `to`. */
export interface Behind {
  workspaceId: string;
  from: number;
  to: number;
}

/** A look that costs no write. */
export async function workspacesBehind(database: Database): Promise<Behind[]> {
  const rows = await database.read(
    `select workspace.id, revision, coalesce(scanned_revision, 0) as scanned
     from workspace left join signal_scan on workspace_id = workspace.id
     where revision <> coalesce(scanned_revision, 0) order by workspace.id`,
  );
  return rows.map((row) => ({
    workspaceId: String(row.id),
    // After a restore history may stand before what was scanned; then all of it is looked at anew.
    from: Number(row.revision) < Number(row.scanned) ? 0 : Number(row.scanned),
    to: Number(row.revision),
  }));
}

/** Takes a workspace for as long as the lease lasts; false when somebody else has it or has been there meanwhile. */
export async function claimScan(
  database: Database,
  { workspaceId, from }: Behind,
  { now, lease, leaseUntil }: { now: string; lease: string; leaseUntil: string },
): Promise<boolean> {
  const [, claimed] = await database.write([
    {
      sql: "insert into signal_scan (workspace_id) values (?) on conflict (workspace_id) do nothing",
      args: [workspaceId],
    },
    {
      sql: `update signal_scan set lease = ?, lease_until = ?
            where workspace_id = ? and (scanned_revision = ? or ? = 0)
              and (lease_until is null or lease_until <= ?) returning 1`,
      args: [lease, leaseUntil, workspaceId, from, from, now],
    },
  ]);
  return (claimed?.rows.length ?? 0) > 0;
}

/** False when the lease has run out and somebody else has taken over. */
export async function prolongScan(database: Database, workspaceId: string, lease: string, until: string) {
  const [prolonged] = await database.write([
    {
      sql: "update signal_scan set lease_until = ? where workspace_id = ? and lease = ? returning 1",
      args: [until, workspaceId, lease],
    },
  ]);
  return (prolonged?.rows.length ?? 0) > 0;
}

/** Notes how far it was looked through, if that is still up to whoever holds this lease. */
export async function noteScan(
  database: Database,
  { workspaceId, to }: Behind,
  lease: string,
): Promise<void> {
  await database.write([
    {
      sql: `update signal_scan set scanned_revision = ?, lease = null, lease_until = null
            where workspace_id = ? and lease = ?`,
      args: [to, workspaceId, lease],
    },
  ]);
}

/** Lets go of a workspace that could not be looked through, so that the next look need not wait. */
export async function releaseScan(database: Database, workspaceId: string, lease: string): Promise<void> {
  await database.write([
    {
      sql: "update signal_scan set lease = null, lease_until = null where workspace_id = ? and lease = ?",
      args: [workspaceId, lease],
    },
  ]);
}

/** Notes history in which nothing was touched, in one write; without effect where somebody is at it. */
export async function passOver(database: Database, { workspaceId, from, to }: Behind): Promise<void> {
  await database.write([
    {
      sql: `insert into signal_scan (workspace_id, scanned_revision) values (?1, ?2)
            on conflict (workspace_id) do update set scanned_revision = ?2
              where scanned_revision = ?3 and lease is null`,
      args: [workspaceId, to, from],
    },
  ]);
}
