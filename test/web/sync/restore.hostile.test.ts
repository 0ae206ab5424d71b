import { expect, test } from "vitest";
import { type Device, openDevice, rowId } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld, type World } from "../../support/world.ts";
import { takeBackup } from "./backup.ts";

async function company() {
  const server = await startWorld();
  const cycle = await runCycle(server);
  const keyResultId = cycle.keyResults[0]!;
  const [ada, ben] = [await openDevice(server, server.ada), await openDevice(server, server.ben)];
  await Promise.all([ada.sync(), ben.sync()]);
  const values = async (device: Device) =>
    (await device.read((read) => read.list("check-in", keyResultId))).map((one) => one.value).sort();
  const say = async (value: number) => {
    const saved = await checkIn(ben, server, keyResultId, { value });
    await ben.sync();
    return saved;
  };
  return { server, ada, ben, values, say, keyResultId, ...cycle };
}

const minute = 60_000;

test.each([true, false])(
  "39: a server put back is healed by the phone that knows more (declared: %s)",
  async (declared) => {
    const { server, ada, ben, values, say, keyResultId } = await company();
    await say(1);
    const backup = await takeBackup(server);
    const { id } = await say(2);
    server.clock.now += minute;
    await backup.restore({ declared });

    await ben.sync();
    await ada.sync();
    expect(await values(ben)).toEqual([1, 2]);
    expect(await values(ada)).toEqual([1, 2]);
    expect((await ada.read((read) => read.list("check-in", keyResultId))).map((one) => one.id)).toContain(id);
    expect(await ben.pending()).toEqual([]);
    expect(await ben.attention()).toEqual([]);
  },
);

test("40: a server that has overtaken the phone since it was put back is found out by the tag", async () => {
  const { server, ada, ben, values, say, keyResultId } = await company();
  const backup = await takeBackup(server);
  await say(1);
  await backup.restore({ declared: false });
  for (const title of ["One", "Two", "Three"]) await ada.must("key-result.revise", { keyResultId, title });
  await ada.sync();
  await ben.sync();
  await ada.sync();
  expect(await values(ben)).toEqual([1]);
  expect(await values(ada)).toEqual([1]);
  expect(await ben.read((read) => read.get("key-result", keyResultId))).toMatchObject({ title: "Three" });
});

test("40: what was accepted in the middle of a pull is not lost when nobody declares the restore", async () => {
  const { server, ada, ben, values, keyResultId } = await company();
  for (const title of ["One", "Two", "Three"]) await ada.must("key-result.revise", { keyResultId, title });
  for (let value = 0; value < 4; value += 1)
    await ada.must("cycle.revise", { cycleId: await cycleOf(ada), name: `C${value}` });
  await ada.sync();
  const backup = await takeBackup(server);
  await checkIn(ben, server, keyResultId, { value: 5 });
  ben.network = (request, send) => send({ ...request, limit: 1 });
  await ben.round();
  expect(await ben.stored((tx) => tx.acked.count())).toBe(1);

  await backup.restore({ declared: false });
  for (const title of ["Four", "Five"]) await ada.must("key-result.revise", { keyResultId, title });
  await ada.sync();
  ben.network = (request, send) => send(request);
  await ben.sync();
  await ada.sync();
  expect(await values(ada)).toEqual([5]);
});

test("41: a restore that also lost what became of mutations takes nothing twice", async () => {
  const { server, ada, ben, values, say } = await company();
  await say(1);
  const backup = await takeBackup(server);
  await say(2);
  server.clock.now += minute;
  await backup.restore({ declared: true, forgetful: true });
  await ben.sync();
  await ada.sync();
  expect(await values(ada)).toEqual([1, 2]);
  expect(await ben.attention()).toEqual([]);
});

test("a check-in on a key result that only Ada's phone remembers waits until that has come back", async () => {
  const { server, ada, ben, objectiveId, metricId } = await company();
  const backup = await takeBackup(server);
  const id = rowId(server);
  const numbers = {
    direction: "increase",
    baseline: 0,
    target: 9,
    unit: { label: "", scale: "count", decimals: 0 },
  };
  const moves = { metricId, because: "it makes people listen more" };
  await ada.must("key-result.draft", {
    id,
    objectiveId,
    ownerId: ben.who.memberId,
    title: "New",
    ...numbers,
    moves,
  });
  await ada.must("key-result.commit", { keyResultId: id });
  await ada.sync();
  await ben.sync();
  const { id: said } = await checkIn(ben, server, id, { value: 3 });
  await ben.sync();
  server.clock.now += minute;
  await backup.restore({ declared: true });

  await ben.sync();
  expect(await ben.pending()).toEqual(["check-in.record"]);
  expect(await ben.attention()).toEqual([]);
  await ada.sync();
  server.clock.now += 30 * minute;
  await ben.sync();
  await ada.sync();
  expect(await ben.pending()).toEqual([]);
  expect((await ada.read((read) => read.list("check-in", id))).map((one) => one.id)).toEqual([said]);
});

