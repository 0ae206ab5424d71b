import { readFileSync } from "node:fs";
import { detect, type Preset } from "../../shared/signals/detect.ts";
import { addDays, daysBetween } from "../../shared/time/local-date.ts";

interface Label {
  type: "spike" | "step" | "drift" | "variance";
  slot: number;
  until: number;
  direction: "up" | "down" | "both";
}

export interface Stream {
  id: string;
  cls: string;
  cadence: "weekly" | "daily";
  unit: "value" | "count" | "ratio";
  start: string;
  slots: number;
  warmup: number;
  points: { t: string; v: number }[];
  labels: Label[];
}

/** The labelled series; what a detector may see of one is its cadence, its unit and its points. */
export function labelledStreams(): Stream[] {
  const file = new URL("../data/anomaly-dev-streams.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).streams as Stream[];
}

export interface Score {
  recall: number;
  precision: number;
  /** False alarms per series-year, by what is clean. */
  weeklyClean: number;
  dailyClean: number;
  cleanTrend: number;
  medianDelay: number;
  repeats: number;
}

interface Tally {
  events: number;
  hits: number;
  repeats: number;
  delays: number[];
  falseAlarms: number;
  years: number;
}

/**
 * Judges a detector as the labels' own scorer does: an alert counts with the label's direction between its first and last
 * slot; a false alarm is one before an event, after its neutral zone, or on a clean series.
 */
export function scoreOf(streams: readonly Stream[], preset: Preset): Score {
  const tallies = streams.map((stream) => ({ stream, tally: tallyOf(stream, alertsOf(stream, preset)) }));
  const of = (fits: (stream: Stream) => boolean) =>
    sum(tallies.filter((one) => fits(one.stream)).map((one) => one.tally));
  const all = of(() => true);
  const rate = ({ falseAlarms, years }: Tally) => falseAlarms / Math.max(1e-9, years);
  const clean = ({ labels }: Stream) => labels.length === 0;
  return {
    recall: all.hits / all.events,
    precision: all.hits / (all.hits + all.falseAlarms),
    weeklyClean: rate(of((one) => clean(one) && one.cadence === "weekly")),
    dailyClean: rate(of((one) => clean(one) && one.cadence === "daily")),
    cleanTrend: rate(of((one) => one.cls === "clean_trend")),
    medianDelay: all.delays.sort((a, b) => a - b)[Math.floor(all.delays.length / 2)]!,
    repeats: all.repeats / all.events,
  };
}

interface Alert {
  slot: number;
  direction: "up" | "down";
}

function alertsOf({ cadence, unit, start, points }: Stream, preset: Preset): Alert[] {
  const readings = points.map(({ t, v }) => ({ on: t, value: v }));
  const signals = detect({ readings, cadence, scale: unit, goodDirection: "up" }, { preset });
  const days = cadence === "weekly" ? 7 : 1;
  return signals.map(({ on, direction }) => ({ slot: Math.floor(daysBetween(start, on) / days), direction }));
}

function tallyOf({ cadence, slots, warmup, labels }: Stream, told: Alert[]): Tally {
  const alerts = told.filter((one) => one.slot >= warmup);
  const tally: Tally = { events: 0, hits: 0, repeats: 0, delays: [], falseAlarms: 0, years: 0 };
  const explained = new Set<Alert>();
  let neutral = 0;
  for (const label of labels) {
    const fits = ({ slot, direction }: Alert) =>
      slot >= label.slot &&
      slot <= label.until &&
      (label.direction === "both" || direction === label.direction);
    const found = alerts.filter(fits);
    tally.events += 1;
    if (found.length > 0) {
      tally.hits += 1;
      tally.delays.push(found[0]!.slot - label.slot);
      tally.repeats += found.length - 1;
    }
    const end = Math.min(slots - 1, endOf(label, slots));
    for (const one of alerts) if (one.slot >= label.slot && one.slot <= end) explained.add(one);
    neutral += end - label.slot + 1;
  }
  tally.falseAlarms = alerts.length - explained.size;
  tally.years = Math.max(0, slots - warmup - neutral) / (cadence === "weekly" ? 52 : 365);
  return tally;
}

function endOf({ type, slot, until }: Label, slots: number): number {
  if (type === "spike") return slot + 3;
  return type === "step" ? until : slots - 1;
}

function sum(tallies: readonly Tally[]): Tally {
  const total: Tally = { events: 0, hits: 0, repeats: 0, delays: [], falseAlarms: 0, years: 0 };
  for (const one of tallies) {
    total.events += one.events;
    total.hits += one.hits;
    total.repeats += one.repeats;
    total.delays.push(...one.delays);
    total.falseAlarms += one.falseAlarms;
    total.years += one.years;
  }
  return total;
}

/** Days a week apart from a Monday on, for series written by hand. */
export function weekly(values: readonly number[], from = "2025-01-06") {
  return values.map((value, week) => ({ on: addDays(from, 7 * week), value }));
}
