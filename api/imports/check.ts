import { createHash } from "node:crypto";
import { createFind } from "../../shared/imports/directory.ts";
import { duplicateHeaders, type Mapping, mappingOf, missingColumns } from "../../shared/imports/mapping.ts";
import type { ImportKind, PlanContext, Step } from "../../shared/imports/plan.ts";
import { createProblems, FileBroken, type Problems } from "../../shared/imports/problem.ts";
import type { ImportReport } from "../../shared/imports/report.ts";
import { type Understood, understand } from "../../shared/imports/understand.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { loadDirectory } from "./directory.ts";
import type { Importer, ImportsDeps } from "./imports-deps.ts";
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

/** Rows looked at before others have their turn. */
const slice = 250;

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
  const pause = () => deps.wait(0);
  const report = blank(kind);
  let steps: Step[] = [];
  try {
    const { table, format } = await read(problems);
    const { headers, rows } = table;
    Object.assign(report, { format, rows: rows.length, blank: table.blank });
    const { mapping, missing } = mappingOf(headers, kind.fields, asked.wishes);
    Object.assign(report, mappedIn(headers, mapping));
    const unclear = [
      ...duplicateHeaders(headers, table.line),
      ...missingColumns(missing, headers, table.line),
    ];
    const writing = writingOf(table, kind.fields, mapping, asked, format);
    unclear.push(...writing.problems);
    Object.assign(report.format, { dates: writing.dates, decimals: writing.decimals });
    for (const one of unclear) problems.add(one);
    const understood: Understood[] = [];
    for (const [place, row] of rows.entries()) {
      if (unclear.length > 0) break;
      if (place >= kind.most) throw tooMany(kind, row.line);
      if (place % slice === slice - 1) await pause();
      const one = understand(row, headers, kind.fields, mapping, writing, problems);
      if (one !== undefined) understood.push(one);
    }
    report.sample = sampleOf(table, kind.fields, mapping, writing);
    if (rows.length === 0 && unclear.length === 0 && problems.count === 0)
      problems.add({ code: "no_rows", line: table.line, expected: "rows below the heading" });
    if (understood.length > 0) {
      const trial = deps.sync.trial(who.workspaceId, { memberId: who.memberId });
      const directory = await loadDirectory(trial);
      const context: PlanContext = {
        ...{ ...asked.terms, directory, problems, find: createFind(directory, problems) },
        idFor: (name) => derivedId(deps.now(), importId, name),
      };
      const planner = kind.plan(context);
      const planned: Step[] = [];
      for (const [place, row] of understood.entries()) {
        if (place % slice === slice - 1) await pause();
        planned.push(...planner.row(row));
      }
      planned.push(...(planner.end?.() ?? []));
      const tried = await tryPlan(trial, kind, planner, planned, problems, pause);
      report.counts = tried.counts;
      steps = tried.steps;
    }
  } catch (error) {
    if (!(error instanceof FileBroken)) throw error;
    problems.add(error.problem);
  }
  report.problems = problems.listed.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  report.problemCount = problems.count;
  return { report, steps: problems.count === 0 ? steps : [] };
}

/** The id a name has in one import, whenever and however often it is planned. */
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
