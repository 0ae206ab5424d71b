/** Virtual time and seeded chance: the only sources of either in a simulation. */
export interface Clock {
  now(): number;
  /** In [0, 1). */
  random(): number;
  chance(probability: number): boolean;
  /** A whole number in [0, below). */
  below(count: number): number;
  pick<T>(items: readonly T[]): T;
  bytes(count: number): Uint8Array;
  /** Runs something later; answers how to call it off. */
  at(delayMs: number, run: () => void): () => void;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Runs the next event and everything that follows from it at once. False when there is none before `until`. */
  step(until: number): Promise<boolean>;
}

interface Event {
  time: number;
  tie: number;
  run: (() => void) | undefined;
}

/** Events at one moment run in an order the seed decides. */
export function createClock(seed: number, start: number): Clock {
  const heap: Event[] = [];
  let time = start;
  const random = mulberry32(seed);

  const clock: Clock = {
    now: () => time,
    random,
    chance: (probability) => random() < probability,
    below: (count) => Math.floor(random() * count),
    pick: (items) => items[Math.floor(random() * items.length)]!,
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)),
    at(delayMs, run) {
      const event: Event = { time: time + Math.max(0, Math.round(delayMs)), tie: random(), run };
      push(heap, event);
      return () => {
        event.run = undefined;
      };
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = () => {
          cancel();
          signal?.removeEventListener("abort", done);
          resolve();
        };
        const cancel = clock.at(ms, done);
        signal?.addEventListener("abort", done);
      }),
    async step(until) {
      for (;;) {
        const next = heap[0];
        if (next === undefined || next.time > until) {
          time = Math.max(time, until);
          return false;
        }
        pop(heap);
        if (next.run === undefined) continue;
        time = next.time;
        next.run();
        await settled();
        return true;
      }
    },
  };
  return clock;
}

/** Resolves when every promise that could go on has gone on. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const before = (a: Event, b: Event) => a.time < b.time || (a.time === b.time && a.tie < b.tie);

function push(heap: Event[], event: Event): void {
  let at = heap.push(event) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(event, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = event;
}

function pop(heap: Event[]): void {
  const last = heap.pop()!;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child += 1;
    if (!before(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
}
