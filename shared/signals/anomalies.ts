import type { Metric } from "../metrics/metric.ts";
import type { Anomaly } from "./anomaly.ts";
import { anomalyId } from "./anomaly-id.ts";
import { breaches, type Limits } from "./breach.ts";
import { inOneGo, type Series, type Signal, watching } from "./detect.ts";
import { stricterFor } from "./push-policy.ts";
import type { SeriesName } from "./series-of.ts";
import { slotOf, storyPeriods } from "./slots.ts";
import { stalls } from "./stall.ts";
import { mean } from "./statistics.ts";

/** An anomaly as the scan raises it: all but when that was and what became of it. */
export type Finding = Omit<Anomaly, "raisedAt" | "withdrawnAt" | "answer">;

/** A series that is watched, with what else is held against it. */
export interface WatchedSeries extends Limits {
  name: SeriesName;
  series: Series;
  squadId?: string | undefined;
  /** The North Star is to grow: it is asked whether it still does. */
  isStar?: boolean;
}

/**
 * The anomalies a series should have, oldest first, from its readings alone. Range: what the standard preset tells, marked
 * "calm" where the calm one tells the same story; then limits that were crossed, and a North Star that stands still.
 * `followed` is how many series whoever is responsible is told of.
 */
export function anomaliesOf(watched: WatchedSeries, options: { followed: number }): Finding[] {
  return inOneGo(findingAnomalies(watched, options));
}

/** The same a stretch at a time, for whoever has other work to do in between. */
export function* findingAnomalies(
  { name, series, squadId, floor, ceiling, isStar }: WatchedSeries,
  { followed }: { followed: number },
): Generator<undefined, Finding[]> {
  const common = { series: name, ...(squadId === undefined ? {} : { squadId }) };
  const usual = yield* watching(series, { preset: "standard" });
  const sure = yield* watching(series, { preset: "calm", stricter: stricterFor(followed) });
  const found = ranges(series, usual.signals, sure.signals);
  if (name.segment === undefined) found.push(...limits(series, { floor, ceiling }));
  if (name.segment === undefined && isStar) found.push(...stalled(series));
  const findings = found
    // A slice that differs a little is what slices do; there are many of them.
    .filter((one) => name.segment === undefined || one.preset === "calm")
    .map((one): Finding => ({ ...common, ...one }));
  return findings.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/**
 * What has to change for the stored anomalies of one series to be those it should have. One story stays one row, also
 * when a correction moved its first day; what somebody answered stays as it is.
 */
export function anomalyChanges(
  findings: readonly Finding[],
  stored: readonly (Anomaly & { id: string })[],
  cadence: Series["cadence"],
): { raise: Finding[]; withdraw: string[] } {
  const free = new Set(stored);
  const exact = new Map(stored.map((one) => [one.id, one]));
  const raise: Finding[] = [];
  const unmatched: Finding[] = [];
  const settle = (finding: Finding, row: Anomaly & { id: string }) => {
    free.delete(row);
    if (row.answer === undefined && differs(finding, row)) raise.push({ ...finding, onset: row.onset });
  };
  for (const finding of findings) {
    const row = exact.get(anomalyId(finding));
    if (row !== undefined) settle(finding, row);
    else unmatched.push(finding);
  }
  for (const finding of unmatched) {
    const row = [...free].find((one) => isSameStory(finding, one, cadence));
    if (row !== undefined) settle(finding, row);
    else raise.push(finding);
  }
  const withdraw = [...free].filter((one) => one.answer === undefined && one.withdrawnAt === undefined);
  return { raise, withdraw: withdraw.map((one) => one.id) };
}

/** Who is to hear of an anomaly: the squad's PMs, else whoever keeps the metric or owns the key result. */
export function responsibleFor(
  squad: { state: string; members: readonly { memberId: string; as: string }[] } | undefined,
  keeperId: string,
): string[] {
  const pms = squad?.state === "active" ? squad.members.filter((one) => one.as === "pm") : [];
  return pms.length > 0 ? pms.map((one) => one.memberId) : [keeperId];
}

type Found = Pick<
  Finding,
  "on" | "onset" | "crossings" | "direction" | "rule" | "value" | "expected" | "preset" | "adverse"
>;

function ranges(series: Series, usual: readonly Signal[], sure: readonly Signal[]): Found[] {
  const stories: { signal: Signal; onset: string; preset: Found["preset"] }[] = usual.map((signal) => ({
    ...{ signal, onset: signal.onset, preset: "standard" },
  }));
  for (const signal of sure) {
    const story = stories.find((one) => isOneStory({ ...signal, ...one }, signal, series.cadence));
    if (story?.preset === "standard") Object.assign(story, { signal, preset: "calm" });
    else if (story === undefined) stories.push({ signal, onset: signal.onset, preset: "calm" });
  }
  return stories.map(({ signal: { on, onset: began, direction, rule, expected }, onset, preset }) => ({
    ...{ on, onset, direction, rule, expected, preset },
    value: mean(series.readings.filter((one) => one.on >= began && one.on <= on).map((one) => one.value)),
    adverse: direction !== series.goodDirection,
  }));
}

function limits(series: Series, held: Limits): Found[] {
  return breaches(series, held).map((one) => ({ ...one, preset: "calm", adverse: true }));
}

function stalled(series: Series): Found[] {
  const direction: Metric["goodDirection"] = series.goodDirection === "up" ? "down" : "up";
  return stalls(series).map((one) => ({ ...one, direction, rule: "stall", preset: "calm", adverse: true }));
}

function isSameStory(finding: Finding, row: Anomaly, cadence: Series["cadence"]): boolean {
  if (familyOf(finding.rule) !== familyOf(row.rule)) return false;
  // A breach may go on for long, and a correction take its first crossing away.
  const overlap = isLimit(row.rule) && finding.onset <= row.on && row.onset <= finding.on;
  return overlap || isOneStory(finding, row, cadence);
}

function isLimit(rule: Anomaly["rule"]): boolean {
  return rule === "floor" || rule === "ceiling";
}

function isOneStory(
  a: Pick<Finding, "onset" | "direction">,
  b: Pick<Finding, "onset" | "direction">,
  cadence: Series["cadence"],
): boolean {
  const apart = Math.abs(slotOf(a.onset, cadence) - slotOf(b.onset, cadence));
  return a.direction === b.direction && apart <= storyPeriods[cadence];
}

function familyOf(rule: Anomaly["rule"]): string {
  return rule.startsWith("last-") ? "range" : rule;
}

function differs(finding: Finding, row: Anomaly): boolean {
  return row.withdrawnAt !== undefined || toldBy(finding) !== toldBy(row);
}

function toldBy({ on, crossings, rule, value, expected, preset, adverse, squadId }: Finding): string {
  const { low, centre, high } = expected;
  return JSON.stringify([on, crossings, rule, value, low, centre, high, preset, adverse, squadId]);
}