test("a server that forks again and again stops the pull after the third time, and takes work on", async () => {
  const { server, ben, say, keyResultId } = await company();
  for (let fork = 0; fork < 5; fork += 1) {
    const backup = await takeBackup(server);
    await say(fork);
    await backup.restore({ declared: false });
    await say(10 + fork);
  }
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.pullStopped).toBe(true);
  expect(await ben.stored((tx) => tx.meta.get("resets"))).toHaveLength(3);
  await checkIn(ben, server, keyResultId, { value: 99 });
  await ben.sync();
  expect(await ben.pending()).toEqual([]);

  server.clock.now += 61 * minute;
  await ben.sync();
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.pullStopped).toBe(false);
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
});

test("a restore's reset drops the rows and never the work", async () => {
  const { server, ben, keyResultId, say, values } = await company();
  const backup = await takeBackup(server);
  await say(1);
  await backup.restore({ declared: true });
  await checkIn(ben, server, keyResultId, { value: 2, note: "kept" });
  const seen: boolean[] = [];
  ben.network = async (request, send) => {
    seen.push((await values(ben)).includes(2));
    return send(request);
  };
  await ben.sync();
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).not.toContain(false);
  expect(await values(ben)).toEqual([1, 2]);
});

test("work made offline on what the server lost waits for the one who gives that back", async () => {
  const { server, ada, ben, objectiveId, metricId } = await company();
  const backup = await takeBackup(server);
  const id = rowId(server);
  const numbers = {
    direction: "increase",
    baseline: 0,
    target: 9,
    unit: { label: "", scale: "count", decimals: 0 },
  };
  const moves = { metricId, because: "it makes people listen more" };
  await ada.must("key-result.draft", {
    id,
    objectiveId,
    ownerId: ben.who.memberId,
    title: "New",
    ...numbers,
    moves,
  });
  await ada.must("key-result.commit", { keyResultId: id });
  await ada.sync();
  await ben.sync();
  const { id: said } = await checkIn(ben, server, id, { value: 3, note: "in the tunnel" });
  await ada.must("key-result.revise", { keyResultId: id, title: "New and sharper" });
  server.clock.now += minute;
  await backup.restore({ declared: true });

  await ben.sync();
  expect(await ben.attention()).toEqual([]);
  expect(await ben.pending()).toEqual(["check-in.record"]);
  await ada.sync();
  expect(await ada.attention()).toEqual([]);
  server.clock.now += 30 * minute;
  await ben.sync();
  await ada.sync();
  const [checkIns, keyResult] = await ada.read(async (read) => [
    await read.list("check-in", id),
    await read.get("key-result", id),
  ]);
  expect(checkIns).toMatchObject([{ id: said, note: "in the tunnel" }]);
  expect(keyResult).toMatchObject({ title: "New and sharper" });
});

test("an answer of the history before the restore is not believed after it", async () => {
  const { server, ada, ben, values, keyResultId } = await company();
  const tab = await openDevice(server, server.ben, { database: ben.db.dexie.name });
  const backup = await takeBackup(server);
  await checkIn(ben, server, keyResultId, { value: 6 });
  const before = await revision(server);
  let deliver = () => {};
  const delivered = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  ben.network = async (request, send) => {
    const reply = await send(request);
    await delivered;
    return reply;
  };
  const round = ben.round();
  await expect.poll(() => ben.sent.length).toBeGreaterThan(1);
  await expect.poll(() => revision(server)).toBeGreaterThan(before);
  server.clock.now += minute;
  await backup.restore({ declared: true });
  tab.network = (request, send) => send({ ...request, mutations: [] });
  await tab.round();
  deliver();
  await round;
  expect(await ben.pending()).toEqual(["check-in.record"]);
  ben.network = (request, send) => send(request);
  await ben.sync();
  await ada.sync();
  expect(await values(ada)).toEqual([6]);
});

test("what was refused is not offered to a server that was put back", async () => {
  const { server, ada, ben, keyResultId } = await company();
  const backup = await takeBackup(server);
  await ben.must("key-result.revise", { keyResultId, title: "Mine" });
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  await ada.sync();
  await ben.sync();
  expect(await ben.attention()).toHaveLength(1);
  server.clock.now += minute;
  await backup.restore({ declared: true });
  await ben.sync();
  expect(ben.sent.flatMap((request) => request.offer ?? [])).toEqual([]);
  expect(await ben.attention()).toHaveLength(1);
});

async function revision({ northing, ben }: World): Promise<number> {
  const [found] = await northing.database.read("select revision from workspace where id = ?", [
    ben.workspaceId,
  ]);
  return Number(found!.revision);
}

async function cycleOf(device: Device): Promise<string> {
  return (await device.read((read) => read.list("cycle")))[0]!.id;
}
