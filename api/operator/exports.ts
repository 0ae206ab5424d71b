import { createWriteStream, existsSync, readFileSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { exportOf } from "../exports/export.ts";
import { ExportRefused } from "../exports/export-refused.ts";
import { importExport } from "../exports/import.ts";
import { enrol, signInLink } from "../people/links.ts";
import { listMembers, listWorkspaces } from "../people/member-store.ts";
import { choose, option } from "./options.ts";
import { OperatorMistake, type Parts, type Report } from "./report.ts";

/** `export FILE [--workspace NAME]`: everything a workspace holds, as JSON. An existing file is not written over. */
export async function exportTo({ database, people }: Parts, args: readonly string[]): Promise<Report> {
  const [path] = args;
  if (!path || path.startsWith("--")) throw new OperatorMistake("Say where to: export FILE");
  if (existsSync(path)) throw new OperatorMistake(`${path} is there already. Choose another name.`);
  const workspace = choose(await listWorkspaces(database), option(args, "--workspace"));
  const pieces = await exportOf(database, workspace.id);
  try {
    await pipeline(Readable.from(pieces!), createWriteStream(path, { mode: 0o600, flags: "wx" }));
  } catch (error) {
    rmSync(path, { force: true });
    throw new OperatorMistake(`${path} could not be written: ${(error as Error).message}`);
  }
  people.log.info("operator.export");
  return { lines: [`Exported ${workspace.name} to ${path}.`], ok: true };
}

/** `import FILE`: brings an exported workspace in, and prints a link for each of its people. */
export async function importFrom({ database, people }: Parts, [path]: readonly string[]): Promise<Report> {
  if (!path) throw new OperatorMistake("Say from where: import FILE");
  if (!existsSync(path)) throw new OperatorMistake(`There is no file ${path}.`);
  let brought: { workspaceId: string; rows: number };
  try {
    brought = await importExport(database, textIn(path), people.bytes, isoNow(people));
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    throw new OperatorMistake(`${path} was not imported, and nothing was changed. ${error.message}`);
  }
  const { workspaceId, rows } = brought;
  const lines = [`Imported ${rows} rows. One link for each of its people, good once and for a day:`];
  for (const { id: memberId, name, role } of await listMembers(database, workspaceId)) {
    const personId = await enrol(people, {
      id: uuidv7(people.now(), people.bytes(10)),
      ...{ name, workspaceId, memberId },
    });
    const { url } = await signInLink(people, { personId, workspaceId });
    lines.push(`${name} (${role}): ${url}`);
  }
  people.log.info("operator.import");
  return { lines, ok: true };
}

/** An export is judged as one text, and there is a length no text may have. */
function textIn(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_STRING_TOO_LONG") throw error;
    throw new OperatorMistake(
      `${path} is larger than 512 MB, more than an import can read. Move such a workspace with backup and restore.`,
    );
  }
}
