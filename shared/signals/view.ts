import { type Baseline, baselineOf, type Inherited } from "./baseline.ts";
import type { Segment, Series } from "./detect.ts";
import { type Scale, scaleOf } from "./scale.ts";
import type { Slotted } from "./slots.ts";
import { weekday, weekdayEffect } from "./weekday.ts";

/** What the detector sees of a series at one reading: that reading and what came before, on their working scale. */
export interface View {
  /** Places in the whole series; the last is the reading under test. */
  indexes: number[];
  slots: number[];
  values: number[];
  scale: Scale;
  effectAt(slot: number): number;
  segment: Segment;
  /** Readings since the segment began, spikes counted. */
  age: number;
  /** The baseline of the first `n` of them. */
  baseline(n: number, inherited?: Inherited): Baseline;
}

/** Baselines of one series: the run of two of a reading is held against what the reading before was held against. */
export type Known = Map<string, Baseline>;

const longest = { daily: 84, weekly: 52, monthly: 52 };

/** Undefined while the days of the week cannot be told apart yet. */
export function viewAt(
  all: readonly Slotted[],
  index: number,
  segment: Segment,
  excluded: ReadonlySet<number>,
  series: Pick<Series, "cadence" | "scale">,
  known: Known,
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
  const effect =
    series.cadence === "daily" ? effectBefore(all.slice(0, index), current.slot, scale) : noEffect;
  if (effect === undefined) return undefined;
  const effectAt = (slot: number) => effect[weekday(slot)]!;
  const indexes = [...before, index];
  const slots = indexes.map((one) => all[one]!.slot);
  const values = indexes.map((one) => scale.to(all[one]!.value) - effectAt(all[one]!.slot));
  return {
    indexes,
    slots,
    values,
    scale,
    effectAt,
    segment,
    age: index - segment.start,
    baseline(n, inherited) {
      const fitted = () => baselineOf(slots.slice(0, n), values.slice(0, n), scale, inherited);
      // A day's weekday effect is its own, so its baseline is nobody else's.
      if (series.cadence === "daily") return fitted();
      const key = [scale.name, indexes[0], indexes[n - 1], n, inherited?.sigma, inherited?.slope].join(" ");
      const found = known.get(key) ?? fitted();
      known.set(key, found);
      return found;
    },
  };
}

const noEffect: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

function effectBefore(before: readonly Slotted[], slot: number, scale: Scale) {
  const recent = before.slice(-longest.daily);
  const usable = recent.filter((one) => Number.isFinite(scale.to(one.value)));
  return weekdayEffect(
    usable,
    usable.map((one) => scale.to(one.value)),
    slot,
  );
}
