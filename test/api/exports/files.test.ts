import { expect, test } from "vitest";
import { exportOf } from "../../../api/exports/export.ts";
import { ExportRefused } from "../../../api/exports/export-refused.ts";
import { importExport } from "../../../api/exports/import.ts";
import { pieceSize } from "../../../api/files/pieces.ts";
import { attach, bytesOf, openReview, put } from "../../support/attaching.ts";
import { temporaryDatabase } from "../../support/database.ts";
import { startWorld } from "../../support/world.ts";

const at = "2026-03-02T08:00:00.000Z";
const bytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

async function textOf(database: Parameters<typeof exportOf>[0], workspaceId: string): Promise<string> {
  let text = "";
  for await (const piece of (await exportOf(database, workspaceId))!) text += piece;
  return text;
}

test("attached files move with their workspace and come out the same to the byte; a false one stops it all", async () => {
  const world = await startWorld();
  const { ada, northing } = world;
  const review = await openReview(world);
  const body = bytesOf(pieceSize + 1001);
  const id = await attach(world, ada, review, body);
  // Cut where no piece ends, so that the pieces here and there differ.
  await put(world, ada, id, body.slice(0, 1000));
  await put(world, ada, id, body.slice(1000), 1000);
  const removed = await attach(world, ada, review, bytesOf(10));
  await put(world, ada, removed, bytesOf(10));
  await world.mutate(ada, "attachment.remove", { attachmentId: removed });
  await attach(world, ada, review, bytesOf(20));
  const text = await textOf(northing.database, ada.workspaceId);
  const parsed = JSON.parse(text);
  expect(new Map(parsed.files).get(id)).toBe(Buffer.from(body).toString("base64"));
  const other = await temporaryDatabase();
  const spoilt = (change: (files: [string, string][]) => void) => {
    const one = JSON.parse(text);
    change(one.files);
    return JSON.stringify(one);
  };
  for (const [wrong, said] of [
    [spoilt((files) => (files[0]![1] = "AAAA")), /not the file/],
    [spoilt((files) => (files[0]![0] = review.slice(8, 44))), /no attachment/],
    [spoilt((files) => files.splice(0, 2)), /missing/],
  ] as const) {
    const refused = await importExport(other, wrong, bytes, at).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ExportRefused);
    expect((refused as Error).message).toMatch(said);
    expect(await other.read("select count(*) as n from file")).toEqual([{ n: 0 }]);
  }
  // What an import left behind that was killed, or refused at its last step, is not taken for what comes now.
  const left = [ada.workspaceId, id];
  await other.write([
    { sql: "insert into file values (?, ?, 5, '2020-01-01', '2020-01-01')", args: left },
    { sql: "insert into file_piece values (?, ?, 0, x'0102030405')", args: left },
  ]);
  await importExport(other, text, bytes, at);
  expect(await textOf(other, ada.workspaceId)).toBe(text);
});
