import { expect, test } from "vitest";
import { applied } from "../../support/company.ts";
import { rowId } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld, tokenOf } from "../../support/world.ts";
import { startBrowser } from "./browser.ts";

/** Ben's phone with one check-in refused, because Ada had taken the key result over before he made it. */
async function refused() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const keyResultId = keyResults[0]!;
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ben)));
  browser.online = false;
  const said = { id: rowId(server), keyResultId, value: 12, confidence: 3, note: "the licence is late" };
  await page.mutate.mutate("check-in.record", said);
  server.clock.now -= 86_400_000;
  const { memberId, workspaceId } = server.ada;
  await applied(server.northing.sync, workspaceId, { memberId }, [
    ["key-result.reassign", { keyResultId, ownerId: memberId }],
  ]);
  server.clock.now += 86_400_000;
  browser.online = true;
  await page.state.syncNow();
  const phone = page.signedIn.currentPhone()!;
  const items = () => phone.db.read((tx) => tx.attention.page());
  const [item] = await items();
  if (item === undefined) throw new Error("nothing was refused");
  return { server, browser, page, phone, items, item, said, keyResultId };
}

test("a refused check-in is kept with its reason and every word", async () => {
  const { page, phone, item, said } = await refused();
  expect(item).toMatchObject({
    name: "check-in.record",
    code: "reassigned",
    field: "keyResultId",
    args: said,
  });
  expect(await phone.db.read(page.state.stateOf)).toMatchObject({ pending: 0, attention: 1 });
  const delivery = await phone.db.read((tx) => page.state.deliveries(tx, [item.id]));
  expect(delivery).toEqual({ [item.id]: "not-accepted" });
});

test("the text is readable without Northing, and addressed to whom it is for", async () => {
  const { server, page, item } = await refused();
  const text = await page.attention.textOf(item.id, server.ada.memberId);
  expect(text.split("\n")).toEqual([
    "For Ada",
    "Listening rises, part 0",
    expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
    "value: 12 min",
    "confidence: 3",
    "note: the licence is late",
  ]);
});

test("handing it over shares the text, tells the server nothing, and leaves the item to its author", async () => {
  const { server, browser, page, items, item } = await refused();
  const before = browser.asked.length;
  expect(await page.attention.sendTo(item.id, server.ada.memberId)).toBe("shared");
  expect(browser.shared.join()).toContain("the licence is late");
  expect(browser.asked.length).toBe(before);
  expect(await items()).toMatchObject([{ id: item.id, sentTo: { memberId: server.ada.memberId } }]);
  await page.attention.discard(item.id);
  expect(await items()).toEqual([]);
});

test("where there is no share sheet it is copied; a closed sheet changes nothing", async () => {
  const { server, page, items, item } = await refused();
  const device = navigator as unknown as { share?: unknown };
  device.share = async () => {
    throw new DOMException("closed", "AbortError");
  };
  expect(await page.attention.sendTo(item.id, server.ada.memberId)).toBe("cancelled");
  expect((await items())[0]).not.toHaveProperty("sentTo");
  device.share = undefined;
  expect(await page.attention.sendTo(item.id, server.ada.memberId)).toBe("copied");
  expect(await items()).toMatchObject([{ sentTo: { memberId: server.ada.memberId } }]);
});

test("sent again with changes it is a new mutation, and the item leaves once that is saved", async () => {
  const { server, page, phone, items, item, keyResultId } = await refused();
  const { memberId, workspaceId } = server.ada;
  expect(await page.attention.resend(item.id, { note: "still late" })).toMatchObject({
    saved: false,
    code: "reassigned",
  });
  expect(await items()).toHaveLength(1);
  await applied(server.northing.sync, workspaceId, { memberId }, [
    ["key-result.reassign", { keyResultId, ownerId: server.ben.memberId }],
  ]);
  await page.state.syncNow();
  const saved = await page.attention.resend(item.id, { note: "still late" });
  expect(saved).toMatchObject({ saved: true });
  expect(saved.saved && saved.mutationId).not.toBe(item.id);
  expect(await items()).toEqual([]);
  await page.state.syncNow();
  const rows = await phone.db.read((tx) => tx.rows.under(`check-in/${keyResultId}`));
  expect(rows).toMatchObject([{ key: `check-in/${item.args.id}`, body: { note: "still late", value: 12 } }]);
});

test("what clashed with another row of its id is sent again under a new one", async () => {
  const { server, page, phone, items, item, keyResultId } = await refused();
  const { memberId, workspaceId } = server.ada;
  await applied(server.northing.sync, workspaceId, { memberId }, [
    ["key-result.reassign", { keyResultId, ownerId: server.ben.memberId }],
  ]);
  await page.state.syncNow();
  await phone.db.write((tx) => tx.attention.put([{ ...item, code: "id_conflict" }]));
  expect(await page.attention.resend(item.id)).toMatchObject({ saved: true });
  expect(await items()).toEqual([]);
  await page.state.syncNow();
  const rows = await phone.db.read((tx) => tx.rows.under(`check-in/${keyResultId}`));
  expect(rows.map((row) => row.key)).not.toContain(`check-in/${item.args.id}`);
  expect(rows).toMatchObject([{ body: { note: "the licence is late" } }]);
});
