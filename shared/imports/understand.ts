import { type DateForm, dateForms, dayIn } from "./calendar.ts";
import { isFormula, textOf } from "./cell-text.ts";
import { flagWords, type ImportField, plainly } from "./fields.ts";
import type { Mapping } from "./mapping.ts";
import type { Problems } from "./problem.ts";
import { type DecimalMark, type Quantity, quantityIn } from "./quantity.ts";
import type { Cell, TableRow } from "./table.ts";

/** How the cells of one file are written. */
export interface Writing {
  dates: DateForm;
  decimals: DecimalMark;
}

export type Value = string | boolean | Quantity;

/** A row as it was understood, by field. Fields with an empty cell are absent. */
export interface Understood {
  line: number;
  values: ReadonlyMap<string, Value>;
  /** The column of each field, from 1, and its heading, to say where a problem lies. */
  place(field: string): { line: number; column?: number; header?: string };
}

/**
 * Reads one row by the mapping. One that is not `sound` has a cell that cannot be understood; what is wrong is then
 * among the problems, every cell of it.
 */
export function understand(
  row: TableRow,
  headers: readonly string[],
  fields: readonly ImportField[],
  mapping: Mapping,
  writing: Writing,
  problems: Problems,
): Understood & { sound: boolean } {
  const values = new Map<string, Value>();
  let sound = true;
  const place = (name: string) => {
    const source = mapping.get(name);
    if (source === undefined || "fixed" in source) return { line: row.line, header: name };
    return { line: row.line, column: source.column + 1, header: headers[source.column] ?? name };
  };
  for (const field of fields) {
    const source = mapping.get(field.name);
    if (source === undefined) continue;
    const cell = "fixed" in source ? source.fixed : row.cells[source.column];
    const read = readCell(cell, field, writing);
    if (read === undefined) continue;
    if (!("expected" in read)) {
      values.set(field.name, read.value);
      continue;
    }
    sound = false;
    problems.add({ ...place(field.name), ...read, found: String(cell ?? "") });
  }
  return { line: row.line, values, place, sound };
}

type Read =
  | { value: Value }
  | {
      code: "formula" | "bad_date" | "bad_number" | "bad_choice" | "cell_empty" | "text_too_long";
      expected: string;
    };

function readCell(cell: Cell, field: ImportField, { dates, decimals }: Writing): Read | undefined {
  const raw = cell === undefined ? "" : String(cell);
  const text = textOf(raw);
  if (text === "")
    return field.required ? { code: "cell_empty", expected: `something for “${field.label}”` } : undefined;
  if (field.type !== "text" && /^[=@]/.test(text))
    return { code: "formula", expected: "what the formula comes to, not the formula" };
  switch (field.type) {
    case "number": {
      if (typeof cell === "number" && Number.isFinite(cell))
        return { value: { value: cell, percent: false } };
      const quantity = quantityIn(text, decimals);
      if (quantity !== undefined) return { value: quantity };
      return {
        code: "bad_number",
        expected: `a number such as ${decimals === "point" ? "1234.5" : "1234,5"}`,
      };
    }
    case "day": {
      const day = dayIn(text, dates) ?? dayIn(text, dateForms[0]);
      return day === undefined ? { code: "bad_date", expected: `a day as ${dates}` } : { value: day };
    }
    case "flag": {
      const word = wordIn(text);
      if (flagWords.yes.includes(word)) return { value: true };
      return flagWords.no.includes(word) ? { value: false } : { code: "bad_choice", expected: "yes or no" };
    }
    case "choice": {
      const word = wordIn(text);
      const names = Object.keys(field.options);
      const name = names.find((one) => plainly(one) === word || field.options[one]!.includes(word));
      return name === undefined
        ? { code: "bad_choice", expected: `one of ${names.join(", ")}` }
        : { value: name };
    }
    default: {
      if (isFormula(raw)) return { code: "formula", expected: "a text; this one begins like a formula" };
      const most = field.type === "text" ? field.most : 500;
      if (text.length > most) return { code: "text_too_long", expected: `at most ${most} characters` };
      return { value: text };
    }
  }
}

/** What a cell says where one of a few words is wanted; a whole page in it is none of them. */
function wordIn(text: string): string {
  return text.length > 200 ? "" : plainly(text);
}
