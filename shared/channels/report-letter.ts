import type { LockScreen } from "../reminders/wording.ts";
import type { Report } from "../reviews/report.ts";
import { statusCount } from "../reviews/report-objective-words.ts";
import type { ReportLine, ReportText } from "../reviews/report-text.ts";
import { reportText } from "../reviews/report-words.ts";
import type { ReviewRows } from "../reviews/rows.ts";
import { capitalized } from "../words/first-letter.ts";
import type { LetterParts } from "./mail.ts";
import { titledSections } from "./report-titles.ts";

const mostLines = 8;

/**
 * The report as an e-mail, in the words of its page and shorter: what belongs to a line is left to the page. At "titles"
 * it holds no value and nobody's note, at "private" only counts, since a mailbox shows as much as a locked screen.
 */
export function reportLetter(
  report: Report,
  rows: ReviewRows,
  { detail, locale }: { detail: LockScreen; locale: string },
): Pick<LetterParts, "title" | "body" | "sections"> {
  const text = reportText(report, rows, locale);
  const { company, cycle, groups, sure } = report;
  // The mean of grades is a value; how many stand how is a count.
  const counts = cycle.state === "running" ? statusCount(groups, cycle) : "";
  if (detail === "private")
    return { title: "The report is ready", body: [`Week ${sure.week} of ${sure.weeks}.`, counts].join("\n") };
  const title = `The report of ${company}, ${cycle.name}`;
  const sections = detail === "full" ? wholeSections(text) : titledSections(report, rows);
  return {
    title,
    body: [text.detail, ...(detail === "full" ? text.lead : [counts])].join("\n"),
    sections: sections.map(({ heading, lines }) => ({ heading, lines: cut(lines) })),
  };
}

function wholeSections(text: ReportText): NonNullable<LetterParts["sections"]> {
  return [
    ...(text.star === undefined ? [] : [{ heading: "North Star", lines: starLines(text) }]),
    ...text.parts.map(({ heading, none, lines, note }) => ({
      heading,
      lines: [...(lines.length === 0 ? [none] : lines.map(lineWords)), ...(note ? [note] : [])],
    })),
  ];
}

/** The star with its value and state, then what is to be said of it; nothing where there is none. */
export function starLines({ star }: ReportText): string[] {
  if (star === undefined) return [];
  const number = [star.number, star.unit].filter(Boolean).join(" ");
  return [`${star.name}: ${number}, ${star.mark.word}`, ...star.lines];
}

/** A line of the report on one line; its mark is left out where the line says it already. */
export function lineWords({ text, mark, detail }: ReportLine): string {
  const said = mark !== undefined && text.toLowerCase().includes(mark.word.toLowerCase());
  return [said ? undefined : mark?.word, detail].reduce<string>(
    (line, more) => (more ? joined(line, more) : line),
    text,
  );
}

/** What somebody wrote may end like a sentence, and what is added may be one. */
function joined(line: string, more: string): string {
  if (/[.!?…]$/.test(line)) return `${line} ${capitalized(more)}`;
  return /^\p{Lu}.*\.$/u.test(more) ? `${line}. ${more}` : `${line}; ${more}`;
}

function cut(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines - 1), `and ${lines.length - mostLines + 1} more`];
}
