import { expect, test } from "vitest";
import { type Device, openDevice, rowId } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld, type World } from "../../support/world.ts";

async function company(keyResults = 1) {
  const server = await startWorld();
  const cycle = await runCycle(server, keyResults);
  const [ada, ben] = [await openDevice(server, server.ada), await openDevice(server, server.ben)];
  await Promise.all([ada.sync(), ben.sync()]);
  return { server, ada, ben, keyResultId: cycle.keyResults[0]!, ...cycle };
}

const day = 86_400_000;
const settle = async (...devices: Device[]) => {
  for (const device of devices) await device.sync();
};

test("45: a check-in made before its key result went to Ada stays Ben's", async () => {
  const { server, ada, ben, keyResultId } = await company();
  const { id } = await checkIn(ben, server, keyResultId, { value: 7 });
  server.clock.now += 3_600_000;
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  await settle(ada, ben, ada);
  expect(await ben.attention()).toEqual([]);
  expect(await ada.read((read) => read.get("check-in", id))).toMatchObject({ authorId: ben.who.memberId });
});

test("45: one made after the change needs attention, with every word kept", async () => {
  const { server, ada, ben, keyResultId } = await company();
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  await ada.sync();
  server.clock.now += day;
  const { id } = await checkIn(ben, server, keyResultId, { value: 7, note: "what I saw" });
  await ben.sync();
  const [item] = await ben.attention();
  expect(item).toMatchObject({ code: "reassigned", args: { id, value: 7, note: "what I saw" } });
  expect(await ben.read((read) => read.get("check-in", id))).toBeUndefined();
});

test("46: from Ben to Ada and back before Ben's phone speaks, nothing of his is refused", async () => {
  const { server, ada, ben, keyResultId } = await company();
  await checkIn(ben, server, keyResultId, { value: 1 });
  server.clock.now += 60_000;
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  server.clock.now += 60_000;
  await ada.must("key-result.reassign", { keyResultId, ownerId: ben.who.memberId });
  await ada.sync();
  server.clock.now += 60_000;
  await checkIn(ben, server, keyResultId, { value: 2 });
  await settle(ben, ada);
  expect(await ben.attention()).toEqual([]);
  expect(await ada.read((read) => read.list("check-in", keyResultId))).toHaveLength(2);
});

test("47: removed from one workspace, Ben loses that copy and keeps his words; the other one goes on", async () => {
  const { server, ada, ben, keyResultId } = await company();
  const elsewhere = await joinElsewhere(server);
  await checkIn(ben, server, keyResultId, { note: "said before I left" });
  await elsewhere.must("member.rename", { memberId: elsewhere.who.memberId, name: "Ben at Elsewhere" });
  await ada.must("member.remove", { memberId: ben.who.memberId });
  await ada.sync();

  expect(await ben.round()).toEqual({ end: "paused", why: "removed" });
  const left = await ben.stored(async (tx) => ({
    rows: await tx.rows.count(),
    overlay: await tx.overlay.count(),
    journal: await tx.journal.count(),
    cursor: await tx.meta.get("cursor"),
  }));
  expect(left).toEqual({ rows: 0, overlay: 0, journal: 0, cursor: undefined });
  expect(await ben.attention()).toMatchObject([
    { code: "not_a_member", args: { note: "said before I left" } },
  ]);

  await elsewhere.sync();
  expect(await elsewhere.pending()).toEqual([]);
  expect(await elsewhere.attention()).toEqual([]);
});

test("48: out of the squad, Ben's edits need attention and everything stays readable", async () => {
  const { server, ada, ben, cycleId } = await company();
  const squadId = rowId(server);
  await ada.must("squad.form", { id: squadId, name: "Podcasts" });
  await ada.must("squad.assign", { squadId, memberId: ben.who.memberId, as: "pm" });
  await settle(ada, ben);
  await ben.must("objective.draft", {
    id: rowId(server),
    cycleId,
    squadId,
    title: "Ours",
    why: "because we can",
  });
  await ada.must("squad.assign", { squadId, memberId: ben.who.memberId, as: null });
  await settle(ada, ben);
  expect(await ben.attention()).toMatchObject([{ code: "forbidden", args: { why: "because we can" } }]);
  expect(await ben.read((read) => read.get("squad", squadId))).toMatchObject({ name: "Podcasts" });
});

test("49: a role lowered between two mutations of one batch decides each by what held when it came", async () => {
  const { server, ada, ben } = await company();
  await ada.must("member.set-role", { memberId: ben.who.memberId, role: "admin" });
  await settle(ada, ben);
  const { memberId } = ben.who;
  await ben.must("workspace.rename", { name: "By an admin" });
  await ben.must("member.set-role", { memberId, role: "member" });
  expect(await ben.save("workspace.rename", { name: "By a member" })).toEqual({
    saved: false,
    code: "forbidden",
  });
  await settle(ben, ada);
  expect(await ben.attention()).toEqual([]);
  expect((await ada.read((read) => read.list("workspace")))[0]).toMatchObject({ name: "By an admin" });
  expect(server.ben.memberId).toBe(memberId);
});

