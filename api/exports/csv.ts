import type * as z from "zod/mini";
import { csvLine } from "../../shared/exports/csv-cell.ts";
import { catalog, type Kind } from "../../shared/sync/catalog.ts";
import type { Database } from "../db/client.ts";
import { bodies } from "./csv-store.ts";

/** Spreadsheets take a file for UTF-8 only when it says so. */
const byteOrderMark = "\uFEFF";

/**
 * All rows of a kind as CSV text, piece by piece: the id, then every field the kind has, in the order of its schema.
 * Lists and objects are JSON; texts that a spreadsheet would run are defused.
 */
export async function* csvOf(database: Database, workspaceId: string, kind: Kind): AsyncGenerator<string> {
  const fields = await fieldsOf(kind);
  yield `${byteOrderMark}${csvLine(["id", ...fields])}`;
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page = await bodies(database, workspaceId, kind, after);
    yield page.rows.map(({ id, body }) => csvLine([id, ...fields.map((one) => body[one])])).join("");
    after = page.next;
  }
}

async function fieldsOf(kind: Kind): Promise<string[]> {
  const { schema } = await catalog[kind].load();
  return Object.keys((schema as z.ZodMiniObject).shape);
}
