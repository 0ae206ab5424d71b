import { type ImportField, plainly } from "./fields.ts";
import type { Problem } from "./problem.ts";

/** Where a field comes from: a column (its place from 0), or one value for every row. */
export type Source = { column: number } | { fixed: string };
export type Mapping = ReadonlyMap<string, Source>;

/** What somebody said about it: a heading ("" for none) or a value for a field; what is not said is proposed. */
export interface Wishes {
  columns: ReadonlyMap<string, string>;
  fixed: ReadonlyMap<string, string>;
}

/** A mapping by the headings, as far as they say what they hold, with what was wished laid over it. */
export function mappingOf(
  headers: readonly string[],
  fields: readonly ImportField[],
  wishes: Wishes,
): { mapping: Mapping; missing: { field: ImportField; header?: string }[] } {
  const plain = headers.map(plainly);
  const asked = new Set([...wishes.columns.values()].map((one) => plainly(one)));
  const mapping = new Map<string, Source>();
  const missing: { field: ImportField; header?: string }[] = [];
  const taken = new Set<number>();
  for (const field of fields) {
    const header = wishes.columns.get(field.name);
    const fixed = wishes.fixed.get(field.name);
    if (fixed !== undefined && fixed !== "") mapping.set(field.name, { fixed });
    else if (header !== undefined && header !== "") {
      const place = placeOf(header, headers, plain);
      if (place === undefined) missing.push({ field, header });
      else mapping.set(field.name, { column: place });
    }
  }
  for (const field of fields) {
    if (mapping.has(field.name) || wishes.columns.has(field.name)) continue;
    const names = [field.name, field.label, ...field.known].map(plainly);
    const place = plain.findIndex((one, at) => names.includes(one) && !taken.has(at) && !asked.has(one));
    if (place < 0) continue;
    mapping.set(field.name, { column: place });
    taken.add(place);
  }
  for (const field of fields)
    if (field.required && !mapping.has(field.name) && !missing.some((one) => one.field === field))
      missing.push({ field });
  return { mapping, missing };
}

/** The problem for each column that was asked for or is needed and is not there. */
export function missingColumns(
  missing: readonly { field: ImportField; header?: string }[],
  headers: readonly string[],
  line: number,
): Problem[] {
  const alone = headers.length === 1 ? "; only one column was found, so the delimiter may be another" : "";
  return missing.map(({ field, header }) => ({
    code: "missing_column",
    line,
    header: header ?? field.label,
    expected:
      header === undefined
        ? `a column for “${field.label}”, or one value for all rows${alone}`
        : `a column with the heading “${header}”${alone}`,
  }));
}

/** Two columns of one name, which no mapping could tell apart. */
export function duplicateHeaders(headers: readonly string[], line: number): Problem[] {
  const first = new Map<string, number>();
  return headers.flatMap((header, place): Problem[] => {
    const name = header.toLowerCase();
    const before = first.get(name);
    if (name === "" || before === undefined) {
      first.set(name, place);
      return [];
    }
    const expected = `another heading than column ${before + 1} has`;
    return [{ code: "duplicate_header", line, column: place + 1, header, found: header, expected }];
  });
}

function placeOf(header: string, headers: readonly string[], plain: readonly string[]): number | undefined {
  const exact = headers.indexOf(header);
  const place = exact >= 0 ? exact : plain.indexOf(plainly(header));
  return place < 0 ? undefined : place;
}
