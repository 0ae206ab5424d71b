import { expectedAt, type Found, heirTo, strongest } from "./candidate-run.ts";
import type { Options, Series, Signal, Watched } from "./detect.ts";
import { type Slotted, storyPeriods } from "./slots.ts";
import { mean } from "./statistics.ts";
import { noMemory, type Segment, type View, viewAt } from "./view.ts";

const louder = 1.5;
const fewestOfShift = 3;
const patience = 5;

export interface Walked {
  signals: Signal[];
  readings: Watched[];
}

/** A stretch takes a few milliseconds; whoever must not be kept from other work pauses between two. */
const stretch = 64;

/** Goes through readings in the order of time, one a period, and never looks ahead; stops after every stretch. */
export function* walk(
  all: readonly Slotted[],
  series: Series,
  options: Required<Options>,
): Generator<undefined, Walked> {
  const signals: Signal[] = [];
  const readings: Watched[] = [];
  const excluded = new Set<number>();
  const memory = noMemory(series.cadence);
  const restarts = [...(series.restarts ?? [])].sort();
  let segment: Segment = { start: 0 };
  let pending: Pending | undefined;

  for (const [index, current] of all.entries()) {
    if (index % stretch === stretch - 1) yield;
    if (startsAnew(index)) {
      if (pending !== undefined) exclude(pending.onset, index);
      pending = undefined;
      const view = viewAt(all, index, segment, excluded, series, memory);
      segment = { start: index, inherited: view && heirTo(view) };
    }
    if (pending !== undefined) {
      const outcome = follow(pending, index);
      const { onset, found } = pending;
      if (outcome !== "waits") pending = undefined;
      if (outcome === "shift") segment = { start: onset, inherited: found.baseline };
      if (outcome === "back" || outcome === "beyond") exclude(onset, index);
      if (outcome !== "beyond") {
        readings.push(watched(current, found));
        continue;
      }
    }
    const view = viewAt(all, index, segment, excluded, series, memory);
    const found = view && strongest(view, options, series.cadence);
    readings.push(watched(current, found, view));
    if (view === undefined || found === undefined || !found.isCandidate) continue;
    const onset = view.indexes.at(-found.run)!;
    raise(current, all[onset]!, found);
    if (found.run >= fewestOfShift) segment = { start: onset, inherited: found.baseline };
    else pending = { onset, direction: found.direction, found, view };
  }
  return { signals, readings };

  /** Whether somebody said that a new level begins after the reading before and not after this one. */
  function startsAnew(index: number): boolean {
    const before = all[index - 1]?.on;
    return before !== undefined && restarts.some((one) => one > before && one <= all[index]!.on);
  }

  function exclude(from: number, until: number): void {
    for (let one = from; one < until; one += 1) excluded.add(one);
  }

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
    if (since <= storyPeriods[series.cadence] && Math.abs(z) <= louder * Math.abs(last!.z)) return;
    const signal: Signal = { on, onset: onset.on, direction, rule: `last-${run}`, expected, z };
    slotOfSignal.set(signal, slot);
    signals.push(signal);
  }
}

const slotOfSignal = new WeakMap<Signal, number>();

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
