import type { Kind } from "../../shared/sync/catalog.ts";
import type { LoadedRow, Want } from "../../shared/sync/rows.ts";
import type { Database, Row } from "../db/client.ts";

/** The live rows that answer each want: all of them in two statements, however many wants there are. */
export async function load(
  database: Database,
  workspaceId: string,
  wants: readonly Want[],
): Promise<LoadedRow[][]> {
  const found: LoadedRow[][] = wants.map(() => []);
  const numbered = wants.map((want, place) => ({ ...want, place }));
  const byId = numbered.filter((want) => "id" in want);
  const byParent = numbered.filter((want) => "parentId" in want);
  for (const { sql, asked } of [
    { sql: "row.id = value->>'id'", asked: byId },
    { sql: "row.parent_id = value->>'parentId'", asked: byParent },
  ]) {
    if (asked.length === 0) continue;
    const [answer] = await database.read(
      `select json_group_array(json_array(value->>'place', row.kind, row.id, row.revision, json(row.body))) as rows
         from json_each(?2) cross join row
           on row.workspace_id = ?1 and row.kind = value->>'kind' and row.deleted = 0 and ${sql}`,
      [workspaceId, JSON.stringify(asked)],
    );
    for (const [place, kind, id, revision, body] of JSON.parse(String(answer?.rows)))
      found[place]!.push({ kind, id, revision, body });
  }
  return found;
}

/** `kind, id, revision, body` of a row as rules load it. */
export function toLoaded(row: Row): LoadedRow {
  return {
    kind: row.kind as Kind,
    id: String(row.id),
    revision: Number(row.revision),
    body: JSON.parse(String(row.body)) as object,
  };
}
