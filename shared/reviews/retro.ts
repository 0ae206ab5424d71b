import { type Lead, leadCheck } from "../metrics/lead.ts";
import { type Forecast, forecast } from "../okrs/forecast.ts";
import { type Series, watch } from "../signals/detect.ts";
import { withoutDips } from "../signals/dips.ts";
import { slotted } from "../signals/slots.ts";
import { autocorrelation, median, standardDeviation } from "../signals/statistics.ts";
import { quantile } from "../signals/student-t.ts";
import { addDays } from "../time/local-date.ts";

/** What one input's look back at a cycle is worked out from. Readings may go beyond the cycle on both sides. */
export interface RetroRows {
  cycle: { startsOn: string; endsOn: string };
  input: Series;
  northStar: Series;
  /** The key results of the cycle that move the input; `score` is their grade, undefined while they have none. */
  keyResults: readonly { weight: number; score: number | undefined }[];
  /** For the check by permutation; the same seed gives everybody the same answer. */
  seed: number;
}

/** Of a series: whether it shifted to stay in the cycle, the good way. A single reading is no shift. */
export interface Shift {
  shifted: boolean;
  onset?: string;
  /** How far, in standard deviations of what came before. */
  sigmas?: number;
}

export type RetroVerdict = "confirmed" | "unproven" | "refuted";

/** One input's look back: four lines of evidence that stay apart, and what they allow to say. */
export interface Retro {
  verdict: RetroVerdict;
  /** Did its key results get there? Their weighted mean, and how many have a grade. */
  reached: { met: boolean; grade?: number; graded: number; keyResults: number };
  input: Shift;
  star: Shift & {
    /** Where it would have ended on its usual path: 80 % interval; absent under twelve earlier readings. */
    path?: Forecast;
    /** Where it did end. */
    ended?: number;
    against?: "inside" | "better" | "worse";
  };
  order: Lead;
  /** What could have been seen at all. */
  sight: {
    /** Readings of the star before and in the cycle. */
    before: number;
    within: number;
    /** The smallest lasting change seen four times in five, in standard deviations; absent under three on either side. */
    smallest?: number;
    /** The change the input's own shift would have meant for the star; absent where nothing relates the two. */
    implied?: number;
  };
}

const goodGrade = 0.7;
const afterwards = 28;
const fewestForPath = 12;
const longestPast = 26;
const stays = 0.6;
const fewestToStay = 3;

/**
 * The four lines of a look back, per input, and the verdict they allow: nearly always "unproven" after one quarter. What
 * was read in expected dips is left out: a holiday moves everything at once and would look like a lead.
 */
export function retroOf(rows: RetroRows): Retro {
  const { cycle, keyResults, seed } = rows;
  const [input, northStar] = [withoutDips(rows.input), withoutDips(rows.northStar)];
  const reached = reachedBy(keyResults);
  const inputShift = shiftIn(input, cycle.startsOn, cycle.endsOn);
  const until = addDays(cycle.endsOn, afterwards);
  const starShift = shiftIn(northStar, cycle.startsOn, until);
  const order = orderOf(input, northStar, until, seed);
  const sight = sightOf(northStar, cycle, inputShift, order);
  const star = { ...starShift, ...pathOf(northStar, cycle) };
  const lines = { reached, input: inputShift, star, order, sight };
  return { verdict: verdictOf(lines), ...lines };
}

/**
 * The look back once the order it found is taken for chance, as where several inputs were tried and one had to look
 * well: what rests on the order rests on nothing.
 */
export function withoutOrder({ verdict: _verdict, ...lines }: Retro): Retro {
  const { implied: _implied, ...sight } = lines.sight;
  const without = { ...lines, order: { ...lines.order, verdict: "no evidence either way" as const }, sight };
  return { verdict: verdictOf(without), ...without };
}

function verdictOf({ reached, input, star, order, sight }: Omit<Retro, "verdict">): RetroVerdict {
  if (!reached.met || !input.shifted) return "unproven";
  if (star.shifted) return order.verdict === "tends to move first" ? "confirmed" : "unproven";
  const { smallest, implied } = sight;
  return smallest !== undefined && implied !== undefined && implied >= smallest ? "refuted" : "unproven";
}

function reachedBy(keyResults: RetroRows["keyResults"]): Retro["reached"] {
  const graded = keyResults.filter((one) => one.score !== undefined);
  const counts = { graded: graded.length, keyResults: keyResults.length };
  const weight = graded.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return { met: false, ...counts };
  const grade = graded.reduce((sum, one) => sum + one.score! * one.weight, 0) / weight;
  return { met: grade >= goodGrade, grade, ...counts };
}

