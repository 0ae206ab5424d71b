import type { Rows } from "../sync/mutation.ts";
import type { Directory, Find } from "./directory.ts";
import type { ImportField, ImportKindName } from "./fields.ts";
import type { Left } from "./left.ts";
import type { Problems } from "./problem.ts";
import type { Quantity } from "./quantity.ts";
import type { Understood } from "./understand.ts";

/** One mutation a row asks for. */
export interface Step {
  row: Understood;
  name: string;
  args: Record<string, unknown>;
  /** Its effect is what the report counts; others only prepare it. */
  counts: boolean;
  /** What was packed into it, in order; absent for a single row. */
  parts?: Step[];
}

/** What an import was asked for beside its rows. */
export interface Terms {
  /** Numbers of ratios are percent even without a sign. */
  percent: boolean;
  /** Key results are committed into their running cycle. */
  commit: boolean;
}

export interface PlanContext extends Terms {
  directory: Directory;
  find: Find;
  problems: Problems;
  left: Left;
  /** Who imports, and when (an ISO instant). */
  memberId: string;
  at: string;
  /** An id that is the same for the same name, and no other import's. */
  idFor(name: string): string;
}

/** Something the rules will refuse at the end, found ahead of them all at once. */
export interface Foreseen {
  row: Understood;
  code: `gate_${string}`;
  field: string;
}

/** Turns rows into mutations, row by row; `end` gives those that need the whole file. */
export interface Planner {
  row(row: Understood): Step[];
  end?(): Step[];
  /** Asked once the steps before the last ones have been tried; may read what they wrote. */
  foresee?(rows: Rows): Foreseen[];
  /** The last steps. */
  last?(): Step[];
}

/** One kind of file: what it holds, and how its rows become mutations. The rules judge everything. */
export interface ImportKind {
  name: ImportKindName;
  fields: readonly ImportField[];
  /** Rows at most: some rules look at the whole plan for each. */
  most: number;
  /** The field of the file that an argument of a mutation came from. */
  argument: Readonly<Record<string, string>>;
  plan(context: PlanContext): Planner;
  /** Fewer and larger mutations with the same effect. */
  packed?(steps: readonly Step[]): Step[];
}

export function textIn(row: Understood, field: string): string | undefined {
  const value = row.values.get(field);
  return typeof value === "string" ? value : undefined;
}

export function flagIn(row: Understood, field: string): boolean | undefined {
  const value = row.values.get(field);
  return typeof value === "boolean" ? value : undefined;
}

/** The number of a cell in the scale it is stored in; undefined, with a problem, for a percent sign out of place. */
export function numberIn(
  row: Understood,
  field: string,
  scale: "value" | "ratio" | "count",
  { percent, problems }: Pick<PlanContext, "percent" | "problems">,
): number | undefined {
  const quantity = row.values.get(field);
  if (typeof quantity !== "object") return undefined;
  if (scale === "ratio") return quantity.percent || percent ? hundredth(quantity) : quantity.value;
  if (!quantity.percent) return quantity.value;
  const expected = "a number without a percent sign; this is no ratio";
  problems.add({ code: "bad_number", ...row.place(field), found: `${quantity.value} %`, expected });
  return undefined;
}

/** Rounded to what a double holds for sure, so that 31.2 % is 0.312. */
function hundredth({ value }: Quantity): number {
  return Number((value / 100).toPrecision(15));
}

/** Fields without a value left out. */
export function said(args: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}
