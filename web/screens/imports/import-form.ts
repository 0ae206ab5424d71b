import type { ImportField, ImportKindName } from "../../../shared/imports/fields.ts";
import { importKinds } from "../../../shared/imports/import-kinds.ts";
import { type Mapping, mappingOf } from "../../../shared/imports/mapping.ts";
import type { ImportTerms } from "../../store/imports.ts";

/** What a person chose for an import: for each field a column, one value for all rows, or nothing. */
export interface ImportForm {
  /** "column:HEADING", "fixed:ID" or "none" by field; a field that is absent is proposed by its heading. */
  choices: Readonly<Record<string, string>>;
  dates: string;
  decimals: string;
  delimiter: string;
  encoding: string;
  percent: boolean;
  commit: boolean;
}

/** Nothing chosen yet; `metric`: whose readings the file is said to hold. */
export function freshForm(metric: string | null): ImportForm {
  return {
    choices: metric === null ? {} : { metric: `fixed:${metric}` },
    ...{ dates: "", decimals: "", delimiter: "", encoding: "", percent: false, commit: false },
  };
}

/** The mapping by the headings with the choices laid over it, as the server would make it. */
export function mappingFor(kind: ImportKindName, headers: readonly string[], form: ImportForm): Mapping {
  const columns = new Map<string, string>();
  const fixed = new Map<string, string>();
  for (const [field, choice] of Object.entries(form.choices)) {
    const [how, value] = cut(choice);
    if (how === "fixed") fixed.set(field, value);
    else if (how === "none") columns.set(field, "");
    else if (headers.includes(value)) columns.set(field, value);
  }
  return mappingOf(headers, importKinds[kind].fields, { columns, fixed }).mapping;
}

/** The choice a field stands at: what was chosen, or what is proposed; "" for nothing. */
export function choiceOf(field: string, mapping: Mapping, headers: readonly string[]): string {
  const source = mapping.get(field);
  if (source === undefined) return "";
  return "fixed" in source ? `fixed:${source.fixed}` : `column:${headers[source.column]}`;
}

/** Fields that must come from somewhere and do not yet. */
export function stillMissing(kind: ImportKindName, mapping: Mapping): ImportField[] {
  return importKinds[kind].fields.filter((one) => one.required && !mapping.has(one.name));
}

/** All of it said outright, so that the server proposes nothing of its own. */
export function termsOf(kind: ImportKindName, headers: readonly string[], form: ImportForm): ImportTerms {
  const mapping = mappingFor(kind, headers, form);
  const columns: Record<string, string> = {};
  const fixed: Record<string, string> = {};
  for (const { name } of importKinds[kind].fields) {
    const source = mapping.get(name);
    if (source !== undefined && "fixed" in source) fixed[name] = source.fixed;
    else columns[name] = source === undefined ? "" : headers[source.column]!;
  }
  const { dates, decimals, delimiter, encoding, percent, commit } = form;
  return { columns, fixed, dates, decimals, delimiter, encoding, percent, commit };
}

function cut(choice: string): [how: string, value: string] {
  const at = choice.indexOf(":");
  return at < 0 ? [choice, ""] : [choice.slice(0, at), choice.slice(at + 1)];
}
