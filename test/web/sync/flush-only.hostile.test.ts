import { expect, test } from "vitest";
import type { PhoneStorage } from "../../../web/sync/storage.ts";
import type { Reply } from "../../../web/sync/world.ts";
import { type Device, type Network, openDevice, rowId } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";
import { takeBackup } from "./backup.ts";
import { type Fault, faulty } from "./faulty.ts";

/** Ben's phone in step with the server, with one check-in saved and not sent; `worker` is on the same database. */
async function benWithOne(workerStorage?: (inner: PhoneStorage) => PhoneStorage) {
  const server = await startWorld();
  const cycle = await runCycle(server, 2);
  const [ben, ada] = [await openDevice(server, server.ben), await openDevice(server, server.ada)];
  await Promise.all([ben.sync(), ada.sync()]);
  const worker = await openDevice(server, server.ben, {
    database: ben.db.dexie.name,
    ...(workerStorage ? { storage: workerStorage } : {}),
  });
  const keyResultId = cycle.keyResults[0]!;
  const saved = await checkIn(ben, server, keyResultId, { value: 5, note: "the words" });
  return { server, ben, ada, worker, ...cycle, keyResultId, ...saved };
}

const says =
  (status: number, body?: unknown): Network =>
  async () => ({ status, body });
const refusal = (code: string) => ({ error: { code, message: "x" }, requestId: "r" });
const online: Network = (request, send) => send(request);
const offline = says(0);
const phase = (device: Device) => device.stored(async (tx) => (await tx.meta.get("mark"))?.phase);
const valuesOn = (device: Device, keyResultId: string) =>
  device.read(async (read) => (await read.list("check-in", keyResultId)).map((one) => one.value).sort());

/** It is on the server once, and on the phone among the rows alone. */
async function arrivedOnce(ben: Device, ada: Device, id: string): Promise<void> {
  await ben.sync();
  await ada.sync();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.attention()).toEqual([]);
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
  expect(await ben.stored((tx) => tx.meta.get("unsettled"))).toBeUndefined();
  for (const device of [ben, ada]) {
    const rows = await device.stored((tx) => tx.rows.page());
    expect(rows.filter((row) => row.key.startsWith("check-in/")).map((row) => row.key)).toEqual([
      `check-in/${id}`,
    ]);
  }
}

const cursor = { epoch: "e", revision: 3, tag: "t", catalogVersion: 1 };
test.each<[string, Reply]>([
  ["no network", { status: 0 }],
  ["a captive portal's page", { status: 200 }],
  ["another shape", { status: 200, body: { results: "none" } }],
  ["half an answer", { status: 200, body: { results: [], rows: [], cursor } }],
  ["a proxy's page of errors", { status: 502 }],
  ["too much of it", { status: 413 }],
  ["a fault", { status: 500, body: refusal("internal") }],
])("a worker that is answered %s leaves everything as it is", async (_what, reply) => {
  const { ben, ada, worker, id, keyResultId } = await benWithOne();
  worker.network = async () => reply;
  expect(await worker.flush()).toEqual({ end: "failed" });
  expect(await ben.pending()).toEqual(["check-in.record"]);
  expect(await ben.stored((tx) => tx.meta.get("unsettled"))).toBeUndefined();
  expect(await valuesOn(ben, keyResultId)).toEqual([5]);
  await arrivedOnce(ben, ada, id);
});

test("an answer the worker never heard is given again, to the worker or to the page", async () => {
  const { ben, ada, worker, id } = await benWithOne();
  worker.network = async (request, send) => {
    await send(request);
    return { status: 0 };
  };
  await worker.flush();
  expect(await ben.pending()).toEqual(["check-in.record"]);
  worker.network = online;
  await worker.flush();
  expect(await ben.pending()).toEqual([]);
  await arrivedOnce(ben, ada, id);
});

test.each<[string, Fault]>([
  ["before it has stored the answer", "fails"],
  ["after it has stored the answer", "is lost after the commit"],
  ["because there is no room for it", "is full"],
])("a worker that ends %s loses nothing and doubles nothing", async (_when, fault) => {
  const faults: Fault[] = [];
  const { ben, ada, worker, id } = await benWithOne(faulty(faults));
  faults.push("goes well", fault);
  expect(await worker.flush()).toEqual({ end: "failed" });
  expect(await ben.pending()).toEqual(fault === "is lost after the commit" ? [] : ["check-in.record"]);
  await arrivedOnce(ben, ada, id);
});

test("outcomes that a crash takes back are asked for again", async () => {
  const { ben, ada, worker, id } = await benWithOne();
  const outbox = await ben.stored((tx) => tx.outbox.page());
  await worker.flush();
  await ben.db.write(async (tx) => {
    await tx.outbox.put(outbox);
    await tx.acked.clear();
    await tx.meta.drop("unsettled");
  });
  await arrivedOnce(ben, ada, id);
});

