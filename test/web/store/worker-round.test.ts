import { expect, test, vi } from "vitest";
import { rowId } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld, tokenOf } from "../../support/world.ts";
import { startBrowser } from "./browser.ts";

/** Ben saved a check-in offline and closed the page; only the worker is left. */
async function closedPage() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const browser = await startBrowser(server.stranger(), server.origin);
  const channel = listening();
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ben)));
  browser.online = false;
  const said = { id: rowId(server), keyResultId: keyResults[0]!, value: 8, confidence: 6 };
  await page.mutate.mutate("check-in.record", said);
  page.close();
  browser.asked.length = 0;
  vi.resetModules();
  const { flushInWorker } = await import("../../../web/store/worker-round.ts");
  return { server, browser, page, flushInWorker, said, keyResultId: keyResults[0]!, ...channel };
}

/** Pages and workers that hear each other; answers all that was told, and somebody who tells. */
function listening() {
  const told: unknown[] = [];
  const all = new Set<EventTarget>();
  class Channel extends EventTarget {
    constructor() {
      super();
      all.add(this);
    }
    postMessage(data: unknown): void {
      told.push(data);
      for (const one of all) if (one !== this) one.dispatchEvent(new MessageEvent("message", { data }));
    }
  }
  vi.stubGlobal("BroadcastChannel", Channel);
  const stranger = new Channel();
  return { told, tell: (news: string) => stranger.postMessage(news) };
}

test("the worker sends what a closed page left", async () => {
  const { server, browser, flushInWorker, said } = await closedPage();
  expect(await flushInWorker()).toBe(false);
  browser.online = true;
  expect(await flushInWorker()).toBe(true);
  const [found] = await server.northing.database.read("select body from row where id = ?", [said.id]);
  expect(JSON.parse(String(found!.body))).toMatchObject({ value: 8, authorId: server.ben.memberId });
});

test("51: after a sign-out the worker sends nothing, whoever's cookie is there", async () => {
  const { browser, flushInWorker } = await closedPage();
  const page = await browser.open();
  await page.session.signOut({ discard: false });
  browser.online = true;
  browser.asked.length = 0;
  expect(await flushInWorker()).toBe(true);
  expect(browser.asked).toEqual([]);
});

test("a revoked device is wiped by the worker too", async () => {
  const { server, browser, page, flushInWorker } = await closedPage();
  const now = page.signedIn.session();
  if (now.state !== "signed-in") throw new Error("not signed in");
  await server.ben.at.delete(`/api/devices/${now.deviceId}`);
  browser.online = true;
  expect(await flushInWorker()).toBe(true);
  expect(await browser.databases()).toEqual(["northing"]);
  expect(await (await browser.open()).session.unsentCount()).toBe(0);
});

test("what the worker has sent is there when a page opens without network, and nothing of it is sent twice", async () => {
  const { browser, flushInWorker, said, keyResultId } = await closedPage();
  browser.online = true;
  await flushInWorker();
  browser.online = false;
  const page = await browser.open();
  const { db } = page.signedIn.currentPhone()!;
  const { readerOf } = await import("../../../web/store/live.ts");
  const seen = () => db.read((tx) => readerOf(tx).list("check-in", keyResultId));
  expect(await seen()).toMatchObject([{ id: said.id, value: 8 }]);
  await expect.poll(() => db.read((tx) => tx.meta.get("unsettled"))).toBeUndefined();
  expect(await seen()).toMatchObject([{ id: said.id, value: 8 }]);
  expect(await page.session.unsentCount()).toBe(0);
  browser.online = true;
  await page.state.syncNow();
  expect(await seen()).toMatchObject([{ id: said.id, value: 8 }]);
  expect(await db.read((tx) => tx.overlay.count())).toBe(0);
});

test("what the server refuses the worker is found by the page that opens, with its words", async () => {
  const { server, browser, flushInWorker, keyResultId, said } = await closedPage();
  await server.mutate(server.ada, "key-result.reassign", { keyResultId, ownerId: server.ada.memberId });
  server.clock.now += 3_600_000;
  browser.online = true;
  expect(await flushInWorker()).toBe(true);
  browser.online = false;
  const page = await browser.open();
  const { db } = page.signedIn.currentPhone()!;
  const items = await db.read((tx) => tx.attention.page());
  expect(items).toMatchObject([{ name: "check-in.record", args: said }]);
  await expect.poll(() => db.read((tx) => tx.overlay.count())).toBe(0);
});

test("a worker without network keeps everything, and asks to be woken again", async () => {
  const { browser, flushInWorker, said } = await closedPage();
  expect(await flushInWorker()).toBe(false);
  const page = await browser.open();
  expect((await page.signedIn.currentPhone()!.db.read((tx) => tx.outbox.page()))[0]!.args).toEqual(said);
});

test("the worker tells the pages what it has sent, and says nothing when there was nothing", async () => {
  const { browser, flushInWorker, told } = await closedPage();
  await flushInWorker();
  expect(told).not.toContain("flushed");
  browser.online = true;
  await flushInWorker();
  expect(told).toContain("flushed");
});

test("a page that is open and at rest settles what the worker left as soon as it is told", async () => {
  const { browser, flushInWorker, tell } = await closedPage();
  browser.online = true;
  await flushInWorker();
  const page = await browser.open();
  await page.state.syncNow();
  const { db } = page.signedIn.currentPhone()!;
  await db.write((tx) => tx.meta.put("unsettled", []));
  tell("flushed");
  await expect.poll(() => db.read((tx) => tx.meta.get("unsettled"))).toBeUndefined();
});
