import type { CsvRecord } from "./csv.ts";
import { mostCells } from "./json-rows.ts";
import { createProblems, FileBroken, type Problems } from "./problem.ts";

/** A cell as it came: text from CSV; JSON has numbers and flags too. Undefined where there is none. */
export type Cell = string | number | boolean | undefined;

export interface TableRow {
  line: number;
  cells: readonly Cell[];
}

/** A file's heading and rows; rows of another width are left out and named among the problems. */
export interface Table {
  headers: string[];
  /** Where the heading stands. */
  line: number;
  rows: TableRow[];
  /** Rows without anything in them, which are passed over. */
  blank: number;
}

/** Builds a table row by row, as the reader finds them. */
export function createTable(problems: Problems = createProblems()) {
  const table: Table = { headers: [], line: 1, rows: [], blank: 0 };
  let begun = false;
  let cellCount = 0;

  function add({ line, cells }: CsvRecord): void {
    if (cells.every((one) => one.trim() === "")) {
      table.blank += 1;
      return;
    }
    if (!begun) {
      begun = true;
      table.headers = withoutTail(cells.map((one) => one.trim()));
      table.line = line;
      return;
    }
    const width = table.headers.length;
    const fits = cells.length >= width && cells.slice(width).every((one) => one.trim() === "");
    if (!fits) {
      const expected = `${width} cells, as in the heading; found ${cells.length}`;
      problems.add({ code: "ragged_row", line, found: cells.join(" | "), expected });
      return;
    }
    cellCount += width;
    if (cellCount > mostCells)
      throw new FileBroken({
        code: "too_many_rows",
        line,
        expected: `at most ${mostCells} cells; split the file`,
      });
    table.rows.push({ line, cells: cells.length === width ? cells : cells.slice(0, width) });
  }

  return {
    table,
    problems,
    add,
    /** Throws `FileBroken` for a file that holds nothing. */
    end(): Table {
      if (!begun)
        throw new FileBroken({ code: "file_empty", line: 1, expected: "a heading and rows below it" });
      return table;
    },
  };
}

/** Spreadsheets like to add empty columns at the end. */
function withoutTail(headers: string[]): string[] {
  let width = headers.length;
  while (width > 0 && headers[width - 1] === "") width -= 1;
  return headers.slice(0, width);
}
