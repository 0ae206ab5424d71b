import { expect, onTestFinished, test } from "vitest";
import { createEngine } from "../../../web/sync/engine.ts";
import { createPhone } from "../../../web/sync/phone.ts";
import { round } from "../../../web/sync/round.ts";
import type { Pause } from "../../../web/sync/storage.ts";
import type { Reply } from "../../../web/sync/world.ts";
import { type Clock, createClock, settled } from "../../simulation/clock.ts";
import { createMemoryStorage } from "../../simulation/memory-storage.ts";

const second = 1000;
const minute = 60 * second;

/** An engine in virtual time, before a server that answers what the test says. Times are seconds from the start. */
function bench(answer: (request: number) => Reply = () => ok()) {
  const clock: Clock = createClock(7, 0);
  const asked: number[] = [];
  const paused: Pause[] = [];
  const held = { taken: false };
  const storage = createMemoryStorage();
  const phone = createPhone(
    {
      ...{ now: clock.now, monotonic: clock.now, random: clock.random, randomBytes: clock.bytes },
      ...{ sleep: clock.sleep, storage, log: () => {} },
      async transport() {
        asked.push(Math.round(clock.now() / second));
        return answer(asked.length);
      },
      locks: { tryHold: async (_name, work) => (held.taken ? "taken" : work()) },
    },
    { personId: "p", memberId: "m", workspaceId: "w", deviceId: "d" },
  );
  const engine = createEngine(phone, (why) => paused.push(why), round);
  onTestFinished(() => engine.stop());
  const pass = async (ms: number) => {
    const until = clock.now() + ms;
    await settled();
    while (await clock.step(until));
  };
  return { engine, asked, paused, pass, held, storage, clock };
}

function ok(more: object = {}): Reply {
  const cursor = { epoch: "e", revision: 1, tag: "t", catalogVersion: 1 };
  return {
    status: 200,
    body: { results: [], rows: [], cursor, more: false, now: "1970-01-01T00:00:00.000Z", ...more },
  };
}
const gaps = (times: number[]) => times.slice(1).map((time, i) => time - times[i]!);

test("while visible it looks every one to two minutes, and while hidden every five to ten", async () => {
  const { engine, asked, pass } = bench();
  engine.start();
  await pass(30 * minute);
  expect(asked.length).toBeGreaterThan(14);
  expect(gaps(asked).every((gap) => gap >= 60 && gap <= 121)).toBe(true);
  engine.wake("hidden");
  await pass(3 * minute);
  const before = asked.length;
  await pass(60 * minute);
  expect(asked.length - before).toBeGreaterThanOrEqual(5);
  expect(gaps(asked.slice(before)).every((gap) => gap >= 300 && gap <= 601)).toBe(true);
});

test.each(["save", "online", "visible", "poke", "asked"] as const)("it looks at once on %s", async (why) => {
  const { engine, asked, pass } = bench();
  engine.start();
  await pass(10 * second);
  engine.wake(why);
  await pass(second);
  expect(asked).toEqual([0, 10]);
});

test("while somebody looks, a failure is retried for ever, at least three times a minute", async () => {
  const { engine, asked, pass } = bench(() => ({ status: 0 }));
  engine.start();
  await pass(60 * minute);
  expect(Math.max(...gaps(asked))).toBeLessThanOrEqual(21);
  expect(asked.length).toBeLessThan(60 * 60);
});

test("out of sight failures are retried for ever, ever more slowly, at most every five minutes", async () => {
  const { engine, asked, pass } = bench(() => ({ status: 0 }));
  engine.start();
  engine.wake("hidden");
  await pass(4 * 60 * minute);
  expect(asked.length).toBeGreaterThan(40);
  expect(Math.max(...gaps(asked))).toBeLessThanOrEqual(301);
  const hour = asked.filter((time) => time > 3600 && time <= 7200);
  expect(hour.length).toBeLessThan(60);
});

test("a server that asks for time is given it, even when somebody saves or pulls meanwhile", async () => {
  const { engine, asked, pass } = bench((n) => (n === 1 ? { status: 503, retryAfter: 120 } : ok()));
  engine.start();
  await pass(second);
  for (const why of ["save", "online", "asked"] as const) engine.wake(why);
  await pass(100 * second);
  expect(asked).toEqual([0]);
  await pass(30 * second);
  expect(asked).toEqual([0, 120]);
});

