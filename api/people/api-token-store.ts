import type { Database, Statement } from "../db/client.ts";

export type Scope = "readings.write";

export interface ApiTokenRow {
  id: string;
  workspaceId: string;
  /** Who made it; it acts as them. */
  memberId: string;
  name: string;
  /** The first characters of the secret, to tell one token from another. */
  hint: string;
  scopes: Scope[];
  /** The only metrics it may touch; null: all. */
  metricIds: string[] | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

const columns = `t.id, t.workspace_id as workspaceId, t.member_id as memberId, t.name, t.hint, t.scopes,
  t.metric_ids as metricIds, t.created_at as createdAt, t.expires_at as expiresAt, t.last_used_at as lastUsedAt`;

/** Fails with a constraint while another token of that name is in use; one that has run out gives its name up. */
export function insertApiToken(token: ApiTokenRow & { hash: string }): Statement[] {
  const { id, workspaceId, memberId, name, hint, hash, scopes, metricIds, createdAt, expiresAt } = token;
  return [
    {
      sql: `update api_token set revoked_at = ?
            where workspace_id = ? and name = ? and revoked_at is null and expires_at <= ?`,
      args: [createdAt, workspaceId, name, createdAt],
    },
    {
      sql: `insert into api_token (id, workspace_id, member_id, name, hint, hash, scopes, metric_ids, created_at,
              expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [
        ...[id, workspaceId, memberId, name, hint, hash, JSON.stringify(scopes)],
        ...[metricIds && JSON.stringify(metricIds), createdAt, expiresAt],
      ],
    },
  ];
}

/** The token of a secret's hash while it can be used and whoever made it is an active member. */
export async function findApiToken(
  database: Database,
  hash: string,
  now: string,
): Promise<ApiTokenRow | undefined> {
  const rows = await database.read(
    `select ${columns} from api_token t
     join membership m on m.workspace_id = t.workspace_id and m.member_id = t.member_id and m.ended_at is null
     join row r on r.workspace_id = t.workspace_id and r.kind = 'member' and r.id = t.member_id and r.deleted = 0
       and r.body->>'state' = 'active'
     where t.hash = ? and t.revoked_at is null and (t.expires_at is null or t.expires_at > ?)`,
    [hash, now],
  );
  return rows.map(toApiToken)[0];
}

/** Tokens of a workspace that were not revoked, the newest first; those that ran out are among them. */
export async function listApiTokens(database: Database, workspaceId: string): Promise<ApiTokenRow[]> {
  const rows = await database.read(
    `select ${columns} from api_token t where workspace_id = ? and revoked_at is null
     order by created_at desc, id desc limit 1000`,
    [workspaceId],
  );
  return rows.map(toApiToken);
}

export async function revokeApiToken(database: Database, workspaceId: string, id: string, now: string) {
  await database.write([
    {
      sql: "update api_token set revoked_at = ? where workspace_id = ? and id = ? and revoked_at is null",
      args: [now, workspaceId, id],
    },
  ]);
}

export async function noteUse(database: Database, id: string, now: string): Promise<void> {
  await database.write([{ sql: "update api_token set last_used_at = ? where id = ?", args: [now, id] }]);
}

/** Which of these are metrics of the workspace that are in use. */
export async function knownMetrics(
  database: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await database.read(
    `select id from row where workspace_id = ? and kind = 'metric' and deleted = 0
       and body->>'state' = 'active' and id in (select value from json_each(?))`,
    [workspaceId, JSON.stringify(ids)],
  );
  return new Set(rows.map((row) => String(row.id)));
}

function toApiToken(row: Record<string, unknown>): ApiTokenRow {
  const { scopes, metricIds } = row;
  return {
    ...(row as unknown as ApiTokenRow),
    scopes: JSON.parse(String(scopes)),
    metricIds: metricIds === null ? null : JSON.parse(String(metricIds)),
  };
}
