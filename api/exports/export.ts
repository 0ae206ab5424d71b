import { exportFormat, exportVersion } from "../../shared/exports/format.ts";
import { catalogVersion } from "../../shared/sync/kinds.ts";
import type { Database } from "../db/client.ts";
import { piecesOf } from "../files/store.ts";
import { type Lines, mutations, revisionOf, revisions, versions, wholeFiles } from "./export-store.ts";

/**
 * A whole workspace as JSON text, piece by piece: who wrote which revision when, every version of every row, what became
 * of every mutation, every file; nothing about devices, sign-ins or secrets. The same workspace gives the same text,
 * wherever it lives. Undefined where there is no such workspace.
 */
export async function exportOf(
  database: Database,
  workspaceId: string,
): Promise<AsyncGenerator<string> | undefined> {
  const revision = await revisionOf(database, workspaceId);
  if (revision === undefined) return undefined;
  return pieces();

  async function* pieces(): AsyncGenerator<string> {
    const head = { format: exportFormat, version: exportVersion, catalogVersion, workspaceId, revision };
    yield `${JSON.stringify(head).slice(0, -1)}`;
    for (const [name, part] of Object.entries({ revisions, versions, mutations })) {
      yield `,\n"${name}":[`;
      let first = true;
      for await (const lines of pagesOf(part)) {
        if (lines.length === 0) continue;
        yield `${first ? "" : ","}\n${lines.join(",\n")}`;
        first = false;
      }
      yield "\n]";
    }
    yield ',\n"files":[';
    let first = true;
    for (const id of await wholeFiles(database, workspaceId, revision!)) {
      yield `${first ? "" : ","}\n[${JSON.stringify(id)},"`;
      yield* base64(piecesOf(database, { workspaceId, attachmentId: id }));
      yield '"]';
      first = false;
    }
    yield "\n]\n}\n";
  }

  async function* pagesOf(part: typeof versions): AsyncGenerator<string[]> {
    for (let after: string | undefined = ""; after !== undefined; ) {
      const page: Lines = await part(database, workspaceId, revision!, after);
      yield page.lines;
      after = page.next;
    }
  }
}

/** Whatever its pieces, a body gives the same text. */
async function* base64(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const all = Buffer.concat([rest, piece]);
    const cut = all.length - (all.length % 3);
    yield all.toString("base64", 0, cut);
    rest = all.subarray(cut);
  }
  yield rest.toString("base64");
}
