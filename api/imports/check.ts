import { createHash } from "node:crypto";
import { createFind } from "../../shared/imports/directory.ts";
import { createLeft } from "../../shared/imports/left.ts";
import { duplicateHeaders, type Mapping, mappingOf, missingColumns } from "../../shared/imports/mapping.ts";
import type { ImportKind, Step } from "../../shared/imports/plan.ts";
import { createProblems, FileBroken, type Problems } from "../../shared/imports/problem.ts";
import type { ImportReport } from "../../shared/imports/report.ts";
import { type Understood, understand } from "../../shared/imports/understand.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { loadDirectory } from "./directory.ts";
import type { Importer, ImportsDeps } from "./imports-deps.ts";
import { createPause } from "./pause.ts";
import type { FileRead } from "./read-csv.ts";
import { sampleOf } from "./sample.ts";
import type { Asked } from "./terms.ts";
import { tryPlan } from "./try-plan.ts";
import { writingOf } from "./writing.ts";

export interface Checked {
  report: ImportReport;
  /** The mutations of a file without a problem, in order; empty for one that has any. */
  steps: Step[];
}

/** What one look at a file is about. */
interface Look {
  deps: ImportsDeps;
  kind: ImportKind;
  asked: Asked;
  problems: Problems;
  report: ImportReport;
  pause: () => Promise<unknown>;
}

/** Rows looked at before others have their turn. */
const slice = 100;

/**
 * Reads a whole file and tries it on the workspace's rows, by the rules, without changing anything. Whatever is wrong
 * stands in the report by line; nothing about a file's content is thrown.
 */
export async function check(
  deps: ImportsDeps,
  who: Importer,
  kind: ImportKind,
  importId: string,
  asked: Asked,
  read: (problems: Problems) => Promise<FileRead>,
): Promise<Checked> {
  const problems = createProblems();
  const report = blank(kind);
  const look: Look = { deps, kind, asked, problems, report, pause: createPause(deps) };
  let steps: Step[] = [];
  try {
    const rows = await understoodIn(look, await read(problems));
    if (rows.length > 0) steps = await plan(look, who, importId, rows);
  } catch (error) {
    if (!(error instanceof FileBroken)) throw error;
    problems.add(error.problem);
  }
  report.problems = problems.listed.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  report.problemCount = problems.count;
  return { report, steps: problems.count === 0 ? steps : [] };
}

type Row = Understood & { sound: boolean };

/** The rows by the mapping; none where the mapping or the way of writing is not clear. */
async function understoodIn(look: Look, { table, format }: FileRead): Promise<Row[]> {
  const { kind, asked, problems, report, pause } = look;
  const { headers, rows } = table;
  const { mapping, missing } = mappingOf(headers, kind.fields, asked.wishes);
  const { problems: unclear, ...writing } = writingOf(table, kind.fields, mapping, asked, format);
  Object.assign(report, { rows: rows.length, blank: table.blank, ...mappedIn(headers, mapping) });
  report.format = { ...format, ...writing };
  unclear.unshift(...duplicateHeaders(headers, table.line), ...missingColumns(missing, headers, table.line));
  for (const one of unclear) problems.add(one);
  if (unclear.length > 0) return [];
  const found: Row[] = [];
  for (const [place, row] of rows.entries()) {
    if (place >= kind.most) throw tooMany(kind, row.line);
    if (place % slice === slice - 1) await pause();
    found.push(understand(row, headers, kind.fields, mapping, writing, problems));
  }
  report.sample = sampleOf(found);
  if (rows.length === 0 && problems.count === 0)
    problems.add({ code: "no_rows", line: table.line, expected: "rows below the heading" });
  return found;
}

/** The mutations of the rows, every one tried; what the rules refuse is among the problems. */
async function plan(look: Look, who: Importer, importId: string, rows: readonly Row[]): Promise<Step[]> {
  const { deps, kind, asked, problems, report, pause } = look;
  const trial = deps.sync.trial(who.workspaceId, { memberId: who.memberId });
  const directory = await loadDirectory(trial);
  const find = createFind(directory, problems);
  const now = deps.now();
  const left = createLeft();
  const planner = kind.plan({
    ...{ ...asked.terms, directory, problems, find, left },
    ...{ memberId: who.memberId, at: iso(now) },
    idFor: (name) => derivedId(now, importId, name),
  });
  const planned: Step[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % slice === slice - 1) await pause();
    if (row.sound) planned.push(...planner.row(row));
    // So that one look names everything: what the rest of a broken row points at is looked up as well.
    else
      for (const { name, ...field } of kind.fields) if (field.type === "reference") find(field.to, row, name);
  }
  planned.push(...(planner.end?.() ?? []));
  const { counts, steps } = await tryPlan(trial, kind, planner, planned, problems, pause);
  report.counts = counts;
  report.left = left.listed();
  return steps;
}

/** The id a name has in one import: the same however often it is asked for. */
export function derivedId(at: number, importId: string, name: string): string {
  return uuidv7(at, createHash("sha256").update(`${importId} ${name}`).digest().subarray(0, 10));
}

function blank({ name }: ImportKind): ImportReport {
  return {
    ...{ kind: name, format: { type: "csv" }, columns: [], fixed: {}, rows: 0, blank: 0, sample: [] },
    ...{ counts: { new: 0, changed: 0, unchanged: 0 }, problems: [], problemCount: 0 },
  };
}

function mappedIn(headers: readonly string[], mapping: Mapping): Pick<ImportReport, "columns" | "fixed"> {
  const fieldOf = new Map<number, string>();
  const fixed: Record<string, string> = {};
  for (const [field, source] of mapping)
    if ("fixed" in source) fixed[field] = source.fixed;
    else fieldOf.set(source.column, field);
  const columns = headers.map((header, place) => {
    const field = fieldOf.get(place);
    return field === undefined ? { header } : { header, field };
  });
  return { columns, fixed };
}

function tooMany({ most, name }: ImportKind, line: number): FileBroken {
  return new FileBroken({
    code: "too_many_rows",
    line,
    expected: `at most ${most} rows of ${name}; split the file`,
  });
}
