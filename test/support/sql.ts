import { join } from "node:path";
import { openDatabase } from "../../api/db/client.ts";

/** Rows of a view in the data folder of a server that has stopped, as an operator's SQL prompt would count them. */
export async function countRows(dataDir: string, view: string, where = "1 = 1"): Promise<number> {
  const database = await openDatabase({
    url: `file:${join(dataDir, "northing.db")}`,
    wait: async () => {},
    random: Math.random,
    log: () => {},
  });
  try {
    const [row] = await database.read(`select count(*) as n from "${view}" where ${where}`);
    return Number(row?.n);
  } finally {
    await database.close();
  }
}
