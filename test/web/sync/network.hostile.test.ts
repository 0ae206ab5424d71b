import { expect, test } from "vitest";
import type { SyncRequest } from "../../../shared/sync/protocol.ts";
import type { Reply } from "../../../web/sync/world.ts";
import { type Device, type Network, openDevice } from "../../support/device.ts";
import { checkIn, runCycle } from "../../support/phone.ts";
import { startWorld } from "../../support/world.ts";

/** Ben's phone in step with the server, with one check-in saved and not sent. Numbers are the design's fault cases. */
async function benWithOne() {
  const server = await startWorld();
  const { keyResults } = await runCycle(server);
  const ben = await openDevice(server, server.ben);
  await ben.sync();
  const saved = await checkIn(ben, server, keyResults[0]!, { note: "the words" });
  return { server, ben, keyResultId: keyResults[0]!, ...saved };
}

const answering = (...replies: (Reply | "send")[]): Network => {
  const left = [...replies];
  return (request, send) => {
    const next = left.shift() ?? "send";
    return next === "send" ? send(request) : Promise.resolve(next);
  };
};

/** It is on the server once, and nowhere on the phone but among the rows. */
async function arrivedOnce(ben: Device, rowId: string): Promise<void> {
  expect(await ben.pending()).toEqual([]);
  expect(await ben.attention()).toEqual([]);
  const rows = (await ben.stored((tx) => tx.rows.page())).filter((row) => row.key.startsWith("check-in/"));
  expect(rows.map((row) => row.key)).toEqual([`check-in/${rowId}`]);
  expect(await ben.stored((tx) => tx.overlay.count())).toBe(0);
}

test("1: a request that never arrives changes nothing, and the next round brings it", async () => {
  const { ben, id } = await benWithOne();
  ben.network = answering({ status: 0 });
  expect(await ben.round()).toEqual({ end: "failed" });
  expect(await ben.pending()).toEqual(["check-in.record"]);
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.phase).toBe("offline");
  await ben.sync();
  await arrivedOnce(ben, id);
});

test("2: an answer lost after the commit is asked for again and changes nothing twice", async () => {
  const { ben, id } = await benWithOne();
  ben.network = async (request, send) => {
    await send(request);
    return { status: 0 };
  };
  expect(await ben.round()).toEqual({ end: "failed" });
  ben.network = answering();
  await ben.sync();
  await arrivedOnce(ben, id);
});

test.each([
  ["3: truncated in mid-JSON", { status: 200 }],
  ["7: a captive portal's page", { status: 200 }],
  ["of another shape", { status: 200, body: { results: "none" } }],
  [
    "with a row that is none",
    { status: 200, body: { results: [], rows: [7], cursor: {}, more: false, now: "" } },
  ],
  ["a proxy's page of errors", { status: 502 }],
  ["a page that is not there", { status: 404 }],
])("an answer that is %s counts for nothing", async (_what, reply) => {
  const { ben, id } = await benWithOne();
  ben.network = answering(reply);
  expect(await ben.round()).toEqual({ end: "failed" });
  expect(await ben.pending()).toEqual(["check-in.record"]);
  expect(await ben.attention()).toEqual([]);
  await ben.sync();
  await arrivedOnce(ben, id);
});

test("4: an old answer that comes after a newer round moves nothing back", async () => {
  const { server, ben, id, keyResultId } = await benWithOne();
  let late: Reply | undefined;
  ben.network = async (request, send) => {
    late = await send(request);
    return { status: 0 };
  };
  await ben.round();
  ben.network = answering();
  await ben.sync();
  await checkIn(ben, server, keyResultId, { value: 11 });
  await ben.sync();
  const before = await ben.stored((tx) => tx.rows.page());
  const cursor = await ben.stored((tx) => tx.meta.get("cursor"));

  ben.network = async () => late!;
  await ben.round();
  expect(await ben.stored((tx) => tx.rows.page())).toEqual(before);
  expect(await ben.stored((tx) => tx.meta.get("cursor"))).toEqual(cursor);
  expect(before.filter((row) => row.key === `check-in/${id}`)).toHaveLength(1);
});

test("5, 24: two tabs and the worker send the same outbox at once; each check-in arrives once", async () => {
  const { server, ben, id, keyResultId } = await benWithOne();
  const tab = await openDevice(server, server.ben, { database: ben.db.dexie.name });
  const worker = await openDevice(server, server.ben, { database: ben.db.dexie.name });
  const { id: second } = await checkIn(tab, server, keyResultId, { value: 12 });
  const ends = await Promise.all([ben.round(), tab.round(), worker.round()]);
  expect(ends.map((one) => one.end)).toEqual(["done", "done", "done"]);
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
  const rows = await ben.stored((tx) => tx.rows.under(`check-in/${keyResultId}`));
  expect(rows.map((row) => row.key).sort()).toEqual([`check-in/${id}`, `check-in/${second}`].sort());
});

