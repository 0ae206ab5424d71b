import type * as z from "zod/mini";
import { catalog, type Kind } from "../../shared/sync/catalog.ts";
import { kinds } from "../../shared/sync/kinds.ts";
import type { Database } from "./client.ts";

/** The view of a kind. `workspace` is taken by the table that holds the counter. */
export function viewOf(kind: Kind): string {
  return kind === "workspace" ? "workspace_profile" : snake(kind);
}

/** For people with a SQL prompt: one view a kind, live rows only, with a column for every field of its schema. */
export async function refreshViews(database: Database): Promise<void> {
  const found = await database.read("select name, sql from sqlite_master where type = 'view'");
  const standing = new Map(found.map((one) => [String(one.name), String(one.sql)]));
  const wanted = await Promise.all(
    kinds.map(async (kind) => ({ name: viewOf(kind), sql: await viewSql(kind) })),
  );
  const stale = wanted.filter((one) => standing.get(one.name) !== one.sql);
  if (stale.length === 0) return;
  await database.write(stale.flatMap(({ name, sql }) => [{ sql: `drop view if exists "${name}"` }, { sql }]));
}

/** The columns of a kind: SQL name and JSON path. Objects are flattened (`unit_label`), lists stay JSON. */
export async function columnsOf(kind: Kind): Promise<{ name: string; path: string; list: boolean }[]> {
  const { schema } = await catalog[kind].load();
  return fieldsOf(schema, []);
}

async function viewSql(kind: Kind): Promise<string> {
  const columns = (await columnsOf(kind)).map(
    ({ name, path, list }) => `  body ${list ? "->" : "->>"} '${path}' as "${name}"`,
  );
  // Upper case up to the name, because that is how SQLite gives the text back.
  return `CREATE VIEW "${viewOf(kind)}" as select\n  id, workspace_id, revision,\n${columns.join(",\n")}\nfrom row where kind = '${kind}' and deleted = 0`;
}

function fieldsOf(schema: z.core.$ZodType, above: string[]): { name: string; path: string; list: boolean }[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "optional" || def.type === "nullable") return fieldsOf(def.innerType, above);
  if (def.type === "object" && above.length < 2)
    return Object.entries(def.shape).flatMap(([key, inner]) => fieldsOf(inner, [...above, key]));
  const list = def.type === "array" || def.type === "object" || def.type === "record";
  return [{ name: above.map(snake).join("_"), path: `$.${above.join(".")}`, list }];
}

function snake(name: string): string {
  return name.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
