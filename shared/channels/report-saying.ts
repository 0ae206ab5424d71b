import { namesIn } from "../reviews/names.ts";
import type { Report } from "../reviews/report.ts";
import { changeLines } from "../reviews/report-happened-words.ts";
import { sureLines, sureNote } from "../reviews/report-sure-words.ts";
import { partHeadings, reportText } from "../reviews/report-words.ts";
import type { ReviewRows } from "../reviews/rows.ts";
import { dayWords } from "../time/day-words.ts";
import { lineWords, starLines } from "./report-letter.ts";
import type { Saying } from "./saying.ts";

/** Where the report stands as it was told, however late somebody looks. */
export function reportUrl({ cycle, madeOn }: Pick<Report, "cycle" | "madeOn">, origin: string): string {
  return `${origin}/rhythm/report?cycle=${cycle.id}&on=${madeOn}`;
}

/** The report for a channel: the star, how sure we are, what changed, and the way to all of it. */
export function reportSaying(report: Report, rows: ReviewRows, origin: string): Saying {
  const { company, cycle, on, since, changes } = report;
  const names = namesIn(rows, (day) => dayWords(day, on));
  const speech = { names, locale: undefined };
  const text = reportText(report, rows);
  // The first sentence is the star's, which has its own part.
  const [, ...lead] = text.lead;
  const changed = changeLines(changes, rows, speech).map(lineWords);
  const parts: Saying["parts"] = [
    { lines: [text.detail, ...lead] },
    { heading: "North Star", lines: starLines(text).slice(0, 2) },
    { heading: partHeadings.sure, lines: [...sureLines(report, speech).map(lineWords), sureNote(report)] },
    { heading: partHeadings.changes(names.day(since)), lines: changed },
  ];
  return {
    says: "report",
    title: `The report of ${company}, ${cycle.name}`,
    parts: parts
      .map((one) => ({ ...one, lines: one.lines.filter((line) => line !== "") }))
      .filter((one) => one.lines.length > 0),
    link: { label: "Read the report", url: reportUrl(report, origin) },
  };
}
