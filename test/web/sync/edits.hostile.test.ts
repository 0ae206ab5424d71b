import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { overwrites } from "../../../web/store/overwrites.ts";
import { dropEdit } from "../../../web/sync/edits.ts";
import { lock, purge } from "../../../web/sync/leave.ts";
import { type Device, openDevice } from "../../support/device.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";
import { takeBackup } from "./backup.ts";

async function planners() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const keyResultId = keyResults[0]!;
  const database = `northing/${server.ben.personId}/tabs-${keyResultId}`;
  const [ada, ben] = [
    await openDevice(server, server.ada),
    await openDevice(server, server.ben, { database }),
  ];
  await Promise.all([ada.sync(), ben.sync()]);
  const set = (device: Device, target: number | null) =>
    device.must("key-result.revise", { keyResultId, target });
  return { server, ada, ben, set, keyResultId, database };
}

const told = async (device: Device) =>
  (await device.stored((tx) => overwrites(tx))).map(({ field, mine, theirs }) => ({ field, mine, theirs }));
const day = 86_400_000;

/** Ben set 40 and Ada 50 after him; Ben has been told. */
async function overwritten() {
  const all = await planners();
  const { ada, ben, set } = all;
  await set(ben, 40);
  await ben.sync();
  await ada.sync();
  await set(ada, 50);
  await ada.sync();
  await ben.sync();
  return all;
}

test("one's own later change is no overwrite, sent together or one by one, nor while it waits", async () => {
  const { ben, set } = await planners();
  await set(ben, 40);
  await set(ben, 45);
  await ben.sync();
  await set(ben, 60);
  expect(await told(ben)).toEqual([]);
  await ben.sync();
  expect(await told(ben)).toEqual([]);
});

test("somebody else's change under one's own waiting one is not told: one's own is the later", async () => {
  const { ada, ben, set, keyResultId } = await planners();
  await set(ben, 40);
  await ben.sync();
  await ada.sync();
  await set(ada, 50);
  await ada.sync();
  await set(ben, 60);
  ben.network = (request, send) => send({ ...request, mutations: [] });
  await ben.round();
  expect(await told(ben)).toEqual([]);
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(await told(ben)).toEqual([]);
  await ada.sync();
  expect(await ada.read((read) => read.get("key-result", keyResultId))).toMatchObject({ target: 60 });
  expect(await told(ada)).toEqual([{ field: "target", mine: 50, theirs: 60 }]);
});

test("an answer that brings no rows yet tells nothing, whatever the old ones say", async () => {
  const { ben, set } = await planners();
  await set(ben, 40);
  ben.network = (request, send) => send({ ...request, limit: 0 });
  await ben.round();
  const kept = await ben.stored((tx) => tx.meta.get("edits"));
  expect(kept?.map(({ field, mine, theirs }) => [field, mine, theirs])).toEqual([["target", 40, undefined]]);
});

test("when one's own waiting change is refused, what stands there instead is told after all", async () => {
  const { server, ada, ben, set, keyResultId } = await planners();
  await set(ben, 40);
  await ben.sync();
  await ada.sync();
  await set(ada, 50);
  await ada.must("key-result.reassign", { keyResultId, ownerId: server.ada.memberId });
  await ada.sync();
  await set(ben, 60);
  await ben.sync();
  expect(await ben.attention()).toHaveLength(1);
  expect(await told(ben)).toEqual([{ field: "target", mine: 40, theirs: 50 }]);
});

test("a refused change is not held against anybody", async () => {
  const { ada, ben, set, keyResultId, server } = await planners();
  await set(ben, 40);
  await ada.must("key-result.reassign", { keyResultId, ownerId: server.ada.memberId });
  await ada.sync();
  await ben.sync();
  expect(await ben.attention()).toHaveLength(1);
  await set(ada, 50);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([]);
});

test("a note goes when the value comes back, when its author sets the field anew, and when it is dismissed", async () => {
  const { ada, ben, set, keyResultId } = await overwritten();
  expect(await told(ben)).toEqual([{ field: "target", mine: 40, theirs: 50 }]);
  await set(ada, 40);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([]);
  await set(ada, 55);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([{ field: "target", mine: 40, theirs: 55 }]);
  await set(ben, 60);
  expect(await told(ben)).toEqual([]);
  await ben.sync();
  expect(await told(ben)).toEqual([]);
  await ada.sync();
  await set(ada, 70);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([{ field: "target", mine: 60, theirs: 70 }]);
  await ben.db.write((tx) => dropEdit(tx, { kind: "key-result", id: keyResultId, field: "target" }));
  await set(ada, 80);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([]);
});

