import type { Database, Statement } from "../db/client.ts";

export interface PasskeyRow {
  id: string;
  personId: string;
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
}

export async function saveChallenge(
  database: Database,
  challenge: string,
  personId: string | null,
  now: string,
  expiresAt: string,
): Promise<void> {
  await database.write([
    { sql: "delete from challenge where expires_at < ?", args: [now] },
    {
      sql: "insert into challenge (challenge, person_id, expires_at) values (?, ?, ?)",
      args: [challenge, personId, expiresAt],
    },
  ]);
}

/** Uses a challenge up; false when it was not given out to this person (null: to nobody known), was used or is old. */
export async function takeChallenge(
  database: Database,
  challenge: string,
  personId: string | null,
  now: string,
): Promise<boolean> {
  const [taken] = await database.write([
    {
      sql: "delete from challenge where challenge = ? and person_id is ? and expires_at > ?",
      args: [challenge, personId, now],
    },
  ]);
  return taken?.rowsAffected === 1;
}

const columns = `id, person_id as personId, public_key as publicKey, counter, transports, name,
  created_at as createdAt, last_used_at as lastUsedAt`;

export async function listPasskeys(database: Database, personId: string): Promise<PasskeyRow[]> {
  const rows = await database.read(
    `select ${columns} from passkey where person_id = ? order by created_at, id limit 100`,
    [personId],
  );
  return rows.map(toPasskey);
}

export async function findPasskey(database: Database, id: string): Promise<PasskeyRow | undefined> {
  return (await database.read(`select ${columns} from passkey where id = ?`, [id])).map(toPasskey)[0];
}

export async function insertPasskey(database: Database, passkey: PasskeyRow): Promise<void> {
  const { id, personId, publicKey, counter, transports, name, createdAt } = passkey;
  await database.write([
    {
      sql: `insert into passkey (id, person_id, public_key, counter, transports, name, created_at)
            values (?, ?, ?, ?, ?, ?, ?)`,
      args: [id, personId, publicKey, counter, JSON.stringify(transports), name, createdAt],
    },
  ]);
}

export function usePasskey(id: string, counter: number, at: string): Statement {
  return { sql: "update passkey set counter = ?, last_used_at = ? where id = ?", args: [counter, at, id] };
}

export async function removePasskey(database: Database, id: string, personId: string): Promise<void> {
  await database.write([{ sql: "delete from passkey where id = ? and person_id = ?", args: [id, personId] }]);
}

function toPasskey(row: Record<string, unknown>): PasskeyRow {
  return { ...(row as unknown as PasskeyRow), transports: JSON.parse(String(row.transports)) as string[] };
}
