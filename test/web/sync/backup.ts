import { beginEpoch } from "../../../api/sync/store.ts";
import type { World } from "../../support/world.ts";

const tables = ["row", "row_history", "mutation", "revision", "workspace"];

export interface Backup {
  /**
   * Puts the synced tables back as they were. `declared`: by the operator's command, which begins an epoch; else as
   * by copying a file, which tells nobody. `forgetful`: what became of mutations is lost too.
   */
  restore(how: { declared: boolean; forgetful?: boolean }): Promise<void>;
}

/** A backup of everything that sync stores; sessions and people stay as they are, as they survive a restore. */
export async function takeBackup({ northing, clock }: World): Promise<Backup> {
  const { database } = northing;
  const kept = await Promise.all(tables.map((name) => database.read(`select * from ${name}`)));
  return {
    async restore({ declared, forgetful }) {
      await database.write([
        ...["row", "row_history", "mutation", "revision"].map((name) => ({
          sql: `delete from ${name}`,
          args: [],
        })),
        ...kept.flatMap((rows, i) =>
          forgetful && tables[i] === "mutation" ? [] : rows.map((row) => put(tables[i]!, row)),
        ),
      ]);
      if (declared) await beginEpoch(database, new Date(clock.now).toISOString());
    },
  };
}

function put(table: string, row: Record<string, unknown>) {
  const columns = Object.keys(row);
  if (table === "workspace")
    return {
      sql: "update workspace set epoch = ?, revision = ?, restored_at = ? where id = ?",
      args: [row.epoch, row.revision, row.restored_at, row.id] as never[],
    };
  return {
    sql: `insert into ${table} (${columns.join()}) values (${columns.map(() => "?").join()})`,
    args: Object.values(row) as never[],
  };
}
