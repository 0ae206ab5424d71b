import type { ImportReport } from "../../shared/imports/report.ts";
import type { Understood, Value } from "../../shared/imports/understand.ts";

const shown = 5;

/** The first rows as they were understood, as far as they were. */
export function sampleOf(rows: readonly Understood[]): ImportReport["sample"] {
  return rows.slice(0, shown).map(({ line, values }) => ({
    line,
    values: Object.fromEntries([...values].map(([field, value]) => [field, wordsOf(value)])),
  }));
}

function wordsOf(value: Value): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : `${value.value}${value.percent ? " %" : ""}`;
}
