import { expect, test } from "vitest";
import { createPokes } from "../../../web/store/poke.ts";
import { createClock, settled } from "../../simulation/clock.ts";

/** A stream of pokes in virtual time; the test is the server. */
function bench() {
  const clock = createClock(3, 0);
  const streams: { say(text: string): void; end(): void; over: boolean; at: number }[] = [];
  let pokes = 0;
  let holders = 0;
  const deps = createPokes({
    follow: (heard, signal) =>
      new Promise((resolve) => {
        const stream = { say: heard, end: () => resolve(), over: false, at: clock.now() };
        streams.push(stream);
        signal.addEventListener("abort", () => {
          stream.over = true;
          resolve();
        });
      }),
    onPoke: () => {
      pokes += 1;
    },
    async alone(hold) {
      holders += 1;
      await hold();
      holders -= 1;
    },
    sleep: clock.sleep,
    random: () => 0.5,
  });
  const pass = async (ms: number) => {
    const until = clock.now() + ms;
    await settled();
    while (await clock.step(until));
    await settled();
  };
  return { ...deps, streams, pass, pokes: () => pokes, holders: () => holders };
}

test("a poke is heard, whole or in pieces, once; a heartbeat is none", async () => {
  const { resume, streams, pass, pokes } = bench();
  resume();
  await pass(0);
  streams[0]!.say("retry: 5000\n\n");
  const begun = pokes();
  streams[0]!.say(": beat\n\n");
  expect(pokes()).toBe(begun);
  streams[0]!.say('event: poke\ndata: {"revision":3}\n\n');
  expect(pokes()).toBe(begun + 1);
  streams[0]!.say("event: po");
  streams[0]!.say('ke\ndata: {"revision":4}\n\n');
  expect(pokes()).toBe(begun + 2);
});

test("what may have been missed before a stream, or between two, is looked for once one is there", async () => {
  const { resume, streams, pass, pokes } = bench();
  resume();
  await pass(0);
  expect(pokes()).toBe(0);
  streams[0]!.say("retry: 5000\n\n");
  streams[0]!.say(": beat\n\n");
  expect(pokes()).toBe(1);
  streams[0]!.end();
  await pass(16_000);
  expect(pokes()).toBe(1);
  streams[1]!.say("retry: 5000\n\n");
  streams[1]!.say(": beat\n\n");
  expect(pokes()).toBe(2);
});

test("a stream without heartbeats is dead, and another one is opened", async () => {
  const { resume, streams, pass } = bench();
  resume();
  await pass(44_000);
  streams[0]!.say(": beat\n\n");
  await pass(44_000);
  expect(streams).toHaveLength(1);
  await pass(2000);
  expect(streams[0]!.over).toBe(true);
  await pass(20_000);
  expect(streams).toHaveLength(2);
});

test("however often the stream ends, it is opened again, with a pause", async () => {
  const { resume, streams, pass } = bench();
  resume();
  await pass(0);
  for (let n = 0; n < 50; n += 1) {
    streams.at(-1)!.end();
    await pass(6_000);
  }
  expect(streams).toHaveLength(51);
  expect(streams[1]!.at).toBe(5_000);
});

test("hidden, the stream is closed and the lock given back; visible, both come back", async () => {
  const { resume, pause, streams, pass, holders } = bench();
  resume();
  await pass(1000);
  expect(holders()).toBe(1);
  pause();
  await pass(60_000);
  expect(streams[0]!.over).toBe(true);
  expect(holders()).toBe(0);
  expect(streams).toHaveLength(1);
  resume();
  resume();
  await pass(1000);
  expect(streams).toHaveLength(2);
  expect(holders()).toBe(1);
});