test("50: removed between two pages, a phone that has just joined holds nothing", async () => {
  const { server, ada } = await company(5);
  const fresh = await openDevice(server, server.ben);
  fresh.network = (request, send) => send({ ...request, limit: 3 });
  await fresh.round();
  expect(await fresh.stored((tx) => tx.rows.count())).toBeGreaterThan(0);
  await ada.must("member.remove", { memberId: fresh.who.memberId });
  await ada.sync();
  await fresh.sync();
  expect(await fresh.stored((tx) => tx.rows.count())).toBe(0);
});

test("51: somebody else signed in on this browser, Ben's queue is not sent as theirs and waits for him", async () => {
  const { server, ben, keyResultId } = await company();
  await checkIn(ben, server, keyResultId);
  const send = server.ben.at;
  server.ben.at = server.ada.at;
  expect(await ben.round()).toEqual({ end: "paused", why: "signed-out" });
  expect(await ben.pending()).toEqual(["check-in.record"]);
  expect(await ben.attention()).toEqual([]);
  server.ben.at = send;
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  const [said] = await ben.read((read) => read.list("check-in", keyResultId));
  expect(said).toMatchObject({ authorId: server.ben.memberId });
});

test("52: the same row id with other words is refused, and its words are kept", async () => {
  const { server, ada, ben, keyResultId } = await company();
  const { id } = await checkIn(ben, server, keyResultId, { value: 1 });
  await ben.sync();
  const other = await openDevice(server, server.ben);
  const queued = { seq: 7, at: "2026-03-02T08:00:00.000Z", size: 9, reads: [], writes: [], into: [] };
  const args = { id, keyResultId, value: 2, confidence: 5, note: "other words" };
  await other.db.write((tx) =>
    tx.outbox.put([{ ...queued, id: rowId(server), name: "check-in.record", args }]),
  );
  await settle(other, ada);
  expect(await other.attention()).toEqual([{ name: "check-in.record", code: "id_conflict", args }]);
  expect(await ada.read((read) => read.get("check-in", id))).toMatchObject({ value: 1 });
});

test("53: a device's claim to be of another workspace is refused as a whole", async () => {
  const { server, ben } = await company();
  const intruder = await openDevice(server, { ...server.ben, workspaceId: server.cleo.workspaceId });
  expect(await intruder.round()).toEqual({ end: "paused", why: "removed" });
  expect(await intruder.stored((tx) => tx.rows.count())).toBe(0);
  expect(await ben.sync()).toEqual({ end: "done", more: false });
});

test("55: edits of different fields both hold, and of the same field the server's order decides for all", async () => {
  const { ada, ben, keyResultId } = await company();
  await ada.must("key-result.revise", { keyResultId, title: "By Ada" });
  await ben.must("key-result.revise", { keyResultId, target: 120 });
  await settle(ada, ben, ada);
  const shown = (device: Device) => device.read((read) => read.get("key-result", keyResultId));
  expect(await shown(ada)).toMatchObject({ title: "By Ada", target: 120 });
  await ada.must("key-result.revise", { keyResultId, title: "Ada again" });
  await ben.must("key-result.revise", { keyResultId, title: "Ben last" });
  await settle(ada, ben, ada);
  expect(await shown(ada)).toEqual(await shown(ben));
  expect(await shown(ada)).toMatchObject({ title: "Ben last" });
});

test("56: a mutation of two rows is never seen half, whatever the page", async () => {
  const { server, ben, keyResultId } = await company();
  for (let value = 0; value < 3; value += 1)
    await checkIn(ben, server, keyResultId, { value, blocked: `by thing ${value}` });
  await ben.sync();
  const phone = await openDevice(server, server.ada);
  phone.network = (request, send) => send({ ...request, limit: 1 });
  const seen: number[] = [];
  for (let more = true; more; ) {
    const end = await phone.round();
    more = end.end === "done" && end.more;
    const [said, blocked] = await phone.read(async (read) => [
      (await read.list("check-in", keyResultId)).length,
      (await read.list("blocker", keyResultId)).length,
    ]);
    expect(blocked).toBe(said);
    seen.push(said!);
  }
  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3]));
});

/** Ben as a member of Cleo's workspace too, with a database of its own on the same phone. */
async function joinElsewhere(server: World): Promise<Device> {
  const invited = await server.cleo.at.post("/api/invites", { role: "member", name: "Ben" });
  const token = new URL(invited.body.url).hash.slice(1);
  const { body } = await server.ben.at.post("/api/join", { token, zone: "Europe/Berlin" });
  const persona = { ...server.ben, workspaceId: body.workspace.id, memberId: body.member.id };
  const device = await openDevice(server, persona);
  await device.sync();
  return device;
}
