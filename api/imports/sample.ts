import type { ImportField } from "../../shared/imports/fields.ts";
import type { Mapping } from "../../shared/imports/mapping.ts";
import { createProblems } from "../../shared/imports/problem.ts";
import type { ImportReport } from "../../shared/imports/report.ts";
import type { Table } from "../../shared/imports/table.ts";
import { understand, type Value, type Writing } from "../../shared/imports/understand.ts";

const shown = 5;

/** The first rows as they were understood; a row that was not is left out, since the problems tell of it. */
export function sampleOf(
  table: Table,
  fields: readonly ImportField[],
  mapping: Mapping,
  writing: Writing,
): ImportReport["sample"] {
  return table.rows.slice(0, shown).flatMap((row) => {
    const one = understand(row, table.headers, fields, mapping, writing, createProblems());
    if (one === undefined) return [];
    const values = Object.fromEntries([...one.values].map(([field, value]) => [field, wordsOf(value)]));
    return [{ line: one.line, values }];
  });
}

function wordsOf(value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : `${value.value}${value.percent ? " %" : ""}`;
}
