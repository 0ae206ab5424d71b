import { expect, onTestFinished, test, vi } from "vitest";
import type { Attachment } from "../../../shared/attachments/attachment.ts";
import type { Upload } from "../../../web/sync/storage.ts";
import { createMemoryStorage } from "../../simulation/memory-storage.ts";
import { attach, bytesOf, openReview, put } from "../../support/attaching.ts";
import { startWorld, tokenOf } from "../../support/world.ts";
import { type Browser, type Page, startBrowser } from "./browser.ts";

const day = 86_400_000;
const body = bytesOf(900);

/** Ada's phone, and a file she attached to a review on another one. */
async function withFile() {
  const server = await startWorld();
  const review = await openReview(server);
  const id = await attach(server, server.ada, review, body);
  await put(server, server.ada, id, body);
  vi.useFakeTimers({ toFake: ["Date"], now: server.clock.now });
  onTestFinished(() => void vi.useRealTimers());
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ada)));
  await page.state.syncNow();
  const { attachFile } = await import("../../../web/store/attachments.ts");
  const { uploadNow } = await import("../../../web/store/uploads.ts");
  const { openFile } = await import("../../../web/store/kept-files.ts");
  const open = async (fileId: string) => Buffer.from(await openFile(await rowOf(page, fileId))).equals(body);
  return { server, review, id, browser, page, attachFile, uploadNow, open };
}

async function rowOf(page: Page, id: string) {
  const tables = await page.signedIn.currentPhone()!.db.read(async (tx) => {
    const [row, over] = [await tx.rows.get(`attachment/${id}`), await tx.overlay.get(`attachment/${id}`)];
    return over ?? row;
  });
  return { id, ...(tables!.body as Attachment), revision: 1, deleted: false };
}

const bodies = (page: Page) => page.signedIn.currentPhone()!.db.read((tx) => tx.bodies.count());
const gets = (asked: string[]) => asked.filter((one) => one.startsWith("GET /api/files/")).length;

test("a file that was opened once opens without a network, and one that was not says that it needs it", async () => {
  const { id, browser, page, open } = await withFile();
  browser.online = false;
  await expect(open(id)).rejects.toMatchObject({ code: "offline" });
  browser.online = true;
  expect([await open(id), await bodies(page)]).toEqual([true, 1]);
  browser.online = false;
  expect([await open(id), gets(browser.asked)]).toEqual([true, 2]);
  expect(await page.session.unsentCount()).toBe(0);
});

test("a file attached here opens from here, before it is sent and long after", async () => {
  const { server, review, browser, page, attachFile, uploadNow, open } = await withFile();
  browser.online = false;
  const id = server.id();
  await attachFile(review, new File([new Uint8Array(body)], "plan.pdf"), id);
  expect(await open(id)).toBe(true);
  browser.online = true;
  await page.state.syncNow();
  await uploadNow();
  await page.state.syncNow();
  server.clock.now += 40 * day;
  vi.setSystemTime(server.clock.now);
  await uploadNow();
  expect([await open(id), gets(browser.asked)]).toEqual([true, 0]);
});

test("a file that somebody removed is not kept any longer", async () => {
  const { server, id, page, uploadNow, open } = await withFile();
  await open(id);
  await server.mutate(server.ada, "attachment.remove", { attachmentId: id });
  await page.state.syncNow();
  await uploadNow();
  expect(await bodies(page)).toBe(0);
});

test("bytes other than the ones that were announced are neither handed out nor kept", async () => {
  const { id, browser, page, open } = await withFile();
  browser.visitor.send = async () => new Response("the page of a captive portal");
  await expect(open(id)).rejects.toMatchObject({ code: "file_differs" });
  browser.visitor.send = async () =>
    Response.json({ error: { code: "not_found", message: "" } }, { status: 404 });
  await expect(open(id)).rejects.toMatchObject({ code: "not_found", status: 404 });
  expect(await bodies(page)).toBe(0);
});

test("a phone without room opens a file all the same", async () => {
  const { id, page, open } = await withFile();
  const { StorageError } = await import("../../../web/sync/storage.ts");
  const write = vi.spyOn(page.signedIn.currentPhone()!.db, "write");
  write.mockRejectedValueOnce(new StorageError("full"));
  expect([await open(id), await bodies(page)]).toEqual([true, 0]);
});

test("signing out forgets what was opened, also where work that is not sent stays", async () => {
  const { server, id, review, browser, page, attachFile, open } = await withFile();
  await open(id);
  browser.online = false;
  const own = server.id();
  await attachFile(review, new File([new Uint8Array(body)], "plan.pdf"), own);
  expect((await page.session.signOut({ discard: false })).kept).toBe(1);
  const name = (await browser.databases()).find((one) => one.startsWith("northing/"))!;
  expect((await browser.contents(name)).bodies).toMatchObject([{ id: own }]);
});

test("beyond 50 MB the ones that lay unused the longest go; what is not on the server for certain never does", async () => {
  const { dropOldest } = await import("../../../web/store/kept-files.ts");
  const [size, now] = [20_000_000, 100 * day];
  const at = (doneAt: number, more: Partial<Upload> = {}): Upload => {
    return { size, since: 0, sent: size, tries: 0, doneAt, ...more };
  };
  const { doneAt: _never, ...unsent } = at(0);
  const uploads = {
    old: at(day),
    "old-but-used": at(2 * day, { usedAt: 90 * day }),
    "just-sent": at(99 * day),
    fetched: at(99 * day, { fetched: true }),
    unsent,
  };
  const { write } = createMemoryStorage();
  const left = await write(async (tx) => {
    await tx.meta.put("uploads", uploads);
    await tx.bodies.put(Object.keys(uploads).map((id) => ({ id, bytes: new ArrayBuffer(1) })));
    await dropOldest(tx, now);
    return [Object.keys((await tx.meta.get("uploads"))!), (await tx.bodies.page()).map(({ id }) => id)];
  });
  const stay = ["old-but-used", "just-sent", "fetched", "unsent"];
  expect(left.map((ids) => ids.sort())).toEqual([stay.toSorted(), stay.toSorted()]);
});

/** Files come from the server only once what comes back is called. */
function holdBack({ visitor }: Browser): () => void {
  const send = visitor.send;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  visitor.send = async (path, init) => {
    const reply = await send(path, init);
    if (path.startsWith("/api/files/")) await released;
    return reply;
  };
  return release;
}

test("whoever signs out while a file is fetched leaves nothing of it behind, and no database", async () => {
  const { id, browser, page, open } = await withFile();
  const release = holdBack(browser);
  const opened = open(id);
  await vi.waitFor(() => expect(gets(browser.asked)).toBe(1));
  await page.session.signOut({ discard: false });
  release();
  expect(await opened, "it is handed out all the same").toBe(true);
  expect((await browser.databases()).filter((one) => one.startsWith("northing/"))).toEqual([]);
});

test("a file that was removed while it was fetched is not kept", async () => {
  const { server, id, browser, page, open } = await withFile();
  const release = holdBack(browser);
  const opened = open(id);
  await vi.waitFor(() => expect(gets(browser.asked)).toBe(1));
  await server.mutate(server.ada, "attachment.remove", { attachmentId: id });
  await page.state.syncNow();
  release();
  expect([await opened, await bodies(page)]).toEqual([true, 0]);
});
