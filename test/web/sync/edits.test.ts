import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { again, overwrites } from "../../../web/store/overwrites.ts";
import { type Device, openDevice } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

async function planners() {
  const server = await startWorld();
  const { keyResults, ...cycle } = await runCycle(server);
  const keyResultId = keyResults[0]!;
  const [ada, ben] = [await openDevice(server, server.ada), await openDevice(server, server.ben)];
  await Promise.all([ada.sync(), ben.sync()]);
  const set = (device: Device, changes: object) =>
    device.must("key-result.revise", { keyResultId, ...changes });
  const row = (device: Device) => device.read((read) => read.get("key-result", keyResultId));
  return { server, ada, ben, set, row, keyResultId, ...cycle };
}

const told = async (device: Device) =>
  (await device.stored((tx) => overwrites(tx))).map(({ field, mine, theirs }) => ({ field, mine, theirs }));

test("two people change different fields at once without a network: both stay, and nobody is told", async () => {
  const { ada, ben, set, row } = await planners();
  await set(ada, { title: "Ada's words", moves: { because: "mornings bring people back each day" } });
  await set(ben, { target: 140, weight: 2 });
  await Promise.all([ada.sync(), ben.sync()]);
  await Promise.all([ada.sync(), ben.sync()]);
  for (const device of [ada, ben])
    expect(await row(device)).toMatchObject({
      ...{ title: "Ada's words", target: 140, weight: 2 },
      moves: { because: "mornings bring people back each day" },
    });
  expect([await told(ada), await told(ben)]).toEqual([[], []]);
});

test("of the same field the later one counts, and the earlier author is told on the phone that set it", async () => {
  const { ada, ben, set, row } = await planners();
  await set(ben, { target: 40 });
  await set(ada, { target: 50 });
  await ben.sync();
  await ada.sync();
  expect(await told(ada)).toEqual([]);
  await ben.sync();
  expect(await row(ben)).toMatchObject({ target: 50 });
  expect(await told(ben)).toEqual([{ field: "target", mine: 40, theirs: 50 }]);
});

test("the one who was offline longer is the later author, whenever it was typed", async () => {
  const { ada, ben, set } = await planners();
  await set(ben, { target: 40 });
  await set(ada, { target: 50 });
  await ada.sync();
  await ben.sync();
  await ada.sync();
  expect(await told(ben)).toEqual([]);
  expect(await told(ada)).toEqual([{ field: "target", mine: 50, theirs: 40 }]);
});

test("an answer that brings both one's own change and a later one tells of it at once", async () => {
  const { ada, ben, set } = await planners();
  await set(ben, { target: 40 });
  await set(ada, { target: 50 });
  ben.network = async (request, send) => {
    await send({ ...request, limit: 0 });
    await ada.sync();
    return send(request);
  };
  await ben.round();
  expect(await told(ben)).toEqual([{ field: "target", mine: 40, theirs: 50 }]);
});

test("the because is told apart from the metric beside it, a new owner by name, and words as they are kept", async () => {
  const { server, ada, ben, set, keyResultId, objectiveId } = await planners();
  await set(ben, { moves: { because: "  a habit outlives a playlist " }, title: " Mine " });
  await ada.must("key-result.reassign", { keyResultId, ownerId: server.ada.memberId });
  await ada.must("objective.revise", { objectiveId, why: "Now or never" });
  await ben.sync();
  await ada.sync();
  await set(ada, { moves: { because: "people come back for it" }, weight: 3 });
  await ada.must("key-result.reassign", { keyResultId, ownerId: server.ben.memberId });
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([
    {
      field: "moves.because",
      mine: "a habit outlives a playlist",
      theirs: "people come back for it",
    },
  ]);
  expect(await told(ada)).toEqual([]);
});

test("metrics and objectives are told of as well, with what they are called", async () => {
  const { server, ada, metricId, objectiveId } = await planners();
  const dora = await openDevice(server, await server.admit("admin", "Dora"));
  await dora.sync();
  await dora.must("metric.revise", { metricId, source: "the warehouse" });
  await dora.must("objective.revise", { objectiveId, why: "Nobody else will" });
  await dora.sync();
  await ada.sync();
  await ada.must("metric.revise", { metricId, source: null });
  await ada.must("objective.revise", { objectiveId, why: "Now or never" });
  await ada.sync();
  await dora.sync();
  const notes = await dora.stored((tx) => overwrites(tx));
  expect(notes.map(({ subject, field, theirs }) => [subject, field, theirs]).sort()).toEqual([
    ["Be the daily companion", "why", "Now or never"],
    ["Listening", "source", null],
  ]);
  expect(await dora.stored((tx) => overwrites(tx, { kind: "metric", id: metricId }))).toHaveLength(1);
});

test.each<[string, unknown, unknown]>([
  ["target", 40, 50],
  ["title", "Mine", "Theirs"],
  ["moves.because", "a habit outlives a playlist", "people come back"],
])(
  "what was overwritten in %s can be set back, by the same door as any change",
  async (field, mine, theirs) => {
    const { ada, ben, set, row, keyResultId } = await planners();
    const [name = "", part] = field.split(".");
    const saying = (value: unknown) => ({ [name]: part === undefined ? value : { [part]: value } });
    await set(ben, saying(mine));
    await ben.sync();
    await ada.sync();
    await set(ada, saying(theirs));
    await ada.sync();
    await ben.sync();
    const [note] = await ben.stored((tx) => overwrites(tx));
    const [deed, args] = again(note!);
    await ben.must(deed, args);
    await ben.sync();
    expect(await row(ben)).toMatchObject(saying(mine));
    expect(await told(ben)).toEqual([]);
    await ada.sync();
    expect(await told(ada)).toEqual([{ field, mine: theirs, theirs: mine }]);
    expect(note).toMatchObject({ kind: "key-result", id: keyResultId });
  },
);

test("an owner is set back by handing the key result over, and a cleared path by clearing it whole", () => {
  const about = { kind: "key-result", id: "1" } as const;
  expect(again({ ...about, field: "ownerId", mine: "2" })).toEqual([
    "key-result.reassign",
    { keyResultId: "1", ownerId: "2" },
  ]);
  expect(again({ ...about, field: "moves.because", mine: null })).toEqual([
    "key-result.revise",
    { keyResultId: "1", moves: null },
  ]);
});
