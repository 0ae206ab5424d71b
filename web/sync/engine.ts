import type { RoundEnd } from "./exchange.ts";
import { mark } from "./mark.ts";
import type { Phone } from "./phone.ts";
import type { Pause } from "./storage.ts";
import { longestRetryAfter, roundTimeout } from "./timing.ts";

/** What may make the engine look again. All of them are hints, and may lie or never come. */
export type Wake = "save" | "online" | "offline" | "visible" | "hidden" | "poke" | "asked";

export interface Engine {
  start(): void;
  stop(): void;
  wake(why: Wake): void;
  /** Wakes it, and resolves when it has nothing more to do for now or has failed. */
  settled(): Promise<RoundEnd | undefined>;
}

const second = 1000;
/** Somebody who looks at the screen is not kept waiting long once the server is back. */
const longestBackOff = { visible: 20 * second, hidden: 300 * second };
const pollVisible = 60 * second;
const pollHidden = 300 * second;
/** A tab frozen with the lock in its hands holds it for ever. After this long a round goes without: it is safe. */
const patienceForLock = 40 * second;

type Round = (phone: Phone, lock: boolean) => Promise<RoundEnd>;
let loaded: Promise<Round> | undefined;

/** The first screen needs no round, and rounds bring the parsers along: they load when the first one is due. */
const roundWhenDue: Round = async (phone, lock) => {
  loaded ??= import("./round.ts").then(({ round }) => round);
  try {
    return await (await loaded)(phone, lock);
  } catch (error) {
    loaded = undefined;
    throw error;
  }
};

/** Decides when rounds happen. `onPause` hears of a pause that is not for the engine to end. */
export function createEngine(
  phone: Phone,
  onPause: (why: Pause) => void = () => {},
  round: Round = roundWhenDue,
): Engine {
  const { world } = phone;
  /** Rises with each start, so that a loop of an earlier one ends. */
  let run = 0;
  let running = false;
  let asked = false;
  let visible = true;
  let attempt = 0;
  let notBefore = 0;
  let takenSince: number | undefined;
  let paused: Pause | undefined;
  let nap = new AbortController();
  let waiting: ((end: RoundEnd | undefined) => void)[] = [];

  async function loop(mine: number): Promise<void> {
    for (;;) {
      asked = false;
      const lost = takenSince !== undefined && world.monotonic() - takenSince > patienceForLock;
      const end = await within(
        3 * roundTimeout,
        round(phone, !lost).catch((): RoundEnd => ({ end: "failed" })),
      );
      if (run !== mine) return;
      const ms = after(end);
      if (ms > 0) answer(end);
      if (!running) return;
      if (ms > 0) await rest(ms);
      if (run !== mine) return;
    }
  }

  /** How long to rest after a round; 0 goes on at once. */
  function after(end: RoundEnd): number {
    if (end.end !== "taken") takenSince = undefined;
    paused = end.end === "paused" ? end.why : undefined;
    switch (end.end) {
      case "done":
        attempt = 0;
        return end.more || asked ? 0 : (visible ? pollVisible : pollHidden) * (1 + world.random());
      case "taken":
        takenSince ??= world.monotonic();
        return second * (0.5 + world.random());
      case "failed": {
        attempt += 1;
        notBefore = world.monotonic() + (end.afterMs ?? 0);
        const backOff =
          world.random() *
          Math.min(longestBackOff[visible ? "visible" : "hidden"], second * 2 ** Math.min(attempt, 20));
        return Math.max(second / 4, backOff, end.afterMs ?? 0);
      }
      case "paused":
        onPause(end.why);
        if (end.why === "revoked" || end.why === "removed") running = false;
        return 24 * 3600 * second;
    }
  }

  async function rest(ms: number): Promise<void> {
    nap = new AbortController();
    if (!asked) await world.sleep(ms, nap.signal);
    // Woken by a hint: the server's "not before" still stands.
    const early = notBefore - world.monotonic();
    if (!running || early <= 0) return;
    answer(undefined);
    nap = new AbortController();
    await world.sleep(Math.min(early, longestRetryAfter));
  }

  /** A round that hangs, because the browser's storage does, must not end syncing for good. */
  async function within(ms: number, work: Promise<RoundEnd>): Promise<RoundEnd> {
    const done = new AbortController();
    const late = world.sleep(ms, done.signal).then((): RoundEnd => ({ end: "failed" }));
    const end = await Promise.race([work, late]);
    done.abort();
    return end;
  }

  function answer(end: RoundEnd | undefined): void {
    const callers = waiting;
    waiting = [];
    for (const resolve of callers) resolve(end);
  }

  function wake(why: Wake): void {
    if (why === "visible" || why === "hidden") visible = why === "visible";
    if (why === "hidden") return;
    if (why === "offline")
      return void world.storage.write((tx) => mark(tx, { phase: "offline" })).catch(() => {});
    if (paused && (why === "save" || why === "poke")) return;
    if (why !== "save") attempt = 0;
    asked = true;
    nap.abort();
  }

  return {
    wake,
    start() {
      if (running) return;
      running = true;
      run += 1;
      void loop(run);
    },
    stop() {
      running = false;
      run += 1;
      nap.abort();
      answer(undefined);
    },
    settled() {
      return new Promise((resolve) => {
        if (!running) return resolve(undefined);
        waiting.push(resolve);
        wake("asked");
      });
    },
  };
}