test("back online, a long back-off is cut short", async () => {
  let online = false;
  const { engine, asked, pass } = bench(() => (online ? ok() : { status: 0 }));
  engine.start();
  await pass(60 * minute);
  online = true;
  const at = asked.length;
  engine.wake("online");
  await pass(second);
  expect(asked.length).toBe(at + 1);
});

test("signed out, it waits for the person and not for a timer, a save or a poke", async () => {
  let signedIn = false;
  const out = { error: { code: "signed_out", message: "x" }, requestId: "r" };
  const { engine, asked, pass, paused } = bench(() => (signedIn ? ok() : { status: 401, body: out }));
  engine.start();
  await pass(60 * minute);
  engine.wake("save");
  engine.wake("poke");
  await pass(60 * minute);
  expect(asked).toEqual([0]);
  expect(paused).toEqual(["signed-out"]);
  signedIn = true;
  engine.wake("visible");
  await pass(second);
  expect(asked).toHaveLength(2);
});

test("a revoked device is wiped, and asks nothing any more", async () => {
  const revoked = { error: { code: "device_revoked", message: "x" }, requestId: "r" };
  const { engine, asked, pass, paused, storage } = bench(() => ({ status: 401, body: revoked }));
  await storage.write((tx) => tx.meta.put("seq", 9));
  engine.start();
  await pass(60 * minute);
  engine.wake("visible");
  await pass(60 * minute);
  expect(asked).toEqual([0]);
  expect(paused).toEqual(["revoked"]);
  expect(storage.data.meta.size).toBe(0);
});

test("23: a lock that a frozen tab never gives back is waited for, then passed by", async () => {
  const { engine, asked, pass, held } = bench();
  held.taken = true;
  engine.start();
  await pass(35 * second);
  expect(asked).toEqual([]);
  await pass(10 * second);
  expect(asked).toHaveLength(1);
});

test("a round that hangs, because storage does, ends no syncing", async () => {
  let hang = true;
  const { engine, asked, pass, storage } = bench();
  const write = storage.write;
  storage.write = (work) => (hang ? new Promise(() => {}) : write(work));
  engine.start();
  await pass(80 * second);
  expect(asked).toEqual([]);
  hang = false;
  await pass(20 * second);
  expect(asked).toHaveLength(1);
});

test("pages follow each other without a pause, and whoever waits hears when all is done", async () => {
  const { engine, asked, pass } = bench((n) =>
    ok({ more: n < 4, cursor: { epoch: "e", revision: n, tag: "t", catalogVersion: 1 } }),
  );
  engine.start();
  const heard: unknown[] = [];
  void engine.settled().then((end) => heard.push(end));
  await pass(second);
  expect(asked).toEqual([0, 0, 0, 0]);
  expect(heard).toEqual([{ end: "done", more: false }]);
});

test("stopped, it asks nothing, and whoever waits is let go", async () => {
  const { engine, asked, pass } = bench();
  engine.start();
  await pass(second);
  const waiting = engine.settled();
  engine.stop();
  expect(await waiting).toBeUndefined();
  await pass(60 * minute);
  expect(asked.length).toBeLessThanOrEqual(2);
});

test("57: pokes that come twice, late or for nothing cost a look and no more", async () => {
  const { engine, asked, pass } = bench();
  engine.start();
  await pass(10 * second);
  for (let n = 0; n < 5; n += 1) engine.wake("poke");
  await pass(second);
  expect(asked.length).toBeLessThanOrEqual(3);
});

test("offline is shown at once, and corrected by the next answer", async () => {
  const { engine, pass, storage } = bench();
  engine.start();
  await pass(second);
  engine.wake("offline");
  await pass(second);
  expect(await storage.peek.meta.get("mark")).toMatchObject({ phase: "offline" });
  engine.wake("online");
  await pass(second);
  expect(await storage.peek.meta.get("mark")).toMatchObject({ phase: "idle" });
});
