import { namesIn } from "../reviews/names.ts";
import type { Report } from "../reviews/report.ts";
import type { ReportChange } from "../reviews/report-changes.ts";
import { nextLines } from "../reviews/report-happened-words.ts";
import { metricMark } from "../reviews/report-metric-words.ts";
import { partHeadings } from "../reviews/report-words.ts";
import { verdictWords } from "../reviews/retro-words.ts";
import type { ReviewRows } from "../reviews/rows.ts";
import { decisionTitle, type Names, statusWords } from "../reviews/words.ts";
import { dayWords } from "../time/day-words.ts";
import type { LetterParts } from "./mail.ts";

/** The report in names and states alone: no value, no note, no reason anybody wrote. */
export function titledSections(report: Report, rows: ReviewRows): NonNullable<LetterParts["sections"]> {
  const { star, inputs, guardrails, groups, changes, decisions, next, since, on } = report;
  const names = namesIn(rows, (day) => dayWords(day, on));
  const named = (one: (typeof inputs)[number]) => `${one.metric.name}: ${metricMark(one).word}`;
  return [
    { heading: "North Star", lines: star === undefined ? [] : [named(star)] },
    { heading: partHeadings.inputs, lines: inputs.map(named) },
    {
      heading: partHeadings.guardrails,
      lines: guardrails.filter((one) => one.guard === "breached").map(named),
    },
    {
      heading: partHeadings.objectives,
      lines: groups.flatMap(({ top, below }) =>
        [top, ...below].map(({ objective, squad }) =>
          squad === undefined ? objective.title : `${squad}: ${objective.title}`,
        ),
      ),
    },
    {
      heading: partHeadings.changes(names.day(since)),
      lines: changes.flatMap((one) => changeTitle(one, names)),
    },
    { heading: partHeadings.decisions, lines: decisions.map((one) => decisionTitle(one.decision, names)) },
    {
      heading: partHeadings.next,
      lines: nextLines(next, { names, locale: undefined }).map((one) => one.text),
    },
    { heading: partHeadings.sure, lines: sureTitles(report) },
  ].filter((one) => one.lines.length > 0);
}

function changeTitle(one: ReportChange, names: Names): string[] {
  switch (one.what) {
    case "status":
      return [`${one.title}: ${statusWords[one.from]} before, now ${statusWords[one.to]}`];
    case "blocked":
      return [`${one.title}: blocked since ${names.day(one.on)}`];
    case "unblocked":
      return [`${one.title}: no longer blocked since ${names.day(one.on)}`];
    case "unusual":
      return [
        `${names.series(one.anomaly.series)}: unusual, ${one.anomaly.answer === undefined ? "not explained yet" : "explained"}`,
      ];
    case "bets":
      return [
        `Bets that ended in this cycle: ${one.won} won, ${one.lost} lost, ${one.inconclusive} inconclusive`,
      ];
    case "marked":
      return [];
  }
}

function sureTitles({ sure: { looks, week, weeks } }: Report): string[] {
  if (looks === undefined) return [`Too early to say what moved the star: ${week} of ${weeks} weeks`];
  return looks.map(({ metric, retro }) => `${metric.name}: ${verdictWords[retro.verdict].toLowerCase()}`);
}