test.each([
  [401, refusal("signed_out"), "signed-out"],
  [401, undefined, "signed-out"],
  [403, undefined, "refused"],
  [400, refusal("protocol_unsupported"), "update-needed"],
])("a worker told %i %j notes the pause for the page and keeps the work", async (status, body, why) => {
  const { ben, ada, worker, id } = await benWithOne();
  worker.network = says(status, body);
  expect(await worker.flush()).toEqual({ end: "paused", why });
  expect(await phase(ben)).toBe(why);
  expect(await ben.pending()).toEqual(["check-in.record"]);
  await arrivedOnce(ben, ada, id);
});

test("a worker told that Ben is no member keeps his words, and nothing else of the workspace", async () => {
  const { ben, worker } = await benWithOne();
  worker.network = says(403, refusal("not_a_member"));
  expect(await worker.flush()).toEqual({ end: "paused", why: "removed" });
  expect(await ben.stored((tx) => tx.rows.count())).toBe(0);
  expect(await ben.attention()).toMatchObject([{ code: "not_a_member", args: { note: "the words" } }]);
});

test("work of somebody who is signed in no more is not judged as another's", async () => {
  const { ben, ada, worker, id, mutationId } = await benWithOne();
  const body = { rows: [], cursor, more: false, now: "2026-03-02T08:00:00.000Z" };
  worker.network = says(200, {
    ...body,
    results: [{ id: mutationId, outcome: "rejected", code: "wrong_actor" }],
  });
  expect(await worker.flush()).toEqual({ end: "paused", why: "signed-out" });
  expect(await ben.pending()).toEqual(["check-in.record"]);
  await arrivedOnce(ben, ada, id);
});

test("what the server leaves unanswered stays, and is tried again later", async () => {
  const { ben, ada, worker, id } = await benWithOne();
  worker.network = async (request, send) => {
    const reply = await send({ ...request, mutations: [] });
    return { ...reply, body: { ...(reply.body as object), retryAfter: 60 } };
  };
  expect(await worker.flush()).toEqual({ end: "failed", afterMs: 60_000 });
  expect(await phase(ben)).toBe("retrying");
  expect(await ben.pending()).toEqual(["check-in.record"]);
  await arrivedOnce(ben, ada, id);
});

test.each([true, false])(
  "another history is left to the page, which heals it and takes nothing as refused (declared: %s)",
  async (declared) => {
    const { server, ben, ada, worker, keyResultId, keyResults, objectiveId, metricId } = await benWithOne();
    await ben.sync();
    const backup = await takeBackup(server);
    const fresh = rowId(server);
    const unit = { label: "", scale: "count", decimals: 0 };
    const moves = { metricId, because: "it makes people listen more" };
    const numbers = { direction: "increase", baseline: 0, target: 9, unit, moves };
    const ownerId = ben.who.memberId;
    await ada.must("key-result.draft", { id: fresh, objectiveId, ownerId, title: "New", ...numbers });
    await ada.must("key-result.commit", { keyResultId: fresh });
    await ada.sync();
    await ben.sync();
    server.clock.now += 60_000;
    await backup.restore({ declared });
    await ada.sync();
    // Both stand on what the server has lost or got back only now: one is refused there, one taken.
    await checkIn(ben, server, keyResults[1]!, { value: 8 });
    await checkIn(ben, server, fresh, { value: 9 });
    const cursorBefore = await ben.stored((tx) => tx.meta.get("cursor"));
    const saved = await ben.stored((tx) => tx.outbox.page());
    expect(await worker.flush()).toEqual({ end: "done", more: false });
    expect(await ben.stored((tx) => tx.outbox.page())).toEqual(saved);
    expect(await ben.attention()).toEqual([]);
    expect(await ben.stored((tx) => tx.meta.get("cursor"))).toEqual(cursorBefore);

    for (let again = 0; again < 3; again += 1) {
      server.clock.now += 3_600_000;
      await ben.sync();
      await ada.sync();
    }
    expect(await ben.attention()).toEqual([]);
    expect(await ben.pending()).toEqual([]);
    for (const device of [ben, ada]) {
      expect(await valuesOn(device, keyResultId)).toEqual([5]);
      expect(await valuesOn(device, keyResults[1]!)).toEqual([8]);
      expect(await valuesOn(device, fresh)).toEqual([9]);
    }
  },
);

test("an answer of the history before a restore is not believed by the worker after it", async () => {
  const { server, ben, ada, worker, id } = await benWithOne();
  const backup = await takeBackup(server);
  const tab = await openDevice(server, server.ben, { database: ben.db.dexie.name });
  tab.network = (request, send) => send({ ...request, mutations: [] });
  worker.network = async (request, send) => {
    const reply = await send(request);
    server.clock.now += 60_000;
    await backup.restore({ declared: true });
    await tab.round();
    return reply;
  };
  await worker.flush();
  expect(await ben.pending()).toEqual(["check-in.record"]);
  await arrivedOnce(ben, ada, id);
});

