import type { Database, Row } from "../db/client.ts";

/** Somebody's calendar; the secret of its address is known to its readers alone. */
export interface StoredFeed {
  id: string;
  workspaceId: string;
  memberId: string;
  createdAt: string;
  lastReadAt?: string;
}

const columns = "id, workspace_id, member_id, created_at, last_read_at";

/** The calendar a secret opens, by its hash; none of who has left, also where a restore brought back their row. */
export async function findFeed(database: Database, hash: string): Promise<StoredFeed | undefined> {
  const rows = await database.read(
    `select ${columns} from calendar_feed f where hash = ? and exists (select 1 from membership m
       where m.workspace_id = f.workspace_id and m.member_id = f.member_id and m.ended_at is null)`,
    [hash],
  );
  return rows.map(toFeed)[0];
}

export async function feedsOf(
  database: Database,
  workspaceId: string,
  memberId: string,
): Promise<StoredFeed[]> {
  const sql = `select ${columns} from calendar_feed where workspace_id = ? and member_id = ? order by created_at desc`;
  return (await database.read(sql, [workspaceId, memberId])).map(toFeed);
}

/** A member has one: the address before it opens nothing from then on. */
export async function replaceFeed(
  database: Database,
  { id, workspaceId, memberId, createdAt }: StoredFeed,
  hash: string,
): Promise<void> {
  await database.write([
    {
      sql: "delete from calendar_feed where workspace_id = ? and member_id = ?",
      args: [workspaceId, memberId],
    },
    {
      sql: "insert into calendar_feed (id, workspace_id, member_id, hash, created_at) values (?, ?, ?, ?, ?)",
      args: [id, workspaceId, memberId, hash, createdAt],
    },
  ]);
}

export async function deleteFeeds(database: Database, workspaceId: string, memberId: string): Promise<void> {
  await database.write([
    {
      sql: "delete from calendar_feed where workspace_id = ? and member_id = ?",
      args: [workspaceId, memberId],
    },
  ]);
}

export async function noteRead(database: Database, id: string, at: string): Promise<void> {
  await database.write([{ sql: "update calendar_feed set last_read_at = ? where id = ?", args: [at, id] }]);
}

function toFeed(row: Row): StoredFeed {
  return {
    id: String(row.id),
    workspaceId: String(row.workspace_id),
    memberId: String(row.member_id),
    createdAt: String(row.created_at),
    ...(row.last_read_at === null ? {} : { lastReadAt: String(row.last_read_at) }),
  };
}
