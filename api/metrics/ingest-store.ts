import type { Database } from "../db/client.ts";

export interface KeyedMetric {
  id: string;
  scale: "value" | "ratio" | "count";
  state: "active" | "retired";
}

/** The metric programs know by this key, in use before retired. */
export async function findMetric(
  database: Database,
  workspaceId: string,
  key: string,
): Promise<KeyedMetric | undefined> {
  const rows = await database.read(
    `select id, body->>'$.unit.scale' as scale, body->>'state' as state from row
     where workspace_id = ? and kind = 'metric' and deleted = 0 and body->>'key' = ?
     order by state, id limit 1`,
    [workspaceId, key],
  );
  return rows[0] as unknown as KeyedMetric | undefined;
}
