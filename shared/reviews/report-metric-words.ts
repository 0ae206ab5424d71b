import { formatDelta, formatNumber, formatValue } from "../metrics/value.ts";
import type { ReportMetric } from "./report-metric.ts";
import type { ReportMark } from "./report-text.ts";
import type { ReportSpeech } from "./report-words.ts";

/** "+9 since 5 Oct", after `lead`; empty where there is nothing to compare. */
export function metricMoved({ moved, metric }: ReportMetric, speech: ReportSpeech, lead: string): string {
  if (moved === undefined) return "";
  return `${lead}${formatDelta(moved.by, metric.unit, speech.locale)} since ${speech.names.day(moved.from)}`;
}

/** Where it lies beside what was expected of it, with its shape; what is broken comes before what is old. */
export function metricMark({ guard, old, value, state, metric }: ReportMetric): {
  as: ReportMark;
  word: string;
} {
  if (value === undefined) return { as: "no-data", word: "no reading yet" };
  if (guard === "breached") return { as: "bad", word: "breached" };
  if (old) return { as: "stale", word: "old reading" };
  if (state === "learning") return { as: "quiet", word: "too few readings to judge" };
  if (state === "usual") return { as: "quiet", word: "as usual" };
  const good = (state === "above") === (metric.goodDirection === "up");
  return { as: good ? "ok" : "bad", word: `${state} its usual range` };
}

/** "On its usual path it would lie between 250 and 262 min / week." */
export function usualWords({ band, metric }: ReportMetric, { locale }: ReportSpeech): string {
  const usual = band.at(-1);
  if (usual === undefined) return "Too few readings to know its usual path.";
  const low = formatNumber(usual.low, metric.unit, locale);
  return `On its usual path it would lie between ${low} and ${formatValue(usual.high, metric.unit, locale)}.`;
}

/** What is to move it, and what it must keep within. */
export function movedDetail({ metric, movedBy, readOn }: ReportMetric, speech: ReportSpeech): string {
  const { kind, floor, ceiling, unit } = metric;
  const level = (word: string, at: number | undefined) =>
    at === undefined ? undefined : `${word} ${formatValue(at, unit, speech.locale)}`;
  const by =
    kind !== "input"
      ? undefined
      : movedBy === 0
        ? "No key result moves it"
        : `${movedBy} key ${movedBy === 1 ? "result is" : "results are"} to move it`;
  const limits = [level("floor", floor), level("ceiling", ceiling)].filter(Boolean).join(", ");
  const read = readOn === undefined ? undefined : `read ${speech.names.day(readOn)}`;
  return [by, limits, read].filter(Boolean).join("; ");
}
