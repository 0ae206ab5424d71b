import type { Metric } from "../metrics/metric.ts";
import { expectedAt, type Found, strongest } from "./candidate-run.ts";
import type { Reading, Slotted } from "./slots.ts";
import { slotted } from "./slots.ts";
import { mean } from "./statistics.ts";
import { type Known, type View, viewAt } from "./view.ts";

export interface Series {
  readings: readonly Reading[];
  cadence: Metric["cadence"];
  scale: "value" | "ratio" | "count";
  goodDirection: Metric["goodDirection"];
  /** Days from which a new level is the usual one; how far readings scatter is carried over. */
  restarts?: readonly string[];
  /** Days from which readings mean something else: nothing before them counts any more. */
  redefined?: readonly string[];
  /** Days, both included, whose readings are set aside: neither held against anything nor learnt from. */
  dips?: readonly { from: string; to: string }[];
}

export type Preset = "calm" | "standard" | "eager";

/** Which run of readings left its range: the last one alone, or the mean of the last two, four or eight. */
export type SignalRule = "last-1" | "last-2" | "last-4" | "last-8";

export interface Expected {
  low: number;
  centre: number;
  high: number;
}

/** An alert as it would have been raised on the day of its reading. */
export interface Signal {
  /** The day of the reading that fired. */
  on: string;
  /** The day on which what fired began. */
  onset: string;
  direction: "up" | "down";
  rule: SignalRule;
  /** What a single reading of that day was expected to be, in the metric's own unit. */
  expected: Expected;
  /** How far off it was, in standard errors; negative is downward. */
  z: number;
}

/** A reading as it looked when it came in. Without `expected` there was too little to hold it against. */
export interface Watched extends Reading {
  expected?: Expected;
  state: "learning" | "usual" | "above" | "below";
  /** It lies in an expected dip and was set aside. */
  dip?: true;
}

export interface Options {
  preset: Preset;
  /** Added to every height of the preset: where many series are followed, each has to be surer. */
  stricter?: number;
}

const quietPeriods = { daily: 7, weekly: 4, monthly: 4 };
const louder = 1.5;
const fewestOfShift = 3;
const patience = 5;

/**
 * Every alert of a series in date order, each exactly as it would have been raised online: none uses a later reading,
 * and cool-down and re-baselining are applied. An individuals chart with Student-t limits, a trend-aware centre, and the
 * means of the last 2, 4 and 8 readings beside the single one.
 */
export function detect(series: Series, options: Options): Signal[] {
  return watch(series, options).signals;
}

/** The same, with each reading's own expected range as it was when the reading came in. */
export function watch(
  series: Series,
  { preset, stricter = 0 }: Options,
): { signals: Signal[]; readings: Watched[] } {
  const all = slotted(series.readings, series.cadence);
  const signals: Signal[] = [];
  const readings: Watched[] = [];
  const excluded = new Set<number>();
  const known: Known = new Map();
  let segment: Segment = { start: 0 };
  let pending: Pending | undefined;

  all.forEach((current, index) => {
    if (pending !== undefined) {
      const outcome = follow(pending, index);
      const { onset, found } = pending;
      if (outcome !== "waits") pending = undefined;
      if (outcome === "shift") segment = { start: onset, inherited: found.baseline };
      if (outcome === "back" || outcome === "beyond")
        for (let one = onset; one < index; one += 1) excluded.add(one);
      if (outcome !== "beyond") {
        readings.push(watched(current, found));
        return;
      }
    }
    const view = viewAt(all, index, segment, excluded, series, known);
    const found = view && strongest(view, { preset, stricter }, series.cadence);
    readings.push(watched(current, found, view));
    if (view === undefined || found === undefined || !found.isCandidate) return;
    const onset = view.indexes.at(-found.run)!;
    raise(current, all[onset]!, found);
    if (found.run >= fewestOfShift) segment = { start: onset, inherited: found.baseline };
    else pending = { onset, direction: found.direction, found, view };
  });
  return { signals, readings };

  /** What became of a pending reading or pair, now that another one is there. */
  function follow({ onset, direction, found, view }: Pending, index: number): Outcome {
    const { centre, slope, sigma } = found.baseline;
    const off = ({ slot, value }: Slotted) =>
      (view.scale.to(value) - view.effectAt(slot) - centre - slope * slot) * (direction === "up" ? 1 : -1);
    const now = off(all[index]!);
    if (now < -sigma) return "beyond";
    if (now <= sigma) return "back";
    const since = all.slice(onset, index + 1);
    if (since.length >= fewestOfShift && mean(since.map(off)) >= 2 * sigma) return "shift";
    return since.length > patience ? "back" : "waits";
  }

  /** Told once: what is still the same story is not told again, unless it became much louder. */
  function raise({ on, slot }: Slotted, onset: Slotted, { direction, run, z, expected }: Found): void {
    const last = signals.findLast((one) => one.direction === direction);
    const since = last === undefined ? Number.POSITIVE_INFINITY : slot - slotOfSignal.get(last)!;
    if (since <= quietPeriods[series.cadence] && Math.abs(z) <= louder * Math.abs(last!.z)) return;
    const signal: Signal = { on, onset: onset.on, direction, rule: `last-${run}`, expected, z };
    slotOfSignal.set(signal, slot);
    signals.push(signal);
  }
}

const slotOfSignal = new WeakMap<Signal, number>();

/** Readings since something shifted for good; a young one borrows the scatter of the one before. */
export interface Segment {
  start: number;
  inherited?: { slope: number; sigma: number };
}

/** It came back to the old line, went beyond it, stayed for good, or cannot be told yet. */
type Outcome = "back" | "beyond" | "shift" | "waits";

/** One or two readings that fired and may be a spike or the beginning of a shift. */
interface Pending {
  onset: number;
  direction: "up" | "down";
  found: Found;
  view: View;
}

function watched({ on, value, slot }: Slotted, found: Found | undefined, view?: View): Watched {
  if (found === undefined) return { on, value, state: "learning" };
  const expected = view === undefined ? expectedAt(found, slot) : found.expected;
  const state = value > expected.high ? "above" : value < expected.low ? "below" : "usual";
  return { on, value, expected, state };
}
