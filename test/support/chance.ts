/** Numbers that look like chance and come again with their seed. */
export interface Chance {
  /** 0 ≤ random() < 1, the same row of numbers for the same seed. */
  random(): number;
  one(probability: number): boolean;
  below(count: number): number;
  pick<T>(from: readonly T[]): T;
  /** A copy of a JSON value with up to three things wrong with it. */
  harmed(value: unknown): unknown;
}

/** What nobody means to send, in place of anything. */
export const hostileValues: readonly unknown[] = [
  ...[null, true, -1, 0, 1e308, 1e-320, 9e15, "", " ", "1", "x".repeat(2000), "\u0000", "\ud800", "a\udc00b"],
  ...["__proto__", "constructor", "' or 1=1 --", "../../etc/passwd", "%", "=1+1", "\u202e", "2026-02-30"],
  ...["0000-01-01", "9999-12-31", "2026-02-02T00:00:00Z", "\r\nX: y", [], {}, [[]], [null], { a: { b: 1 } }],
];

/** Chance that can be had again (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = (seed + 1) * 0x9e3779b9;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(random() * count);
  const chance: Chance = {
    random,
    below,
    one: (probability) => random() < probability,
    pick: (from) => from[below(from.length)]!,
    harmed(value) {
      let harmed = structuredClone(value);
      for (let left = below(4); left > 0; left -= 1) harmed = harmedOnce(chance, harmed);
      return harmed;
    },
  };
  return chance;
}

/** A text with one place cut, doubled, or filled with what nobody types. */
export function mutilated(chance: Chance, text: string): string {
  const at = chance.below(text.length + 1);
  const odd = [
    "\u0000",
    "\ufeff",
    '"',
    "\\",
    "{",
    "]",
    "\ud800",
    "\r",
    "€".repeat(300),
    "1e400",
    "=cmd()",
    "\u2028",
  ];
  return chance.pick([
    () => text.slice(0, at),
    () => text.slice(at),
    () => text + text.slice(at),
    () => text.slice(0, at) + chance.pick(odd) + text.slice(at),
    () => text.slice(0, at) + chance.pick(odd) + text.slice(at + 1 + chance.below(4)),
  ])();
}

function harmedOnce(chance: Chance, value: unknown): unknown {
  if (typeof value !== "object" || value === null || chance.one(0.15)) return chance.pick(hostileValues);
  const keys = Object.keys(value);
  const key = chance.pick([...keys, "extra", "__proto__"]);
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (chance.one(0.2)) delete copy[key];
  else
    Object.defineProperty(copy, key, {
      value: harmedOnce(chance, copy[key]),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
}
