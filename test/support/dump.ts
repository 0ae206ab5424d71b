import type { Database } from "../../api/db/client.ts";

/** Everything a database holds, table by table, so that two moments can be compared. */
export async function dump(database: Database): Promise<Record<string, unknown[]>> {
  const tables = await database.read(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const rows = await database.read(`select * from "${name}"`);
    found[String(name)] = rows.map((row) => JSON.stringify({ ...row })).sort();
  }
  return found;
}
