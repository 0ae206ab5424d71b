import type { RejectionCode } from "../sync/codes.ts";

/** What an import can stumble over by itself, before any rule is asked. A closed list. */
export const problemCodes = [
  // the file as a whole: reading stops there
  "file_empty",
  "file_too_large",
  "not_text",
  "unreadable_character",
  "not_json",
  "too_many_rows",
  "too_many_columns",
  "cell_too_long",
  "quote_not_closed",
  "text_after_quote",
  "duplicate_header",
  "missing_column",
  "no_rows",
  "dates_unclear",
  "numbers_unclear",
  // one line: the others are looked at as well
  "ragged_row",
  "cell_empty",
  "text_too_long",
  "formula",
  "bad_date",
  "bad_number",
  "bad_choice",
  "unknown_reference",
  "ambiguous_reference",
  "duplicate_line",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What keeps a file from being applied. A code that is not of the list above is a rule's own refusal. */
export interface Problem {
  code: ProblemCode | RejectionCode;
  /** The line in a text editor where the row begins, from 1; in JSON the number of the row. */
  line: number;
  /** The cell in its row, from 1; absent where the whole line or file is meant. */
  column?: number | undefined;
  /** The heading over it. */
  header?: string | undefined;
  /** What stands there, shortened. */
  found?: string | undefined;
  /** What was expected instead, in words. */
  expected: string;
}

/** Reading cannot go on after this one. */
export class FileBroken extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Listed at most; the rest is counted. */
export const mostListed = 200;
const longestFound = 80;

export interface Problems {
  readonly listed: readonly Problem[];
  readonly count: number;
  add(problem: Problem): void;
}

/** Collects problems: the first `mostListed` are kept, all are counted. */
export function createProblems(): Problems {
  const listed: Problem[] = [];
  let count = 0;
  return {
    listed,
    get count() {
      return count;
    },
    add({ found, ...problem }) {
      count += 1;
      if (listed.length >= mostListed) return;
      listed.push(found === undefined ? problem : { ...problem, found: shortened(found) });
    },
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longestFound ? `${line.slice(0, longestFound - 1)}…` : line;
}
