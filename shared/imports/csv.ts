import { FileBroken, type ProblemCode } from "./problem.ts";

export const csvLimits = { cellLength: 10_000, columns: 200, rows: 100_000 };

export interface CsvRecord {
  /** The line it begins on, from 1. */
  line: number;
  cells: string[];
}

/** Takes text in pieces of any size and gives back rows as they end. */
export interface CsvReader {
  push(text: string): void;
  end(): void;
  /** The line it has come to. */
  line(): number;
}

const [tab, lineFeed, carriageReturn, space, quote, replacement] = [9, 10, 13, 32, 34, 0xfffd];
const [atStart, plain, quoted, closing, closed] = [0, 1, 2, 3, 4];

/**
 * Reads comma-separated values as RFC 4180 has them, with any one-character delimiter and any line ends, mixed too.
 * Empty lines are passed over; a quote inside an unquoted cell stands for itself. Holds no more than one row. Throws
 * `FileBroken` at the very character that breaks a limit or a quote.
 */
export function createCsvReader(delimiter: string, found: (record: CsvRecord) => void): CsvReader {
  const between = delimiter.charCodeAt(0);
  let mode = atStart;
  let cell = "";
  let cells: string[] = [];
  let line = 1;
  let recordLine = 1;
  let cellLine = 1;
  let rows = 0;
  let afterReturn = false;

  const broken = (code: ProblemCode, expected: string, at = cellLine): never => {
    throw new FileBroken({ code, line: at, column: cells.length + 1, expected });
  };

  function keep(text: string, from: number, to: number): void {
    if (cell.length + to - from > csvLimits.cellLength)
      broken(
        "cell_too_long",
        `at most ${csvLimits.cellLength} characters in a cell; look for a missing quote`,
      );
    if (to > from) cell += text.slice(from, to);
  }

  function endCell(): void {
    if (cells.length >= csvLimits.columns) broken("too_many_columns", `at most ${csvLimits.columns} columns`);
    cells.push(cell);
    cell = "";
    cellLine = line;
    mode = atStart;
  }

  function endRecord(): void {
    const blank = cells.length === 0 && cell === "" && mode === atStart;
    rows += 1;
    if (rows > csvLimits.rows + 1)
      throw new FileBroken({
        ...{ code: "too_many_rows", line },
        expected: `at most ${csvLimits.rows} lines; split the file`,
      });
    if (!blank) {
      endCell();
      found({ line: recordLine, cells });
    }
    cells = [];
  }

  function startLine(): void {
    line += 1;
    recordLine = line;
    cellLine = line;
  }

  function unreadable(code: number): void {
    if (code === replacement)
      broken("unreadable_character", "text in UTF-8; save it so, or say which encoding it has", line);
    broken("not_text", "text; this looks like another kind of file", line);
  }

  return {
    push(text) {
      let from = 0;
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i);
        if (
          (code < space && code !== tab && code !== lineFeed && code !== carriageReturn) ||
          code === replacement
        )
          unreadable(code);
        const secondHalf = afterReturn && code === lineFeed;
        afterReturn = code === carriageReturn;
        const lineEnds = code === carriageReturn || (code === lineFeed && !secondHalf);
        if (mode === quoted) {
          if (lineEnds) line += 1;
          if (code !== quote) continue;
          keep(text, from, i);
          mode = closing;
          from = i + 1;
          continue;
        }
        if (secondHalf) {
          from = i + 1;
        } else if (code === between || lineEnds) {
          if (mode === plain) keep(text, from, i);
          from = i + 1;
          if (!lineEnds) endCell();
          else {
            endRecord();
            startLine();
          }
        } else if (code === quote && (mode === atStart || mode === closing)) {
          // A second quote right after one is the quote itself, and it is still to be copied.
          from = mode === closing ? i : i + 1;
          mode = quoted;
        } else if (mode === closing || mode === closed) {
          if (code !== space)
            broken(
              "text_after_quote",
              "the next cell after a closing quote; write a quote inside a cell twice",
              line,
            );
          mode = closed;
          from = i + 1;
        } else mode = plain;
      }
      if (mode === plain || mode === quoted) keep(text, from, text.length);
    },
    line: () => line,
    end() {
      if (mode === quoted) broken("quote_not_closed", "a closing quote for the one that opens here");
      if (cells.length > 0 || mode !== atStart) endRecord();
    },
  };
}
