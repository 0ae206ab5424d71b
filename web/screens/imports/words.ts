import type { ImportKindName } from "../../../shared/imports/fields.ts";
import type { LeftCode } from "../../../shared/imports/left.ts";
import type { ProblemCode } from "../../../shared/imports/problem.ts";
import type { ImportJob, ImportReport } from "../../../shared/imports/report.ts";
import { refusalWords } from "../../ui/refusal.ts";

export const kindWords: Record<
  ImportKindName,
  { label: string; one: string; many: string; hint: string; href: string }
> = {
  readings: {
    ...{ label: "Readings", one: "reading", many: "readings", href: "/star" },
    hint: "Dated values of metrics. The same day again corrects the value; nothing is doubled.",
  },
  bets: {
    ...{ label: "Bets", one: "bet", many: "bets", href: "/bets" },
    hint: "Work of a squad. An open bet of the same title is revised.",
  },
  "key-results": {
    ...{ label: "Key results", one: "key result", many: "key results", href: "/cycle" },
    hint: "One key result a row, with its objective. They come as drafts unless you commit them.",
  },
  metrics: {
    ...{ label: "Metrics", one: "metric", many: "metrics", href: "/star" },
    hint: "Definitions and their tree. A metric whose key is here already is revised.",
  },
};

const problemWords: Record<ProblemCode, string> = {
  file_empty: "The file is empty",
  file_too_large: "The file is too large",
  not_text: "This is not a text file",
  unreadable_character: "A character cannot be read",
  not_json: "This is not a list of rows",
  too_many_rows: "Too many rows",
  too_many_columns: "Too many columns",
  cell_too_long: "A cell is too long",
  quote_not_closed: "A quote is not closed",
  text_after_quote: "Text stands after a closing quote",
  duplicate_header: "Two columns have the same heading",
  missing_column: "A column is missing",
  no_rows: "There are no rows",
  dates_unclear: "Days can be read in two ways",
  numbers_unclear: "Numbers can be read in two ways",
  ragged_row: "Another number of cells than the heading",
  cell_empty: "The cell is empty",
  text_too_long: "The text is too long",
  formula: "The cell holds a formula",
  bad_date: "Not a day",
  bad_number: "Not a number",
  bad_choice: "Not one of the possible words",
  unknown_reference: "Nothing here has this name",
  ambiguous_reference: "It is not clear which one is meant",
  duplicate_line: "The same thing twice",
};

/** What is wrong, in a few words; a rule's refusal in the words it has everywhere. */
export function problemTitle(code: string): string {
  if (Object.hasOwn(problemWords, code)) return problemWords[code as ProblemCode];
  return refusalWords(code).happened.replace(/\.$/, "");
}

/** "Line 12 · Date". */
export function problemPlace({ line, header, column }: ImportReport["problems"][number]): string {
  const where = header ?? (column === undefined ? undefined : `column ${column}`);
  return where === undefined ? `Line ${line}` : `Line ${line} · ${where}`;
}

const leftBehind: Record<LeftCode, (values: string) => string> = {
  current_of_draft: (values) =>
    `${values} left out: a draft takes no check-in. Commit at the import, or check in once it is committed.`,
  current_of_others: (values) => `${values} left out: only an owner, or the squad’s PM, checks in.`,
  current_of_running: (values) => `${values} left out: these run here already, with check-ins of their own.`,
  progress_without_numbers: (values) =>
    `${values} left out: progress says a value only between a baseline and a target.`,
  due_outside_cycle: (values) => `${values} not kept: a key result ends with its cycle.`,
};

/** What of a file is not taken over, and why. */
export function leftWords(code: string, count: number): string {
  const what = code.startsWith("due")
    ? "due day"
    : code.startsWith("progress")
      ? "progress value"
      : "current value";
  const values = `${spaced(count)} ${what}${count === 1 ? "" : "s"}`;
  return Object.hasOwn(leftBehind, code) ? leftBehind[code as LeftCode](values) : `${values} left out.`;
}

export const stateWords: Record<ImportJob["state"], string> = {
  waiting: "about to start",
  applying: "being applied",
  done: "done",
  stopped: "stopped",
  cancelled: "cancelled",
};

/** "12 new, 3 changed, 40 as they are". */
export function countWords(counts: ImportJob["counts"]): string {
  const parts = [
    counts.new > 0 ? `${spaced(counts.new)} new` : "",
    counts.changed > 0 ? `${spaced(counts.changed)} changed` : "",
    counts.unchanged > 0 ? `${spaced(counts.unchanged)} as they are` : "",
  ];
  return parts.filter((one) => one !== "").join(", ") || "nothing";
}

/** "1,234". */
export function spaced(count: number): string {
  return new Intl.NumberFormat("en").format(count);
}

export function rowsWords(count: number): string {
  return `${spaced(count)} ${count === 1 ? "row" : "rows"}`;
}