test("agreeing with what stands there ends the note, and is what is held against later changes", async () => {
  const { ada, ben, set } = await overwritten();
  await set(ben, 50);
  await ben.sync();
  expect(await told(ben)).toEqual([]);
  await set(ada, 90);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([{ field: "target", mine: 50, theirs: 90 }]);
});

test("after fourteen days a field is anybody's again, and a note is forgotten a month after it was made", async () => {
  const { server, ada, ben, set } = await planners();
  await set(ben, 40);
  await ben.sync();
  server.clock.now += 15 * day;
  await ada.sync();
  await set(ada, 50);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([]);
  await set(ada, 60);
  await ada.sync();
  await ben.sync();
  await set(ben, 70);
  await ben.sync();
  expect(await told(ben)).toEqual([]);
  await ada.sync();
  expect(await told(ada)).toHaveLength(1);
  server.clock.now += 31 * day;
  await ada.sync();
  expect(await told(ada)).toEqual([]);
  expect(await ada.stored((tx) => tx.meta.get("edits"))).toBeUndefined();
});

test.each([true, false])(
  "a server put back and healed tells nothing that is not so (declared: %s)",
  async (declared) => {
    const { server, ada, ben, set } = await planners();
    const backup = await takeBackup(server);
    await set(ben, 40);
    await ben.sync();
    await ada.sync();
    await set(ada, 50);
    await ada.must("cycle.revise", {
      cycleId: (await ada.read((read) => read.list("cycle")))[0]!.id,
      name: "Q",
    });
    await ada.sync();
    server.clock.now += 60_000;
    await backup.restore({ declared });
    // Ben had not heard of Ada's change. His phone heals his own first, then hers comes back.
    await ben.sync();
    expect(await told(ben)).toEqual([]);
    await ada.sync();
    await ben.sync();
    await ada.sync();
    expect([await told(ada), await told(ben)]).toEqual([[], []]);
  },
);

test("what was told before a restore is held against the rows that come back", async () => {
  const { server, ben, ada, set } = await planners();
  await set(ben, 40);
  await ben.sync();
  const backup = await takeBackup(server);
  await ada.sync();
  await set(ada, 50);
  await ada.sync();
  await ben.sync();
  expect(await told(ben)).toEqual([{ field: "target", mine: 40, theirs: 50 }]);
  server.clock.now += 60_000;
  await backup.restore({ declared: true });
  await ben.sync();
  expect(await told(ben)).toEqual([]);
});

test("two tabs that hear of it at once tell it once", async () => {
  const { server, ada, ben, set, database } = await planners();
  const tab = await openDevice(server, server.ben, { database });
  await set(ben, 40);
  await Promise.all([ben.round(), tab.round()]);
  await ada.sync();
  await set(ada, 50);
  await ada.sync();
  await Promise.all([ben.round(), tab.round()]);
  expect(await told(tab)).toEqual([{ field: "target", mine: 40, theirs: 50 }]);
  expect(await tab.stored((tx) => tx.meta.get("edits"))).toHaveLength(1);
});

test("an answer that comes twice, or late, tells nothing new", async () => {
  const { ada, ben, set } = await planners();
  await set(ben, 40);
  const replies: unknown[] = [];
  ben.network = async (request, send) => {
    const reply = await send(request);
    replies.push(structuredClone(reply));
    return replies.length > 1 ? (replies[0] as typeof reply) : reply;
  };
  await ben.round();
  await set(ada, 50);
  await ada.sync();
  await ben.round();
  expect(await told(ben)).toEqual([]);
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(await told(ben)).toHaveLength(1);
});

test.each([
  ["signed out", lock],
  ["removed", (tx: Parameters<typeof lock>[0]) => purge(tx, 0)],
])("whoever is %s keeps nothing of what others wrote", async (_how, leave) => {
  const { ben } = await overwritten();
  expect(await told(ben)).toHaveLength(1);
  await ben.db.write(leave);
  expect(await ben.stored((tx) => tx.meta.get("edits"))).toBeUndefined();
});