test("6: a connection that dies between two pages goes on where it stopped", async () => {
  const server = await startWorld();
  await runCycle(server, 5);
  const ada = await openDevice(server, server.ada);
  let pages = 0;
  ada.network = async (request, send) => {
    pages += 1;
    return pages === 2 ? { status: 0 } : send({ ...request, limit: 3 });
  };
  expect(await ada.sync()).toEqual({ end: "failed" });
  const half = await ada.stored((tx) => tx.rows.count());
  expect(half).toBeGreaterThan(0);
  expect(await ada.sync()).toEqual({ end: "done", more: false });
  expect(ada.sent[2]!.cursor).toEqual(ada.sent[1]!.cursor);
  const whole = await openDevice(server, server.ada);
  await whole.sync();
  expect(await ada.stored((tx) => tx.rows.page())).toEqual(await whole.stored((tx) => tx.rows.page()));
});

test("8: signed out in mid-queue, everything is kept, and signing in again sends it", async () => {
  const { ben, id } = await benWithOne();
  const refused = { error: { code: "signed_out", message: "Sign in again." }, requestId: "r" };
  ben.network = answering({ status: 401, body: refused });
  expect(await ben.round()).toEqual({ end: "paused", why: "signed-out" });
  expect(await ben.pending()).toEqual(["check-in.record"]);
  expect((await ben.stored((tx) => tx.meta.get("mark")))?.phase).toBe("signed-out");
  await ben.sync();
  await arrivedOnce(ben, id);
});

test("9: a 403 that is not ours pauses and purges nothing", async () => {
  const { ben, id } = await benWithOne();
  const rows = await ben.stored((tx) => tx.rows.count());
  ben.network = answering({ status: 403 });
  expect(await ben.round()).toEqual({ end: "paused", why: "refused" });
  expect(await ben.stored((tx) => tx.rows.count())).toBe(rows);
  expect(await ben.pending()).toEqual(["check-in.record"]);
  await ben.sync();
  await arrivedOnce(ben, id);
});

test("10: a batch too large for a proxy is halved until it fits", async () => {
  const { server, ben, keyResultId } = await benWithOne();
  for (let value = 0; value < 20; value += 1) await checkIn(ben, server, keyResultId, { value });
  const fits = (request: SyncRequest) => request.mutations.length <= 4;
  ben.network = async (request, send) => (fits(request) ? send(request) : { status: 413 });
  for (let rounds = 0; rounds < 20 && (await ben.pending()).length > 0; rounds += 1) await ben.round();
  expect(await ben.pending()).toEqual([]);
  expect(await ben.stored((tx) => tx.rows.under(`check-in/${keyResultId}`))).toHaveLength(21);
});

test.each([429, 503])("11: %i with Retry-After is waited for and is no refusal", async (status) => {
  const { ben, id } = await benWithOne();
  ben.network = answering({ status, retryAfter: 7 });
  expect(await ben.round()).toEqual({ end: "failed", afterMs: 7000 });
  expect(await ben.attention()).toEqual([]);
  await ben.sync();
  await arrivedOnce(ben, id);
});

test("12: one mutation the server chokes on stands aside, kept, while the others go on", async () => {
  const { server, ben, id: poison, keyResultId } = await benWithOne();
  for (let value = 0; value < 6; value += 1) await checkIn(ben, server, keyResultId, { value });
  const poisoned = (request: SyncRequest) => request.mutations.some((one) => one.args.id === poison);
  ben.network = async (request, send) => (poisoned(request) ? { status: 500 } : send(request));
  for (let rounds = 0; rounds < 20; rounds += 1) await ben.round();
  expect(await ben.stored((tx) => tx.outbox.page())).toMatchObject([
    { args: { id: poison, note: "the words" } },
  ]);
  expect(await ben.stored((tx) => tx.rows.under(`check-in/${keyResultId}`))).toHaveLength(6);
  expect(await ben.attention()).toEqual([]);

  ben.network = answering();
  server.clock.now += 15 * 60_000;
  await ben.sync();
  expect(await ben.pending()).toEqual([]);
});

test("13: a proxy that sends a request twice changes nothing twice", async () => {
  const { ben, id } = await benWithOne();
  ben.network = async (request, send) => {
    await send(request);
    return send(request);
  };
  await ben.sync();
  await arrivedOnce(ben, id);
});

test("25: without Web Locks rounds simply run", async () => {
  const { server, ben, id } = await benWithOne();
  const held = { tryHold: async () => "taken" as const };
  const locked = await openDevice(server, server.ben, { database: ben.db.dexie.name, locks: held });
  expect(await locked.round()).toEqual({ end: "taken" });
  await ben.sync();
  await arrivedOnce(ben, id);
});
