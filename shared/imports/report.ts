import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { importKindNames } from "./fields.ts";

/** One problem as it travels; the codes are those of `problem.ts` and of the rules. */
const problem = z.object({
  code: z.string(),
  line: z.number(),
  column: z.optional(z.number()),
  header: z.optional(z.string()),
  found: z.optional(z.string()),
  expected: z.string(),
});

/** What a file was found to be: the answer of a dry run, and what a job keeps. */
export const importReport = z.object({
  kind: z.enum(importKindNames),
  format: z.object({
    type: z.enum(["csv", "json"]),
    encoding: z.optional(z.string()),
    delimiter: z.optional(z.string()),
    dates: z.optional(z.string()),
    decimals: z.optional(z.string()),
  }),
  columns: z.array(z.object({ header: z.string(), field: z.optional(z.string()) })),
  /** Fields with one value for all rows. */
  fixed: z.record(z.string(), z.string()),
  rows: z.number(),
  blank: z.number(),
  /** The first rows as they were understood. */
  sample: z.array(z.object({ line: z.number(), values: z.record(z.string(), z.string()) })),
  counts: z.object({ new: z.number(), changed: z.number(), unchanged: z.number() }),
  /** What the file says and is not taken over, by reason; absent in reports from before that was told. */
  left: z.optional(z.array(z.object({ code: z.string(), count: z.number() }))),
  problems: z.array(problem),
  /** How many there are in all, listed or not. */
  problemCount: z.number(),
});
export type ImportReport = z.output<typeof importReport>;

export const importStates = ["waiting", "applying", "done", "stopped", "cancelled"] as const;

/** An import on its way, as the server tells it. */
export const importJob = z.object({
  id: field.id,
  kind: z.enum(importKindNames),
  state: z.enum(importStates),
  fileName: z.optional(z.string()),
  by: field.id,
  at: field.instant,
  endedAt: z.optional(field.instant),
  rows: z.number(),
  /** Rows that have been applied. */
  applied: z.number(),
  counts: importReport.shape.counts,
  /** Why it stopped, and the lines it stopped at; what was applied before stands. */
  stopped: z.optional(
    z.object({ code: z.string(), firstLine: z.number(), lastLine: z.number(), line: z.optional(z.number()) }),
  ),
});
export type ImportJob = z.output<typeof importJob>;
