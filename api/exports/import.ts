import { type ExportFile, exportFile, exportFormat } from "../../shared/exports/format.ts";
import { catalog, type Kind } from "../../shared/sync/catalog.ts";
import { catalogVersion, cycleOf, isKind, parentOf } from "../../shared/sync/kinds.ts";
import type { Database } from "../db/client.ts";
import { storeWhole } from "../files/whole.ts";
import { ExportRefused } from "./export-refused.ts";
import { type Imported, revisionOf, store } from "./export-store.ts";
import { judgeFiles } from "./import-files.ts";

/**
 * Brings an exported workspace in, where it is not yet. Everything is judged before anything is written: the frame,
 * every row by its kind's schema, every place in the order of revisions, every file by its attachment. `at` is this
 * moment (ISO instant). Throws `ExportRefused`.
 */
export async function importExport(
  database: Database,
  text: string,
  bytes: (count: number) => Uint8Array,
  at: string,
): Promise<{ workspaceId: string; rows: number }> {
  const file = read(text);
  if ((await revisionOf(database, file.workspaceId)) !== undefined)
    throw new ExportRefused("This workspace is here already; an export goes into a server that lacks it.");
  const known = new Set(file.revisions.map(([revision]) => revision));
  if (known.size !== file.revision || file.revisions.length !== file.revision)
    throw new ExportRefused(`It should hold the revisions 1 to ${file.revision}, each once.`);
  await judge(file, known);
  const files = judgeFiles(file);
  const random = (count: number) => Buffer.from(bytes(count)).toString("hex");
  const imported: Imported = {
    workspaceId: file.workspaceId,
    epoch: random(8),
    revision: file.revision,
    revisions: file.revisions.map(([revision, at, actorId]) => ({ revision, at, actorId, tag: random(8) })),
    versions: file.versions.map(({ kind, id, revision, body }, index) => {
      const next = file.versions[index + 1];
      return {
        ...{ kind, id, revision, last: next?.kind !== kind || next.id !== id },
        parentId: body === undefined ? "" : parentOf(kind as Kind, body),
        cycleId: body === undefined ? null : cycleOf(kind as Kind, body),
        body: body === undefined ? null : JSON.stringify(body),
      };
    }),
    mutations: file.mutations,
  };
  // The files first: without their workspace they are nobody's, and are swept away.
  for (const [attachmentId, body] of files)
    await storeWhole(database, { workspaceId: file.workspaceId, attachmentId }, body, at);
  await store(database, imported);
  return { workspaceId: file.workspaceId, rows: imported.versions.filter((one) => one.last).length };
}

function read(text: string): ExportFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new ExportRefused(`It is not whole JSON: ${(error as Error).message}`);
  }
  const { format, catalogVersion: made } = (parsed ?? {}) as { format?: unknown; catalogVersion?: unknown };
  if (format !== exportFormat) throw new ExportRefused(`It does not call itself "${exportFormat}".`);
  if (typeof made === "number" && made > catalogVersion)
    throw new ExportRefused("A newer version of Northing wrote it; update this server first.");
  const found = exportFile.safeParse(parsed);
  if (found.success) return found.data;
  const { path, message } = found.error.issues[0]!;
  throw new ExportRefused(`${path.join(".") || "the file"}: ${message}`);
}

/** Refuses the first version that no server of ours would have written. */
async function judge({ versions, workspaceId }: ExportFile, revisions: ReadonlySet<number>): Promise<void> {
  let before: ExportFile["versions"][number] | undefined;
  let workspaces = 0;
  for (const [index, one] of versions.entries()) {
    const { kind, id, revision, deleted, body } = one;
    const where = `versions.${index} (${kind} ${id})`;
    if (!isKind(kind)) throw new ExportRefused(`${where}: there is no such kind`);
    if (!revisions.has(revision))
      throw new ExportRefused(`${where}: revision ${revision} is not in the file`);
    if ((deleted === true) === (body !== undefined))
      throw new ExportRefused(`${where}: either a body or "deleted" is expected`);
    if (before !== undefined && !isLater(before, one))
      throw new ExportRefused(`${where}: rows are expected in the order of kind, id and revision`);
    before = one;
    if (kind === "workspace") {
      workspaces = workspaces === 0 || versions[index - 1]?.id === id ? 1 : 2;
      if (id !== workspaceId) throw new ExportRefused(`${where}: the workspace is another one`);
    }
    const next = versions[index + 1];
    const isLast = next?.kind !== kind || next.id !== id;
    if (!isLast || body === undefined) continue;
    const { schema } = await catalog[kind].load();
    const judged = schema.safeParse(body);
    if (judged.success) continue;
    const { path, message } = judged.error.issues[0]!;
    throw new ExportRefused(`${where}: ${path.join(".") || "its body"}: ${message}`);
  }
  if (workspaces !== 1) throw new ExportRefused("It should hold one workspace row.");
}

function isLater(a: ExportFile["versions"][number], b: ExportFile["versions"][number]): boolean {
  if (a.kind !== b.kind) return Buffer.compare(Buffer.from(a.kind), Buffer.from(b.kind)) < 0;
  if (a.id !== b.id) return Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)) < 0;
  return a.revision < b.revision;
}
