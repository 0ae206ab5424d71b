import { createHash } from "node:crypto";
import { type Attachment, stands } from "../../shared/attachments/attachment.ts";
import type { ExportFile } from "../../shared/exports/format.ts";
import { ExportRefused } from "./export-refused.ts";

/**
 * The bodies of an export by their attachments' ids. Throws `ExportRefused` where one belongs to no attachment or is not
 * the one that was announced, and where one is missing that its row says had arrived.
 */
export function judgeFiles({ versions, files = [] }: ExportFile): Map<string, Buffer> {
  const rows = new Map<string, Attachment>();
  for (const { kind, id, body } of versions)
    if (kind === "attachment" && body !== undefined) rows.set(id, body as Attachment);
  const bodies = new Map<string, Buffer>();
  for (const [index, [id, text]] of files.entries()) {
    const where = `files.${index} (${id})`;
    const row = rows.get(id);
    const body = Buffer.from(text, "base64");
    if (row === undefined || bodies.has(id)) throw new ExportRefused(`${where}: it belongs to no attachment`);
    if (body.length !== row.size || createHash("sha256").update(body).digest("hex") !== row.sha256)
      throw new ExportRefused(`${where}: it is not the file its attachment announces`);
    bodies.set(id, body);
  }
  for (const [id, row] of rows)
    if (row.arrivedAt !== undefined && stands(row) && !bodies.has(id))
      throw new ExportRefused(`attachment ${id}: its file is missing`);
  return bodies;
}
