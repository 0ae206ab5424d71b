import { type Baseline, baselineOf, type Inherited } from "./baseline.ts";
import type { Series } from "./detect.ts";
import { type Scale, scaleOf } from "./scale.ts";
import type { Slotted } from "./slots.ts";
import { emptyTrends, type Trends } from "./trends.ts";
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
  count: number;
  /** Of so many readings; what lies beyond is of no meaning, and none of it outlasts the next view. */
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

/** What one walk through a series remembers: much of what one reading is held against is that of the one before. */
export interface Memory {
  baselines: Map<number, Remembered>;
  sample: Trends;
  /** What the sample holds: readings on one scale, from the first to the last. */
  of: { scale: Scale["name"]; first: number; last: number } | undefined;
}

interface Remembered {
  baseline: Baseline;
  scale: Scale["name"];
  inherited: Inherited | undefined;
}

export function noMemory(cadence: Series["cadence"]): Memory {
  return { baselines: new Map(), sample: emptyTrends(longest[cadence] + 1), of: undefined };
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
  const indexes = [index];
  for (let one = index - 1; one >= segment.start && indexes.length <= longest[series.cadence]; one -= 1)
    if (!excluded.has(one)) indexes.push(one);
  indexes.reverse();
  const count = indexes.length;
  const before = () => indexes.slice(0, -1).map((one) => all[one]!.value);
  const scale = scaleOf(series, before, current.value);
  const effect = series.cadence === "daily" ? effectBefore(all, index, scale) : noEffect;
  if (effect === undefined) return undefined;
  const sample = sampleFor(memory, scale.name, indexes, series.cadence);
  for (let i = sample.count; i < count; i += 1) {
    const { slot, value } = all[indexes[i]!]!;
    sample.push(slot, scale.to(value) - effect[weekday(slot)]!);
  }
  return {
    indexes,
    count,
    slots: sample.slots,
    values: sample.values,
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

/** The sample of the reading before, where this one only adds to it. A day's weekday effects change every value. */
function sampleFor(
  memory: Memory,
  scale: Scale["name"],
  indexes: readonly number[],
  cadence: Series["cadence"],
): Trends {
  const { sample, of } = memory;
  const grows =
    cadence !== "daily" &&
    of?.scale === scale &&
    of.first === indexes[0] &&
    of.last === indexes.at(-2) &&
    sample.count === indexes.length - 1;
  if (!grows) sample.clear();
  memory.of = { scale, first: indexes[0]!, last: indexes.at(-1)! };
  return sample;
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