test("while the journal is being offered the worker sends nothing", async () => {
  const { ben, ada, worker, id } = await benWithOne();
  await ben.db.write((tx) => tx.meta.put("offer", { after: 0 }));
  expect(await worker.flush()).toEqual({ end: "done", more: false });
  expect(worker.sent).toMatchObject([{ mutations: [], limit: 0 }]);
  expect(worker.sent[0]!.offer).toBeUndefined();
  await arrivedOnce(ben, ada, id);
});

test("two tabs and two workers at once: each check-in arrives once", async () => {
  const { server, ben, ada, worker, id } = await benWithOne();
  const database = ben.db.dexie.name;
  const [tab, other] = [
    await openDevice(server, server.ben, { database }),
    await openDevice(server, server.ben, { database }),
  ];
  const ends = await Promise.all([ben.round(), tab.round(), worker.flush(), other.flush()]);
  expect(ends.map((one) => one.end)).toEqual(["done", "done", "done", "done"]);
  await arrivedOnce(ben, ada, id);
});

test("a worker whose answer comes after the page's has nothing left to do", async () => {
  const { ben, ada, worker, id } = await benWithOne();
  worker.network = async (request, send) => {
    const reply = await send(request);
    await ben.sync();
    return reply;
  };
  expect(await worker.flush()).toEqual({ end: "done", more: false });
  expect(await ben.stored((tx) => tx.meta.get("unsettled"))).toBeUndefined();
  await arrivedOnce(ben, ada, id);
});

test("a worker that is done while the page's request is out leaves the page what it needs to know", async () => {
  const { ben, ada, worker, keyResultId, id } = await benWithOne();
  await ben.must("key-result.revise", { keyResultId, title: "As Ben has it" });
  ben.network = async (request, send) => {
    await worker.flush();
    await ada.sync();
    await ada.must("key-result.revise", { keyResultId, title: "As Ada has it" });
    await ada.sync();
    return send(request);
  };
  await ben.round();
  ben.network = online;
  expect(await ben.stored((tx) => tx.meta.get("edits"))).toMatchObject([
    { mine: "As Ben has it", theirs: { value: "As Ada has it" } },
  ]);
  await arrivedOnce(ben, ada, id);
});

test("what the worker found refused while the page's request is out goes from the screens with its answer", async () => {
  const { server, ben, ada, worker, keyResultId, keyResults } = await benWithOne();
  await ben.sync();
  await ada.must("key-result.reassign", { keyResultId, ownerId: ada.who.memberId });
  await ada.sync();
  server.clock.now += 3_600_000;
  await ben.must("key-result.revise", { keyResultId, title: "No longer mine" });
  ben.network = async (request, send) => {
    await worker.flush();
    await checkIn(ben, server, keyResults[1]!, { value: 8 });
    return send(request);
  };
  await ben.round();
  expect(await ben.attention()).toHaveLength(1);
  expect(await ben.pending()).toEqual(["check-in.record"]);
  const shown = await ben.read((read) => read.get("key-result", keyResultId));
  expect(shown).toMatchObject({ title: "Listening rises, part 0" });
  expect(await valuesOn(ben, keyResults[1]!)).toEqual([8]);
});

test("what a pull has brought before the worker heard of it is not laid over what came later", async () => {
  const { ben, ada, worker, keyResultId } = await benWithOne();
  await ben.sync();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let flushing: Promise<unknown> | undefined;
  ben.network = async (request, send) => {
    await ben.must("key-result.revise", { keyResultId, title: "As Ben has it" });
    await new Promise<void>((committed) => {
      worker.network = async (flushed, go) => {
        const reply = await go(flushed);
        committed();
        await held;
        return reply;
      };
      flushing = worker.flush();
    });
    await ada.sync();
    await ada.must("key-result.revise", { keyResultId, title: "As Ada has it" });
    await ada.sync();
    return send(request);
  };
  await ben.round();
  release();
  await flushing;
  expect(await ben.stored((tx) => tx.meta.get("unsettled"))).toHaveLength(1);
  ben.network = offline;
  await ben.round();
  const shown = () => ben.read((read) => read.get("key-result", keyResultId));
  expect(await shown()).toMatchObject({ title: "As Ada has it" });
  ben.network = online;
  await ben.sync();
  expect(await shown()).toMatchObject({ title: "As Ada has it" });
  expect(await ben.stored((tx) => tx.acked.count())).toBe(0);
});

test("a phone told by its worker that its id is in use elsewhere takes another", async () => {
  const { ben, ada, worker, id } = await benWithOne();
  worker.network = async (request, send) => {
    const reply = await send(request);
    Object.assign((reply.body as { results: object[] }).results[0]!, { flags: ["clone_suspected"] });
    return reply;
  };
  await worker.flush();
  await arrivedOnce(ben, ada, id);
  expect(ben.sent.at(-1)!.deviceId).not.toBe(worker.sent[0]!.deviceId);
});

test("an entry nobody can decode keeps the worker from sending no other", async () => {
  const { ben, worker } = await benWithOne();
  await ben.db.write((tx) => tx.outbox.put([{ seq: 0, id: "x", name: 7, words: "mine" } as never]));
  await worker.flush();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.attention.page())).toMatchObject([{ code: "undecodable" }]);
});
