import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Database, Statement } from "./client.ts";
import { DatabaseError } from "./database-error.ts";
import { refreshViews } from "./views.ts";

export interface Migration {
  name: string;
  sql: string;
}

/** The database and this program do not belong together. The message says what to do. */
export class MigrationRefused extends Error {}

/** The numbered files beside this one, oldest first. */
export function migrations(): Migration[] {
  const files = import.meta.glob<string>("./migrations/*.sql", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  return Object.entries(files)
    .map(([path, sql]) => ({ name: path.replace(/^.*\/|\.sql$/g, ""), sql }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings the database to what this program needs, each file in one transaction, after a backup when it holds data.
 * Two programs may start at once: whoever comes second finds the work done. Throws `MigrationRefused`.
 */
export async function migrate(database: Database, wanted: Migration[] = migrations()): Promise<void> {
  await database.write([
    {
      sql: `create table if not exists migration
              (name text primary key, checksum text not null, applied_at text not null) strict`,
    },
  ]);
  let applied = await appliedTo(database, wanted);
  const missing = wanted.filter((one) => !applied.has(one.name));
  if (missing[0] !== undefined && applied.size > 0) await backupBefore(database, missing[0].name);
  for (const one of missing) {
    try {
      await database.write([recordOf(one), ...statementsOf(one)]);
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== "constraint") throw error;
      applied = await appliedTo(database, wanted);
      if (!applied.has(one.name)) throw error;
    }
  }
  await refreshViews(database);
}

async function appliedTo(database: Database, wanted: Migration[]): Promise<Set<string>> {
  const known = new Map(wanted.map((one) => [one.name, checksum(one)]));
  const found = await database.read("select name, checksum from migration");
  for (const { name, checksum: stored } of found as { name: string; checksum: string }[]) {
    if (!known.has(name))
      throw new MigrationRefused(
        `This database was last used by a newer Northing (it has ${name}). Start that version again, or restore a backup made before it.`,
      );
    if (known.get(name) !== stored)
      throw new MigrationRefused(
        `Migration ${name} is not the one this database was made with. Use the released version of Northing.`,
      );
  }
  return new Set(found.map((one) => String(one.name)));
}

/** The record comes first: of two programs that migrate at once, the second is refused here and changes nothing. */
function recordOf(one: Migration): Statement {
  return {
    sql: "insert into migration (name, checksum, applied_at) values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ'))",
    args: [one.name, checksum(one)],
  };
}

async function backupBefore(database: Database, name: string): Promise<void> {
  if (database.file === null) return;
  const folder = join(dirname(database.file), "backups");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await database.backup(join(folder, `before-${name}.db`));
}

/** Statements end with a semicolon at the end of a line. A trigger's body would be cut, so there are no triggers. */
export function statementsOf({ name, sql }: Migration): Statement[] {
  if (/^\s*create\s+(temp\s+)?trigger\b/im.test(sql)) throw new Error(`${name} creates a trigger`);
  const code = sql.replace(/^\s*--.*$/gm, "");
  return code
    .split(/;[ \t]*(?:\r?\n|$)/)
    .filter((one) => one.trim() !== "")
    .map((one) => ({ sql: one.trim() }));
}

function checksum({ sql }: Migration): string {
  return createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex");
}
