import type { Role } from "../../shared/people/member.ts";
import type { Database, Statement } from "../db/client.ts";
import type { Signed } from "./signed.ts";

export interface DeviceRow {
  id: string;
  name: string;
  createdAt: string;
  lastSeenAt: string;
}

/** The session of a token's hash with the person's living memberships, in one read. */
export async function findSession(
  database: Database,
  tokenHash: string,
  now: string,
): Promise<Signed | "signed_out" | "device_revoked"> {
  const rows = await database.read(
    `select d.id, d.name, d.person_id, d.last_seen_at, d.revoked_at, p.name as person_name,
       m.workspace_id, m.member_id, r.body->>'role' as role
     from device d join person p on p.id = d.person_id
     left join membership m on m.person_id = d.person_id and m.ended_at is null
     left join row r on r.workspace_id = m.workspace_id and r.kind = 'member' and r.id = m.member_id
       and r.deleted = 0 and r.body->>'state' = 'active'
     where d.token_hash = ? and d.expires_at > ? order by m.joined_at, m.workspace_id`,
    [tokenHash, now],
  );
  const first = rows[0];
  if (first === undefined) return "signed_out";
  if (first.revoked_at !== null) return "device_revoked";
  return {
    personId: String(first.person_id),
    personName: String(first.person_name),
    deviceId: String(first.id),
    deviceName: String(first.name),
    lastSeenAt: String(first.last_seen_at),
    memberships: rows
      .filter((row) => row.role !== null)
      .map((row) => ({
        workspaceId: String(row.workspace_id),
        memberId: String(row.member_id),
        role: row.role as Role,
      })),
  };
}

export interface NewDevice {
  id: string;
  personId: string;
  tokenHash: string;
  name: string;
  at: string;
  expiresAt: string;
}

/** Part of the batch that gives a sign-in. */
export function insertDevice(device: NewDevice): Statement {
  const { id, personId, tokenHash, name, at, expiresAt } = device;
  return {
    sql: `insert into device (id, person_id, token_hash, name, created_at, last_seen_at, expires_at)
          values (?, ?, ?, ?, ?, ?, ?)`,
    args: [id, personId, tokenHash, name, at, at, expiresAt],
  };
}

/** Gives a device a fresh token; the one before it is worth nothing from then on. */
export function rotateDevice(id: string, tokenHash: string, at: string, expiresAt: string): Statement {
  return {
    sql: "update device set token_hash = ?, last_seen_at = ?, expires_at = ? where id = ?",
    args: [tokenHash, at, expiresAt, id],
  };
}

/** Notes that a device was used, and with it what else follows from that. */
export async function prolongDevice(
  database: Database,
  { id, at, expiresAt }: { id: string; at: string; expiresAt: string },
  also: readonly Statement[],
): Promise<void> {
  await database.write([
    {
      sql: "update device set last_seen_at = ?, expires_at = ? where id = ? and revoked_at is null",
      args: [at, expiresAt, id],
    },
    ...also,
  ]);
}

/** Devices that are signed in, the last used first. */
export async function listDevices(database: Database, personId: string, now: string): Promise<DeviceRow[]> {
  const rows = await database.read(
    `select id, name, created_at as createdAt, last_seen_at as lastSeenAt from device
     where person_id = ? and revoked_at is null and expires_at > ? order by last_seen_at desc, id limit 200`,
    [personId, now],
  );
  return rows as unknown as DeviceRow[];
}

/** The device with its owner, if that owner is this person or a member of this workspace; null matches none. */
export async function findDevice(
  database: Database,
  id: string,
  personId: string,
  workspaceId: string | null,
): Promise<{ id: string; personId: string } | undefined> {
  const rows = await database.read(
    `select id, person_id as personId from device d where id = ? and revoked_at is null and (person_id = ? or exists
       (select 1 from membership m where m.person_id = d.person_id and m.workspace_id = ?))`,
    [id, personId, workspaceId],
  );
  return rows[0] as { id: string; personId: string } | undefined;
}

export async function personOf(database: Database, workspaceId: string, memberId: string) {
  const rows = await database.read(
    "select person_id from membership where workspace_id = ? and member_id = ?",
    [workspaceId, memberId],
  );
  return rows[0] ? String(rows[0].person_id) : undefined;
}

/** The links a device made for further ones end with it. */
export async function revokeDevices(database: Database, ids: readonly string[], at: string): Promise<void> {
  const among = JSON.stringify(ids);
  await database.write([
    {
      sql: "update device set revoked_at = ? where revoked_at is null and id in (select value from json_each(?))",
      args: [at, among],
    },
    {
      sql: `update token set revoked_at = ? where purpose = 'device' and revoked_at is null
              and created_by in (select value from json_each(?))`,
      args: [at, among],
    },
  ]);
}

/** Devices that were revoked after a moment, wherever that was done. */
export async function revokedAfter(database: Database, moment: string): Promise<Set<string>> {
  const rows = await database.read("select id from device where revoked_at > ?", [moment]);
  return new Set(rows.map((row) => String(row.id)));
}

/** A device that signed out itself leaves nothing behind. */
export async function removeDevice(database: Database, id: string): Promise<void> {
  await database.write([{ sql: "delete from device where id = ?", args: [id] }]);
}