/** The first lasting move the good way that began in [from, until]. */
function shiftIn(series: Series, from: string, until: string): Shift {
  const seen = { ...series, readings: series.readings.filter((one) => one.on <= until) };
  const { signals } = watch(seen, { preset: "standard" });
  const good = signals.filter(
    (one) => one.direction === series.goodDirection && one.onset >= from && one.onset <= until,
  );
  const found = good.find((one) => one.rule === "last-4" || one.rule === "last-8" || stayed(one));
  if (found === undefined) return { shifted: false };
  const sigmas = distance(seen, found.onset);
  return { shifted: true, onset: found.onset, ...(sigmas === undefined ? {} : { sigmas }) };

  /** A single reading or a pair fired, and what came after stayed there. */
  function stayed({ onset, expected, direction }: (typeof signals)[number]): boolean {
    const since = seen.readings.filter((one) => one.on >= onset).slice(0, fewestToStay + 2);
    if (since.length < fewestToStay) return false;
    // The middle one, so that one wild reading among them does not make a level.
    const level = median(since.map((one) => one.value));
    return direction === "up"
      ? level >= expected.centre + stays * (expected.high - expected.centre)
      : level <= expected.centre - stays * (expected.centre - expected.low);
  }
}

/** How far the level since a day lies from the level of the half year before, in that time's own scatter. */
function distance({ readings }: Series, onset: string): number | undefined {
  const before = readings.filter((one) => one.on < onset).slice(-longestPast);
  const since = readings.filter((one) => one.on >= onset);
  const scatter = before.length < 3 ? 0 : standardDeviation(before.map((one) => one.value));
  if (scatter === 0 || since.length === 0) return undefined;
  return Math.abs(average(since.map((one) => one.value)) - average(before.map((one) => one.value))) / scatter;
}

/** Where the star would have ended had it gone on as before the cycle, and where it did. */
function pathOf(star: Series, { startsOn, endsOn }: RetroRows["cycle"]) {
  const all = slotted(star.readings, "weekly");
  const before = all.filter((one) => one.on < startsOn).slice(-longestPast);
  const last = all.filter((one) => one.on >= startsOn && one.on <= endsOn).at(-1);
  if (before.length < fewestForPath || last === undefined) return {};
  const points = before.map(({ slot, value }) => ({ week: slot, value }));
  const path = forecast(points, {
    ...{ target: last.value, goodDirection: star.goodDirection, endWeek: last.slot },
    ...(star.scale === "value" ? {} : { scale: star.scale }),
  });
  if (path === null) return {};
  const above = last.value > path.high;
  const inside = !above && last.value >= path.low;
  const against: "inside" | "better" | "worse" = inside
    ? "inside"
    : above === (star.goodDirection === "up")
      ? "better"
      : "worse";
  return { path, ended: last.value, against };
}

/** Whether one series moves before another, by what was read until a day; by month where one is read no oftener. */
export function orderOf(
  input: Series,
  star: Series,
  until: string,
  seed: number,
  by: "weekly" | "monthly" = "weekly",
): Lead {
  const [first, second] = [input, star].map((one) =>
    slotted(
      one.readings.filter((reading) => reading.on <= until),
      by,
    ),
  ) as [ReturnType<typeof slotted>, ReturnType<typeof slotted>];
  const slots = [...first, ...second].map((one) => one.slot);
  if (slots.length === 0) return leadCheck([], [], { seed });
  const [from, to] = [Math.min(...slots), Math.max(...slots)];
  const periods = (read: ReturnType<typeof slotted>) => {
    const bySlot = new Map(read.map((one) => [one.slot, one.value]));
    return Array.from({ length: to - from + 1 }, (_, period) => bySlot.get(from + period) ?? null);
  };
  const expect = input.goodDirection === star.goodDirection ? "same" : "opposite";
  return leadCheck(periods(first), periods(second), { seed, expect });
}

function sightOf(
  star: Series,
  { startsOn, endsOn }: RetroRows["cycle"],
  input: Shift,
  order: Lead,
): Retro["sight"] {
  const before = star.readings.filter((one) => one.on < startsOn).slice(-longestPast);
  const within = star.readings.filter((one) => one.on >= startsOn && one.on <= endsOn);
  const counts = { before: before.length, within: within.length };
  if (before.length < 3 || within.length < 3) return counts;
  const smallest = smallestSeen(
    before.length,
    within.length,
    before.map((one) => one.value),
  );
  const related =
    order.r === undefined || order.verdict === "no evidence either way" ? undefined : Math.abs(order.r);
  const implied =
    related === undefined || input.sigmas === undefined ? {} : { implied: related * input.sigmas };
  return { ...counts, smallest, ...implied };
}

/**
 * The smallest lasting change of a level, in standard deviations, that is seen with 80 % power at 5 % one-sided: two
 * means compared by Student's t, wider where neighbours are alike (first-order autocorrelation).
 */
export function smallestSeen(before: number, within: number, past: readonly number[]): number {
  const df = before + within - 2;
  const alike = Math.min(0.6, Math.max(0, autocorrelation(past)));
  const width = Math.sqrt(1 / before + 1 / within) * Math.sqrt((1 + alike) / (1 - alike));
  return (quantile(0.95, df) + quantile(0.8, df)) * width;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
