import { expect, test } from "vitest";
import { type Device, openDevice } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

/** Ben's phone in step with the server. Its page is closed whenever the worker flushes. */
async function company(keyResults = 1) {
  const server = await startWorld();
  const cycle = await runCycle(server, keyResults);
  const [ben, ada] = [await openDevice(server, server.ben), await openDevice(server, server.ada)];
  await Promise.all([ben.sync(), ada.sync()]);
  return { server, ben, ada, keyResultId: cycle.keyResults[0]!, ...cycle };
}

const offline: Device["network"] = async () => ({ status: 0 });
const online: Device["network"] = (request, send) => send(request);
const unsettled = (device: Device) => device.stored((tx) => tx.meta.get("unsettled"));
const valuesOn = (device: Device, keyResultId: string) =>
  device.read(async (read) => (await read.list("check-in", keyResultId)).map((one) => one.value).sort());

test("a flush sends what waits, asks for no rows and takes none", async () => {
  const { server, ben, ada, keyResultId } = await company();
  await ada.must("key-result.revise", { keyResultId, title: "Renamed" });
  await ada.sync();
  const rows = await ben.stored((tx) => tx.rows.page());
  const cursor = await ben.stored((tx) => tx.meta.get("cursor"));
  await checkIn(ben, server, keyResultId);
  expect(await ben.flush()).toEqual({ end: "done", more: false });
  expect(ben.sent.at(-1)).toMatchObject({ limit: 0, mutations: [{ name: "check-in.record" }] });
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.rows.page())).toEqual(rows);
  expect(await ben.stored((tx) => tx.meta.get("cursor"))).toEqual(cursor);
});

test("what the worker found accepted stays in sight offline, and is covered by the page's next pull", async () => {
  const { server, ben, keyResultId } = await company();
  const { id } = await checkIn(ben, server, keyResultId, { value: 42 });
  await ben.flush();
  expect(await ben.stored((tx) => tx.acked.page())).toMatchObject([{ args: { id } }]);
  expect(await unsettled(ben)).toHaveLength(1);
  expect(await valuesOn(ben, keyResultId)).toEqual([42]);

  ben.network = offline;
  await ben.round();
  expect(await unsettled(ben)).toBeUndefined();
  expect(await valuesOn(ben, keyResultId)).toEqual([42]);

  ben.network = async (request, send) => {
    expect(await valuesOn(ben, keyResultId)).toEqual([42]);
    return send(request);
  };
  await ben.sync();
  expect(await valuesOn(ben, keyResultId)).toEqual([42]);
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
});

test("what the worker found refused needs attention at once, and goes from the screens without network", async () => {
  const { server, ben, ada, keyResults } = await company(2);
  const keyResultId = keyResults[0]!;
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  await ada.sync();
  server.clock.now += 3_600_000;
  await ben.must("key-result.revise", { keyResultId, title: "No longer mine" });
  await checkIn(ben, server, keyResults[1]!, { value: 7 });
  await ben.flush();
  expect(await ben.attention()).toMatchObject([
    { name: "key-result.revise", args: { title: "No longer mine" } },
  ]);
  expect(await ben.stored((tx) => tx.journal.page())).toMatchObject([{ name: "check-in.record" }]);

  ben.network = offline;
  expect(await ben.round()).toEqual({ end: "failed" });
  const shown = await ben.read((read) => read.get("key-result", keyResultId));
  expect(shown).toMatchObject({ title: "Listening rises, part 0" });
  expect(await valuesOn(ben, keyResults[1]!)).toEqual([7]);
});

test("a change the worker sent is held against what others make of it later", async () => {
  const { ben, ada, keyResultId } = await company();
  await ben.must("key-result.revise", { keyResultId, title: "As Ben has it" });
  await ben.flush();
  await ada.must("key-result.revise", { keyResultId, title: "As Ada has it" });
  await ada.sync();
  await ben.sync();
  expect(await ben.stored((tx) => tx.meta.get("edits"))).toMatchObject([
    { field: "title", mine: "As Ben has it", theirs: { value: "As Ada has it" } },
  ]);
});

test("six hundred mutations go in batches, in order", async () => {
  const { server, ben, keyResultId } = await company();
  for (let value = 0; value < 600; value += 1)
    await checkIn(ben, server, keyResultId, { value: value % 100 });
  ben.sent.length = 0;
  for (let flushes = 0; flushes < 9 && (await ben.pending()).length > 0; flushes += 1) await ben.flush();
  const batches = ben.sent.map((request) => request.mutations.map((one) => one.seq));
  expect(batches.map((batch) => batch.length)).toEqual([250, 250, 100]);
  expect(batches.flat()).toEqual(batches.flat().toSorted((a, b) => a - b));
  expect(await ben.pending()).toEqual([]);
  ben.network = online;
  await ben.sync();
  expect(await valuesOn(ben, keyResultId)).toHaveLength(600);
}, 60_000);
