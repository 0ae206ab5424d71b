import { uuidv7 } from "../../../shared/sync/uuid.ts";

/** Seeded chance: the same seed tells the same story. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** Normal with mean 0 and standard deviation 1 (Box–Muller). */
  normal(): number;
  /** A UUIDv7 that carries the given moment. */
  id(at: string): string;
}

/** A small generator (mulberry32): good enough for believable noise, and the same on every machine. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    id: (at) =>
      uuidv7(
        Date.parse(at),
        Uint8Array.from({ length: 10 }, () => Math.floor(next() * 256)),
      ),
  };
}
