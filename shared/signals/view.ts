import { type Baseline, baselineOf, type Inherited, sampleOf } from "./baseline.ts";
import type { Series } from "./detect.ts";
import { type Scale, scaleOf } from "./scale.ts";
import type { Slotted } from "./slots.ts";
import { type Guess, noGuess } from "./trends.ts";
import { weekday, weekdayEffect } from "./weekday.ts";

/** Readings since something shifted for good; a young one borrows the scatter of the one before. */
export interface Segment {
  start: number;
  inherited?: Inherited | undefined;
}

/** What the detector sees of a series at one reading: that reading and what came before, on their working scale. */
export interface View {
  /** Places in the whole series; the last is the reading under test. */
  indexes: number[];
  slots: Float64Array;
  values: Float64Array;
  scale: Scale;
  effectAt(slot: number): number;
  segment: Segment;
  /** Readings since the segment began, spikes counted. */
  age: number;
  /** The baseline of the first `n` of them. */
  baseline(n: number, inherited?: Inherited): Baseline;
}

/** What one walk through a series remembers: the run of two is held against what the reading before was held against. */
export interface Memory {
  baselines: Map<number, Remembered>;
  guess: Guess;
}

interface Remembered {
  baseline: Baseline;
  scale: Scale["name"];
  inherited: Inherited | undefined;
}

export function noMemory(): Memory {
  return { baselines: new Map(), guess: noGuess() };
}

const longest = { daily: 84, weekly: 52, monthly: 52 };

/** Undefined while the days of the week cannot be told apart yet. */
export function viewAt(
  all: readonly Slotted[],
  index: number,
  segment: Segment,
  excluded: ReadonlySet<number>,
  series: Pick<Series, "cadence" | "scale">,
  memory: Memory,
): View | undefined {
  const current = all[index]!;
  const before: number[] = [];
  for (let one = index - 1; one >= segment.start && before.length < longest[series.cadence]; one -= 1)
    if (!excluded.has(one)) before.push(one);
  before.reverse();
  const scale = scaleOf(
    series,
    before.map((one) => all[one]!.value),
    current.value,
  );
  const effect = series.cadence === "daily" ? effectBefore(all, index, scale) : noEffect;
  if (effect === undefined) return undefined;
  const indexes = [...before, index];
  const slots = new Float64Array(indexes.length);
  const values = new Float64Array(indexes.length);
  for (let i = 0; i < indexes.length; i += 1) {
    const { slot, value } = all[indexes[i]!]!;
    slots[i] = slot;
    values[i] = scale.to(value) - effect[weekday(slot)]!;
  }
  const sample = sampleOf(slots, values, memory.guess);
  return {
    indexes,
    slots,
    values,
    scale,
    effectAt: (slot) => effect[weekday(slot)]!,
    segment,
    age: index - segment.start,
    baseline(n, inherited) {
      // A day's weekday effect is its own, so its baseline is nobody else's.
      if (series.cadence === "daily") return baselineOf(sample, n, scale, inherited);
      // First, last and how many of them: readings are only ever left out, so these name one set.
      const key = (indexes[0]! * most + indexes[n - 1]!) * 64 + n;
      const known = memory.baselines.get(key);
      if (known !== undefined && known.scale === scale.name && known.inherited === inherited)
        return known.baseline;
      const baseline = baselineOf(sample, n, scale, inherited);
      memory.baselines.set(key, { baseline, scale: scale.name, inherited });
      return baseline;
    },
  };
}

/** More readings than any series has. */
const most = 2 ** 22;
const noEffect: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

function effectBefore(all: readonly Slotted[], index: number, scale: Scale) {
  const recent = all.slice(Math.max(0, index - longest.daily), index);
  return weekdayEffect(
    recent.map((one) => one.slot),
    recent.map((one) => scale.to(one.value)),
    all[index]!.slot,
  );
}
