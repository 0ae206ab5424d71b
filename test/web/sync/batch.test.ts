import { expect, test } from "vitest";
import { createBatcher } from "../../../web/sync/batch.ts";
import type { OutboxEntry } from "../../../web/sync/storage.ts";

function entry(seq: number, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const base = { seq, id: `m${seq}`, name: "check-in.record", args: {}, at: "", size: 300 };
  return { ...base, reads: ["key-result/k"], writes: [`check-in/c${seq}`], into: ["check-in/k"], ...more };
}

function batcher() {
  const clock = { now: 0 };
  const made = createBatcher(
    () => clock.now,
    () => 0,
  );
  const pass = (batch: OutboxEntry[], retryMs = 1000, except: OutboxEntry[] = []) =>
    made.answered(batch, new Set(batch.filter((one) => !except.includes(one)).map((one) => one.id)), retryMs);
  return { ...made, clock, pass };
}

const many = (count: number, more: Partial<OutboxEntry> = {}) =>
  Array.from({ length: count }, (_, i) => entry(i + 1, more));
const ids = (batch: OutboxEntry[]) => batch.map((one) => one.id);

test("a round takes at most 250 mutations and 256 KiB, oldest first, and never none of what waits", () => {
  const { choose } = batcher();
  expect(choose(many(400))).toHaveLength(250);
  expect(choose(many(100, { size: 64 * 1024 }))).toHaveLength(4);
  expect(choose([entry(1, { size: 900_000 }), entry(2)])).toHaveLength(1);
  expect(choose([])).toEqual([]);
});

test("too large for some part of the way, a batch is halved at once and grows again when it passes", () => {
  const { choose, choked, pass } = batcher();
  const all = many(300);
  choked(choose(all), true);
  expect(choose(all)).toHaveLength(125);
  choked(choose(all), true);
  expect(choose(all)).toHaveLength(63);
  pass(choose(all));
  expect(choose(all)).toHaveLength(126);
});

test("one fault is borne; from the second on the batch is halved", () => {
  const { choose, choked } = batcher();
  const all = many(8);
  choked(choose(all), false);
  expect(choose(all)).toHaveLength(8);
  choked(choose(all), false);
  expect(choose(all)).toHaveLength(4);
});

test("what the server passed over waits a while, and the others go on without it", () => {
  const { choose, pass, clock } = batcher();
  const all = many(4);
  expect(pass(choose(all), 60_000, [all[1]!])).toBe(false);
  const left = [all[1]!, entry(9)];
  expect(ids(choose(left))).toEqual(["m9"]);
  clock.now = 60_000;
  expect(ids(choose(left))).toEqual(["m2", "m9"]);
});

test("where the server stopped, nothing is set aside until it stops there again", () => {
  const { choose, pass, clock } = batcher();
  const all = many(4);
  const rest = all.slice(1);
  expect(pass(all, 2000, rest)).toBe(true);
  expect(choose(rest)).toHaveLength(3);
  expect(pass(rest, 2000, rest)).toBe(true);
  expect(choose([...rest, entry(9)]).map((one) => one.id)).toEqual(["m9"]);
  clock.now = 2000;
  expect(choose(rest)).toHaveLength(3);
});

test("what stands on a mutation set aside waits with it: by its rows, by a list it is in, and in turn", () => {
  const { choose, pass } = batcher();
  const draft = entry(1, { writes: ["key-result/k9"], into: ["key-result/o"], reads: ["objective/o"] });
  const on = entry(2, { reads: ["key-result/k9"], writes: ["check-in/c2"], into: ["check-in/k9"] });
  const inTurn = entry(3, { reads: ["check-in/c2"], writes: ["check-in/c3"] });
  const lists = entry(4, { reads: ["key-result/o"], writes: ["cycle/y"] });
  const free = entry(5, { reads: ["key-result/k1"], writes: ["check-in/c5"], into: ["check-in/k1"] });
  pass([draft, entry(8)], 60_000, [draft]);
  expect(ids(choose([draft, on, inTurn, lists, free]))).toEqual(["m5"]);
});

test("two check-ins on one key result do not stand on each other", () => {
  const { choose, pass } = batcher();
  const all = many(3);
  pass(all, 60_000, [all[0]!]);
  expect(ids(choose([all[0]!, entry(7), entry(8)]))).toEqual(["m7", "m8"]);
});

test("everybody's own member row holds nobody up, but two changes of it keep their order", () => {
  const { choose, pass } = batcher();
  const mine = { reads: ["member/me"], writes: ["member/me"], into: ["member/"] };
  const first = entry(1, mine);
  pass([first, entry(8)], 60_000, [first]);
  const checkIn = entry(2, { reads: ["member/me", "workspace/", "key-result/k"] });
  expect(ids(choose([first, checkIn, entry(3, mine)]))).toEqual(["m2"]);
});

test("one that chokes the server even alone is tried by itself later, and its passing frees all the others", () => {
  const { choose, choked, pass, clock } = batcher();
  const [first, second] = many(2);
  for (const one of [first!, second!]) for (let times = 0; times < 2; times += 1) choked([one], false);
  expect(choose([first!, second!, entry(9)])).toEqual([entry(9)]);
  clock.now = 60_000;
  expect(ids(choose([first!, second!, entry(9)]))).toEqual(["m1"]);
  pass([first!]);
  expect(ids(choose([second!, entry(9)]))).toEqual(["m2", "m9"]);
});
