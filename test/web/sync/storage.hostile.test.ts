import { expect, test } from "vitest";
import { type Device, openDevice } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld, type World } from "../../support/world.ts";
import { type Fault, faulty } from "./faulty.ts";

async function company() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  return { server, keyResultId: keyResults[0]! };
}

/** The same phone after a crash: everything in memory is gone. */
const restarted = (server: World, device: Device) =>
  openDevice(server, server.ben, { database: device.db.dexie.name });

test("14: a crash after saving and before sending loses nothing", async () => {
  const { server, keyResultId } = await company();
  const before = await openDevice(server, server.ben);
  await before.sync();
  const { id } = await checkIn(before, server, keyResultId);
  before.close();
  const after = await restarted(server, before);
  expect(await after.read((read) => read.get("check-in", id))).toMatchObject({ id, value: 10 });
  await after.sync();
  expect(await after.pending()).toEqual([]);
  expect(await after.stored((tx) => tx.rows.get(`check-in/${id}`))).toBeDefined();
});

test("15: a crash between sending and storing the answer sends the same ids again", async () => {
  const { server, keyResultId } = await company();
  const faults: Fault[] = [];
  const ben = await openDevice(server, server.ben, { storage: faulty(faults) });
  await ben.sync();
  const { id, mutationId } = await checkIn(ben, server, keyResultId);
  faults.push("goes well", "fails");
  expect(await ben.round()).toEqual({ end: "failed" });
  const after = await restarted(server, ben);
  await after.sync();
  expect(after.sent[0]!.mutations.map((one) => one.id)).toEqual([mutationId]);
  expect(await after.pending()).toEqual([]);
  expect(
    (await after.stored((tx) => tx.rows.under(`check-in/${keyResultId}`))).map((row) => row.key),
  ).toEqual([`check-in/${id}`]);
});

test("16: a crash between two pages goes on after the last page that was stored", async () => {
  const { server } = await company();
  const faults: Fault[] = ["goes well", "goes well", "goes well", "fails"];
  const ben = await openDevice(server, server.ben, { storage: faulty(faults) });
  const small: Device["network"] = (request, send) => send({ ...request, limit: 3 });
  ben.network = small;
  await ben.sync();
  const after = await restarted(server, ben);
  after.network = small;
  await after.sync();
  expect(after.sent[0]!.cursor?.revision).toBeGreaterThan(0);
  const fresh = await openDevice(server, server.ben);
  await fresh.sync();
  expect(await after.stored((tx) => tx.rows.page())).toEqual(await fresh.stored((tx) => tx.rows.page()));
});

test("17: a phone that is full while saving says so and keeps nothing half", async () => {
  const { server, keyResultId } = await company();
  const faults: Fault[] = [];
  const ben = await openDevice(server, server.ben, { storage: faulty(faults) });
  await ben.sync();
  faults.push("is full");
  await expect(checkIn(ben, server, keyResultId)).rejects.toMatchObject({ reason: "full" });
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
  expect(await ben.stored((tx) => tx.journal.count())).toBe(0);
});

test("18: a phone that is full while a page arrives still learns what became of its own work", async () => {
  const { server, keyResultId } = await company();
  const faults: Fault[] = [];
  const ben = await openDevice(server, server.ben, { storage: faulty(faults) });
  await ben.sync();
  const { id } = await checkIn(ben, server, keyResultId);
  faults.push("goes well", "is full");
  expect(await ben.round()).toEqual({ end: "failed" });
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.acked.page())).toMatchObject([{ args: { id } }]);
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.storageFull).toBe(true);
  expect(await ben.read((read) => read.get("check-in", id))).toMatchObject({ value: 10 });
  await ben.sync();
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.storageFull).toBe(false);
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
});

test("19: a connection lost right after a commit is no second round's trouble", async () => {
  const { server, keyResultId } = await company();
  const faults: Fault[] = [];
  const ben = await openDevice(server, server.ben, { storage: faulty(faults) });
  await ben.sync();
  await checkIn(ben, server, keyResultId);
  faults.push("goes well", "is lost after the commit");
  expect(await ben.round()).toEqual({ end: "failed" });
  expect(await ben.sync()).toEqual({ end: "done", more: false });
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.rows.under(`check-in/${keyResultId}`))).toHaveLength(1);
});

test("20: an answer rolled back by a crash is simply given again", async () => {
  const { server, keyResultId } = await company();
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  await checkIn(ben, server, keyResultId);
  const was = await ben.stored(async (tx) => ({
    outbox: await tx.outbox.page(),
    cursor: await tx.meta.get("cursor"),
  }));
  await ben.sync();
  await ben.db.write(async (tx) => {
    await tx.outbox.put(was.outbox);
    await tx.meta.put("cursor", was.cursor!);
    await tx.rows.drop([`check-in/${was.outbox[0]!.args.id}`]);
  });
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.rows.under(`check-in/${keyResultId}`))).toHaveLength(1);
});

test("20: a page that follows a cursor this phone no longer has is left alone", async () => {
  const { server, keyResultId } = await company();
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  const ada = await openDevice(server, server.ada);
  await ada.sync();
  await ada.must("key-result.revise", { keyResultId, title: "New" });
  await ada.sync();
  ben.network = async (request, send) => {
    const reply = await send(request);
    await ben.db.write(async (tx) => {
      await tx.rows.clear();
      await tx.meta.drop("cursor");
    });
    return reply;
  };
  await ben.round();
  expect(await ben.stored((tx) => tx.meta.get("cursor"))).toBeUndefined();
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(await ben.stored((tx) => tx.rows.page())).toEqual(await ada.stored((tx) => tx.rows.page()));
});

test("22: a profile copied to a second phone loses nothing of either", async () => {
  const { server, keyResultId } = await company();
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  await checkIn(ben, server, keyResultId, { value: 1 });
  const copy = await openDevice(server, server.ben);
  const all = await ben.stored(async (tx) => ({
    rows: await tx.rows.page(),
    overlay: await tx.overlay.page(),
    outbox: await tx.outbox.page(),
    journal: await tx.journal.page(),
    cursor: (await tx.meta.get("cursor"))!,
    seq: (await tx.meta.get("seq"))!,
  }));
  await copy.db.write(async (tx) => {
    for (const name of ["rows", "overlay", "outbox", "journal"] as const)
      await tx[name].put(all[name] as never[]);
    await tx.meta.put("cursor", all.cursor);
    await tx.meta.put("seq", all.seq);
  });
  await checkIn(ben, server, keyResultId, { value: 2 });
  await checkIn(copy, server, keyResultId, { value: 3 });
  await Promise.all([ben.sync(), copy.sync()]);
  await Promise.all([ben.sync(), copy.sync()]);
  const values = async (device: Device) =>
    (await device.read((read) => read.list("check-in", keyResultId))).map((one) => one.value).sort();
  expect(await values(ben)).toEqual([1, 2, 3]);
  expect(await values(copy)).toEqual([1, 2, 3]);
});

test("22: told that its id is in use elsewhere, a phone takes another and keeps its work", async () => {
  const { server, keyResultId } = await company();
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  await checkIn(ben, server, keyResultId);
  ben.network = async (request, send) => {
    const reply = await send(request);
    const [result] = (reply.body as { results: object[] }).results;
    Object.assign(result!, { flags: ["clone_suspected"] });
    return reply;
  };
  await ben.round();
  ben.network = (request, send) => send(request);
  await ben.sync();
  expect(ben.sent.at(-1)!.deviceId).not.toBe(ben.sent[0]!.deviceId);
});
