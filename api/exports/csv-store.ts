import type { Kind } from "../../shared/sync/catalog.ts";
import type { Database } from "../db/client.ts";

export interface BodiesPage {
  rows: { id: string; body: Record<string, unknown> }[];
  /** The id the next page begins after; undefined after the last. */
  next: string | undefined;
}

const together = 1000;

/** The live rows of a kind in the order of their ids. */
export async function bodies(
  database: Database,
  workspaceId: string,
  kind: Kind,
  after: string,
): Promise<BodiesPage> {
  const found = await database.read(
    `select id, body from row where workspace_id = ? and kind = ? and deleted = 0 and id > ? order by id limit ?`,
    [workspaceId, kind, after, together],
  );
  const rows = found.map(({ id, body }) => ({ id: String(id), body: JSON.parse(String(body)) }));
  return { rows, next: rows.length < together ? undefined : rows.at(-1)!.id };
}
