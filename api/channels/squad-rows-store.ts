import type { Kind } from "../../shared/sync/catalog.ts";
import type { LoadedRow } from "../../shared/sync/rows.ts";
import type { Database, Row } from "../db/client.ts";

/** Who is in a workspace and in which squads. */
export async function peopleRows(database: Database, workspaceId: string): Promise<LoadedRow[]> {
  const rows = await database.read(
    `select kind, id, revision, body from row where workspace_id = ? and deleted = 0 and kind in ('member', 'squad')`,
    [workspaceId],
  );
  return rows.map(toLoaded);
}

function toLoaded(row: Row): LoadedRow {
  return {
    kind: row.kind as Kind,
    id: String(row.id),
    revision: Number(row.revision),
    body: JSON.parse(String(row.body)) as object,
  };
}
