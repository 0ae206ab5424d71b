import { expect, test } from "vitest";
import type { PhoneStorage } from "../../../web/sync/storage.ts";
import { openDevice, rowId } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

/** Ben's phone, noting every overlay row that is written or dropped. */
async function watchedBen() {
  const server = await startWorld();
  const cycle = await runCycle(server, 2);
  const written: string[] = [];
  const watch = (inner: PhoneStorage): PhoneStorage => ({
    ...inner,
    write: (work) =>
      inner.write((tx) =>
        work({
          ...tx,
          overlay: {
            ...tx.overlay,
            put(rows) {
              written.push(...rows.map((row) => `+${row.key}`));
              return tx.overlay.put(rows);
            },
            drop(keys) {
              written.push(...keys.map((key) => `-${key}`));
              return tx.overlay.drop(keys);
            },
          },
        }),
      ),
  });
  const [ben, ada] = [
    await openDevice(server, server.ben, { storage: watch }),
    await openDevice(server, server.ada),
  ];
  await Promise.all([ben.sync(), ada.sync()]);
  return { server, ben, ada, written, ...cycle };
}

const pureFlush = { limit: 0 };

test("what others change elsewhere leaves pending work untouched", async () => {
  const { server, ben, ada, written, keyResults, metricId } = await watchedBen();
  await checkIn(ben, server, keyResults[0]!);
  await ada.must("metric.revise", { metricId, definition: "Minutes a week, all of them" });
  await ada.must("key-result.revise", { keyResultId: keyResults[1]!, title: "Another one" });
  await ada.sync();
  written.length = 0;
  ben.network = (request, send) => send({ ...request, mutations: [] });
  await ben.round();
  expect(await ben.read((read) => read.get("key-result", keyResults[1]!))).toMatchObject({
    title: "Another one",
  });
  expect(written).toEqual([]);
});

test("what others change under pending work is built into it", async () => {
  const { ben, ada, keyResults } = await watchedBen();
  const keyResultId = keyResults[0]!;
  await ben.must("key-result.revise", { keyResultId, target: 150 });
  await ada.must("key-result.revise", { keyResultId, title: "Renamed by Ada" });
  await ada.sync();
  ben.network = (request, send) => send({ ...request, mutations: [] });
  await ben.round();
  const shown = await ben.read((read) => read.get("key-result", keyResultId));
  expect(shown).toMatchObject({ title: "Renamed by Ada", target: 150 });
});

test("a check-in that arrives as it was foreseen is uncovered and nothing is replayed", async () => {
  const { server, ben, written, keyResults } = await watchedBen();
  const { id } = await checkIn(ben, server, keyResults[0]!);
  const { id: other } = await checkIn(ben, server, keyResults[1]!);
  const { id: later } = await checkIn(ben, server, keyResults[1]!, { value: 12 });
  written.length = 0;
  ben.network = (request, send) => send({ ...request, mutations: request.mutations.slice(0, 2) });
  await ben.round();
  expect(written.sort()).toEqual([`-check-in/${id}`, `-check-in/${other}`].sort());
  expect((await ben.stored((tx) => tx.overlay.page())).map((row) => row.key)).toEqual([`check-in/${later}`]);
});

test("accepted work stays in sight until the page that holds it has come", async () => {
  const { server, ben, keyResults } = await watchedBen();
  const { id } = await checkIn(ben, server, keyResults[0]!);
  ben.network = (request, send) => send({ ...request, ...pureFlush });
  await ben.round();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.acked.count())).toBe(1);
  expect(await ben.stored((tx) => tx.rows.get(`check-in/${id}`))).toBeUndefined();
  expect(await ben.read((read) => read.get("check-in", id))).toMatchObject({ value: 10 });
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
  expect(await ben.read((read) => read.get("check-in", id))).toMatchObject({ value: 10 });
});

test("of two pending edits of a row the second stays over what came of the first", async () => {
  const { ben, keyResults } = await watchedBen();
  const keyResultId = keyResults[0]!;
  await ben.must("key-result.revise", { keyResultId, title: "First" });
  await ben.must("key-result.revise", { keyResultId, target: 170 });
  ben.network = (request, send) => send({ ...request, mutations: request.mutations.slice(0, 1) });
  await ben.round();
  expect(await ben.stored((tx) => tx.rows.get(`key-result/${keyResultId}`))).toMatchObject({
    body: { title: "First", target: 100 },
  });
  const shown = () => ben.read((read) => read.get("key-result", keyResultId));
  expect(await shown()).toMatchObject({ title: "First", target: 170 });
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(await shown()).toMatchObject({ title: "First", target: 170 });
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
});

test("a refused mutation's effect goes, and what stood on it is shown without it", async () => {
  const { server, ben, ada, keyResults } = await watchedBen();
  const keyResultId = keyResults[0]!;
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  await ada.sync();
  server.clock.now += 3_600_000;
  await ben.must("key-result.revise", { keyResultId, title: "No longer mine" });
  const { id } = await checkIn(ben, server, keyResults[1]!);
  ben.network = (request, send) => send({ ...request, mutations: request.mutations.slice(0, 1) });
  await ben.round();
  expect((await ben.stored((tx) => tx.overlay.page())).map((row) => row.key)).toEqual([`check-in/${id}`]);
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect((await ben.attention()).map((one) => one.name)).toEqual(["key-result.revise"]);
  expect(await ben.read((read) => read.get("key-result", keyResultId))).toMatchObject({
    title: "Listening rises, part 0",
  });
  expect(await ben.stored((tx) => tx.rows.get(`check-in/${id}`))).toBeDefined();
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
});

test("a list shows pending rows, hides deleted ones, and keeps rows of other lists out", async () => {
  const { server, ben, keyResults, cycleId } = await watchedBen();
  const { id } = await checkIn(ben, server, keyResults[0]!, { blocked: "the licence" });
  await ben.sync();
  const { id: pending } = await checkIn(ben, server, keyResults[0]!, { value: 11 });
  await ben.must("check-in.retract", { id: rowId(server), checkInId: id });
  const seen = await ben.read(async (read) => ({
    here: (await read.list("check-in", keyResults[0]!)).map((one) => one.id),
    there: await read.list("check-in", keyResults[1]!),
    inCycle: (await read.inCycle("check-in", cycleId)).length,
    blockers: await read.list("blocker", keyResults[0]!),
  }));
  expect(seen.here).toEqual(expect.arrayContaining([id, pending]));
  expect(seen).toMatchObject({ there: [], inCycle: 3, blockers: [] });
});
