import type { Database, Statement } from "../db/client.ts";
import type { OutsideLink } from "../people/outside-links.ts";

export interface ReportLink extends OutsideLink {
  cycleId: string;
  /** The past day it tells; null where it tells the day it is opened. */
  toldOn: string | null;
  /** How often it was opened, and when last. */
  opened: number;
  openedAt: string | null;
}

const columns = `id, workspace_id as workspaceId, cycle_id as cycleId, told_on as toldOn,
  created_by as createdBy, created_at as createdAt, expires_at as expiresAt, opened, opened_at as openedAt`;
const usable = "revoked_at is null and expires_at > ?";

export function insertLink(link: Omit<ReportLink, "opened" | "openedAt"> & { hash: string }): Statement {
  const { id, hash, workspaceId, cycleId, toldOn, createdBy, createdAt, expiresAt } = link;
  return {
    sql: `insert into report_link (id, hash, workspace_id, cycle_id, told_on, created_by, created_at, expires_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [id, hash, workspaceId, cycleId, toldOn, createdBy, createdAt, expiresAt],
  };
}

/** The link, if it can still be opened. */
export async function findLink(
  database: Database,
  hash: string,
  now: string,
): Promise<ReportLink | undefined> {
  const rows = await database.read(`select ${columns} from report_link where hash = ? and ${usable}`, [
    hash,
    now,
  ]);
  return rows[0] as unknown as ReportLink | undefined;
}

/** A workspace's links that still open, oldest first. */
export async function listLinks(database: Database, workspaceId: string, now: string): Promise<ReportLink[]> {
  const rows = await database.read(
    `select ${columns} from report_link where workspace_id = ? and ${usable} order by created_at, id limit 1000`,
    [workspaceId, now],
  );
  return rows as unknown as ReportLink[];
}

export function countOpening(id: string, now: string): Statement {
  return { sql: "update report_link set opened = opened + 1, opened_at = ? where id = ?", args: [now, id] };
}

export function revokeLink(workspaceId: string, id: string, now: string): Statement {
  return {
    sql: `update report_link set revoked_at = ? where id = ? and workspace_id = ? and ${usable}`,
    args: [now, id, workspaceId, now],
  };
}
