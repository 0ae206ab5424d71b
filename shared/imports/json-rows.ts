import { csvLimits } from "./csv.ts";
import { createProblems, FileBroken, type Problems } from "./problem.ts";
import type { Cell, Table } from "./table.ts";

/** Cells in one file: memory is bounded whatever the shape. */
export const mostCells = 2_000_000;

/** Rows from a parsed JSON array of flat objects; their keys are the columns. Throws `FileBroken`. */
export function tableOfJson(parsed: unknown, problems: Problems = createProblems()): Table {
  if (!Array.isArray(parsed)) throw broken(1, "an array of objects");
  if (parsed.length > csvLimits.rows)
    throw new FileBroken({
      code: "too_many_rows",
      line: csvLimits.rows,
      expected: `at most ${csvLimits.rows} rows`,
    });
  const places = new Map<string, number>();
  const table: Table = { headers: [], line: 1, rows: [], blank: 0 };
  let cellCount = 0;
  for (const [index, item] of (parsed as unknown[]).entries()) {
    const line = index + 1;
    if (typeof item !== "object" || item === null || Array.isArray(item)) throw broken(line, "an object");
    const cells: Cell[] = [];
    let nested: string | undefined;
    for (const [name, value] of Object.entries(item)) {
      const place = places.get(name) ?? places.size;
      if (place >= csvLimits.columns)
        throw new FileBroken({
          code: "too_many_columns",
          line,
          expected: `at most ${csvLimits.columns} fields`,
        });
      places.set(name, place);
      if (value !== null && typeof value === "object") nested ??= name;
      cells[place] = cellOf(value, line, place + 1);
    }
    cellCount += places.size;
    if (cellCount > mostCells)
      throw new FileBroken({ code: "too_many_rows", line, expected: `at most ${mostCells} values` });
    if (nested === undefined) table.rows.push({ line, cells });
    else
      problems.add({
        ...{ code: "ragged_row", line, column: (places.get(nested) ?? 0) + 1, header: nested },
        expected: "a text, a number or true and false, not something nested",
      });
  }
  if (parsed.length === 0)
    throw new FileBroken({ code: "file_empty", line: 1, expected: "at least one object" });
  table.headers = [...places.keys()];
  return table;
}

function cellOf(value: unknown, line: number, column: number): Cell {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  if (value.length <= csvLimits.cellLength) return value;
  const expected = `at most ${csvLimits.cellLength} characters`;
  throw new FileBroken({ code: "cell_too_long", line, column, expected });
}

function broken(line: number, expected: string): FileBroken {
  return new FileBroken({ code: "not_json", line, expected });
}
