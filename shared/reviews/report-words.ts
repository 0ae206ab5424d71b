import { formatNumber, formatValue, isCovered } from "../metrics/value.ts";
import { dayWords } from "../time/day-words.ts";
import { capitalized } from "../words/first-letter.ts";
import { namesIn } from "./names.ts";
import type { Report } from "./report.ts";
import { changeLines, decisionLines, nextLines } from "./report-happened-words.ts";
import { metricMark, metricMoved, movedDetail, usualWords } from "./report-metric-words.ts";
import { objectiveLines, statusCount } from "./report-objective-words.ts";
import { sureLead, sureLines, sureNote } from "./report-sure-words.ts";
import type { ReportLine, ReportText } from "./report-text.ts";
import type { ReviewRows } from "./rows.ts";
import type { Names } from "./words.ts";

/** How a report is written: its days, names and numbers. */
export interface ReportSpeech {
  names: Names;
  locale: string | undefined;
}

/** What stands above each part, the same on every way a report is told: an outsider has to understand it. */
export const partHeadings = {
  inputs: "What is meant to move it",
  guardrails: "What must not suffer",
  objectives: "Objectives",
  changes: (since: string) => `What changed since ${since}`,
  decisions: "What was decided",
  next: "What is next",
  sure: "How sure we are",
} as const;

/** A report in words. `locale` writes its numbers; days are written the British way, with the year where it is another. */
export function reportText(report: Report, rows: ReviewRows, locale?: string): ReportText {
  const {
    company,
    cycle,
    on,
    asOf,
    since,
    star,
    inputs,
    guardrails,
    groups,
    changes,
    decisions,
    next,
    sure,
  } = report;
  const day = (one: string) => dayWords(one, on);
  const speech: ReportSpeech = { names: namesIn(rows, day), locale };
  const over = next.endsOn === undefined;
  const damaged = guardrails.filter((one) => one.guard === "breached");
  return {
    title: `${company}: ${cycle.name}`,
    detail: [
      over ? `Ended after ${sure.weeks} weeks` : `Week ${sure.week} of ${sure.weeks}`,
      `, ${day(cycle.startsOn)} to ${day(cycle.endsOn)}. As it stood on ${dayWords(asOf ?? on, "")}`,
      asOf === undefined ? "." : ", by what was known then.",
    ].join(""),
    lead: leadOf(report, speech),
    ...(star === undefined ? {} : { star: starWords(report, star, speech) }),
    parts: [
      {
        heading: partHeadings.inputs,
        none: "No input metric is named yet.",
        lines: inputs.map((one) => metricLine(one, speech)),
      },
      ...(damaged.length === 0
        ? []
        : [
            {
              heading: partHeadings.guardrails,
              none: "",
              lines: damaged.map((one) => metricLine(one, speech)),
            },
          ]),
      {
        heading: partHeadings.objectives,
        none: "Nothing was committed in this cycle.",
        lines: objectiveLines(groups, locale),
      },
      {
        heading: partHeadings.changes(day(since)),
        none: "Nothing changed its state, nothing was blocked, nothing unusual was seen.",
        lines: changeLines(changes, rows, speech),
      },
      {
        heading: partHeadings.decisions,
        none: "No review of this cycle has decided anything yet.",
        lines: decisionLines(decisions, speech),
      },
      { heading: partHeadings.next, none: "Nothing is planned yet.", lines: nextLines(next, speech) },
      { heading: partHeadings.sure, none: "", lines: sureLines(report, speech), note: sureNote(report) },
    ],
  };
}

function leadOf({ star, groups, guardrails, sure, cycle }: Report, speech: ReportSpeech): string[] {
  const broken = guardrails.filter((one) => one.guard === "breached").length;
  return [
    star === undefined
      ? "There is no North Star yet, so nothing here can say whether customers get more value."
      : `${star.metric.name} ${star.value === undefined ? "has no reading yet" : `is at ${formatValue(star.value, star.metric.unit, speech.locale)}`}${metricMoved(star, speech, ", ")}.`,
    statusCount(groups, cycle),
    broken === 0
      ? ""
      : `${broken} ${broken === 1 ? "guardrail is" : "guardrails are"} breached: what stands green was paid for.`,
    sureLead(sure, cycle),
  ].filter((one) => one !== "");
}

function starWords(report: Report, star: NonNullable<Report["star"]>, speech: ReportSpeech) {
  const { metric, northStar, value, points } = star;
  const { unit } = metric;
  const day = speech.names.day;
  const { state, revalidateOn, statement } = northStar;
  const [first, last] = [points[0], points.at(-1)];
  return {
    name: metric.name,
    number: formatNumber(value, unit, speech.locale),
    unit: [isCovered(unit) ? "" : unit.label, metric.estimated ? "(estimated)" : ""]
      .filter(Boolean)
      .join(" "),
    mark: metricMark(star),
    lines: [
      // Of a closed cycle the look back says which path was to be expected; two ranges would puzzle.
      [movedSentence(star, speech), report.sure.looks === undefined ? usualWords(star, speech) : ""]
        .filter(Boolean)
        .join(" "),
      statement,
      state === "proposed"
        ? "Proposed: the CEO and the CPO have not both signed it yet."
        : revalidateOn === undefined
          ? "Committed by the CEO and the CPO."
          : `Committed by the CEO and the CPO; to be re-validated ${revalidateOn < report.on ? "since" : "by"} ${dayWords(revalidateOn, report.on)}.`,
    ].filter((one) => one !== ""),
    plot: {
      label: `${metric.name}: ${points.length} readings from ${first === undefined ? "none" : day(first.on)} to ${last === undefined ? "none" : day(last.on)}, the last ${formatValue(value, unit, speech.locale)}`,
      legend: legendOf(star, report.cycle),
      from: first === undefined ? "" : day(first.on),
      to: last === undefined ? "" : day(last.on),
    },
  };
}

/** What the plot's band and its upright line are, where it has them. */
function legendOf(
  { band, points }: NonNullable<Report["star"]>,
  { name, startsOn }: Report["cycle"],
): string {
  const [first, last] = [points[0], points.at(-1)];
  const inside = first !== undefined && last !== undefined && first.on < startsOn && startsOn < last.on;
  return [band.length > 0 && "Shaded: where it usually lies.", inside && `Upright line: ${name} begins.`]
    .filter(Boolean)
    .join(" ");
}

function movedSentence(star: NonNullable<Report["star"]>, speech: ReportSpeech): string {
  const moved = metricMoved(star, speech, "");
  return moved === "" ? "" : `${capitalized(moved)}.`;
}

function metricLine(one: Report["inputs"][number], speech: ReportSpeech): ReportLine {
  const { metric, value } = one;
  const now = value === undefined ? "" : `: ${formatValue(value, metric.unit, speech.locale)}`;
  return {
    text: `${metric.name}${now}${metricMoved(one, speech, ", ")}`,
    detail: movedDetail(one, speech),
    mark: metricMark(one),
  };
}
