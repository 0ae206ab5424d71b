import { expect, test } from "vitest";
import { openDevice, rowId } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

async function company() {
  const server = await startWorld();
  const cycle = await runCycle(server);
  const [ben, ada] = [await openDevice(server, server.ben), await openDevice(server, server.ada)];
  await Promise.all([ben.sync(), ada.sync()]);
  return { server, ben, ada, keyResultId: cycle.keyResults[0]!, ...cycle };
}

const day = 86_400_000;

test("saving puts the mutation into outbox and journal and its rows over the server's, all at once", async () => {
  const { server, ben, keyResultId } = await company();
  const { id, mutationId } = await checkIn(ben, server, keyResultId, { blocked: "the licence" });
  const stored = await ben.stored(async (tx) => ({
    outbox: await tx.outbox.page(),
    journal: await tx.journal.page(),
    overlay: await tx.overlay.page(),
  }));
  expect(stored.outbox).toMatchObject([{ seq: 1, id: mutationId, name: "check-in.record", args: { id } }]);
  expect(stored.journal).toMatchObject([{ seq: 1, id: mutationId, args: { id } }]);
  expect(stored.overlay.map((row) => row.key).sort()).toEqual([`blocker/${id}`, `check-in/${id}`]);
});

test("what the rule refuses is stored nowhere, and neither is what nobody knows or what is far too long", async () => {
  const { server, ben, keyResultId } = await company();
  const said = { id: rowId(server), keyResultId, value: 1, confidence: 11 };
  expect(await ben.save("check-in.record", said)).toEqual({
    ...{ saved: false, code: "invalid_arguments", field: "confidence" },
  });
  expect(await ben.save("anomaly.guess" as never, {})).toEqual({ saved: false, code: "unknown_mutation" });
  expect(await ben.save("member.remove", { memberId: server.ada.memberId })).toMatchObject({
    code: "forbidden",
  });
  expect(await ben.stored(async (tx) => (await tx.outbox.count()) + (await tx.journal.count()))).toBe(0);
});

test("a mutation stands on what screens show: an own check-in not sent yet can be amended", async () => {
  const { server, ben, ada, keyResultId } = await company();
  const { id } = await checkIn(ben, server, keyResultId, { value: 1 });
  await ben.must("check-in.amend", { id: rowId(server), checkInId: id, value: 2, confidence: 5 });
  await ben.sync();
  await ada.sync();
  const values = (await ada.read((read) => read.list("check-in", keyResultId))).map((one) => one.value);
  expect(values.sort()).toEqual([1, 2]);
});

test("an edit says which revision of the row its author saw", async () => {
  const { ben, keyResultId } = await company();
  const seen = (await ben.read((read) => read.get("key-result", keyResultId)))!.revision;
  await ben.must("key-result.revise", { keyResultId, title: "Sharper" });
  await ben.sync();
  expect(seen).toBeGreaterThan(0);
  expect(ben.sent.at(-1)!.mutations[0]!.baseRevision).toBe(seen);
});

test("undone before it was sent, a check-in leaves no blocker behind", async () => {
  const { server, ben, ada, keyResultId } = await company();
  const { id } = await checkIn(ben, server, keyResultId, { blocked: "the licence" });
  expect(await ben.read((read) => read.list("blocker", keyResultId))).toHaveLength(1);
  await ben.must("check-in.retract", { id: rowId(server), checkInId: id });
  expect(await ben.read((read) => read.list("blocker", keyResultId))).toEqual([]);
  await ben.sync();
  await ada.sync();
  expect(await ada.read((read) => read.list("blocker", keyResultId))).toEqual([]);
});

test("the journal keeps own mutations for 400 days by the server's clock, and never loses one still queued", async () => {
  const { server, ben, keyResultId } = await company();
  await checkIn(ben, server, keyResultId, { value: 1 });
  await ben.sync();
  // A session lives through 180 days of silence, not more.
  for (const days of [170, 170, 59]) {
    server.clock.now += days * day;
    expect(await ben.sync()).toMatchObject({ end: "done" });
  }
  expect(await ben.stored((tx) => tx.journal.count())).toBe(1);

  ben.network = async () => ({ status: 0 });
  ben.skew = -2000 * day;
  await ben.must("member.rename", { memberId: ben.who.memberId, name: "Benjamin" });
  ben.skew = 0;
  server.clock.now += 2 * day;
  ben.network = (request, send) => send({ ...request, mutations: [] });
  await ben.round();
  const kept = await ben.stored((tx) => tx.journal.page());
  expect(kept.map((entry) => entry.name)).toEqual(["member.rename"]);
});
