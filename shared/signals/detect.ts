import type { Metric } from "../metrics/metric.ts";
import { isInDip } from "./dips.ts";
import { type Reading, type Slotted, slotted } from "./slots.ts";
import { type Walked, walk } from "./walk.ts";

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

/**
 * Every alert of a series in date order, each exactly as it would have been raised online: none uses a later reading,
 * and cool-down and re-baselining are applied. An individuals chart with Student-t limits, a trend-aware centre, and the
 * means of the last 2, 4 and 8 readings beside the single one.
 */
export function detect(series: Series, options: Options): Signal[] {
  return watch(series, options).signals;
}

/** The same, with each reading's own expected range as it was when the reading came in. */
export function watch(series: Series, options: Options): Walked {
  return inOneGo(watching(series, options));
}

/** The same a stretch at a time, for whoever has other work to do in between. */
export function* watching(series: Series, { preset, stricter = 0 }: Options): Generator<undefined, Walked> {
  const all = slotted(series.readings, series.cadence);
  const isDip = ({ on }: Reading) => isInDip(on, series.dips);
  const counted = all.filter((one) => !isDip(one));
  const found: Walked = { signals: [], readings: [] };
  for (const part of partsOf(counted, series.redefined)) {
    const { signals, readings } = yield* walk(part, series, { preset, stricter });
    found.signals = found.signals.concat(signals);
    found.readings = found.readings.concat(readings);
  }
  if (counted.length === all.length) return found;
  for (const { on, value } of all.filter(isDip))
    found.readings.push({ on, value, state: "usual", dip: true });
  found.readings.sort((a, b) => (a.on < b.on ? -1 : 1));
  return found;
}

/** What work that stops in between comes to, for whoever waits for all of it. */
export function inOneGo<R>(work: Generator<undefined, R>): R {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** What was read before a redefinition says nothing of what is read after it. */
function partsOf(all: Slotted[], redefined: readonly string[] = []): Slotted[][] {
  const edges = [...redefined].sort();
  const partOf = (on: string) => edges.filter((edge) => edge <= on).length;
  const parts: Slotted[][] = edges.concat("").map(() => []);
  for (const one of all) parts[partOf(one.on)]!.push(one);
  return parts;
}
