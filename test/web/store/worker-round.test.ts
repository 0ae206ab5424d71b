import { expect, test } from "vitest";
import { rowId } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld, tokenOf } from "../../support/world.ts";
import { startBrowser } from "./browser.ts";

/** Ben saved a check-in offline and closed the page; only the worker is left. */
async function closedPage() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ben)));
  browser.online = false;
  const said = { id: rowId(server), keyResultId: keyResults[0]!, value: 8, confidence: 6 };
  await page.mutate.mutate("check-in.record", said);
  page.close();
  browser.asked.length = 0;
  const { flushInWorker } = await import("../../../web/store/worker-round.ts");
  return { server, browser, page, flushInWorker, said };
}

test("the worker sends what a closed page left, by the same engine", async () => {
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
