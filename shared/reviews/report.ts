import type { RowOf } from "../sync/mutation.ts";
import { addMonths } from "../time/local-date.ts";
import { starThen } from "./quarter-retro.ts";
import { type ReportChange, reportChanges } from "./report-changes.ts";
import { type ReportDecision, type ReportNext, reportDecisions, reportNext } from "./report-decided.ts";
import { type ReportMetric, reportMetric } from "./report-metric.ts";
import { type ReportGroup, reportGroups } from "./report-objectives.ts";
import { type Sureness, sureness } from "./report-sureness.ts";
import type { ReviewRows } from "./rows.ts";

/** A cycle on one page, for somebody who was not there: in numbers and names, ready for words. */
export interface Report {
  company: string;
  cycle: RowOf<"cycle">;
  /** The day it is told by: today, or the cycle's last one once that is over. */
  on: string;
  /** The day it was made on, however long the cycle is over. */
  madeOn: string;
  /** The past day it was asked for: nothing is in it that was not known by its end. Absent where it tells today. */
  asOf?: string;
  /** The day changes are counted from: a month earlier, or the cycle's first. */
  since: string;
  star?: ReportMetric & { northStar: RowOf<"north-star"> };
  inputs: ReportMetric[];
  guardrails: ReportMetric[];
  groups: ReportGroup[];
  changes: ReportChange[];
  decisions: ReportDecision[];
  next: ReportNext;
  sure: Sureness;
}

/** The cycle a report is about where none is named: the one running, else in grading, else the last that closed. */
export function reportCycle(cycles: readonly RowOf<"cycle">[]): RowOf<"cycle"> | undefined {
  const order = ["running", "grading", "closed"];
  return cycles
    .filter((one) => one.state !== "planning")
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.endsOn < b.endsOn ? 1 : -1))[0];
}

/** The report of a cycle on a day. Undefined for one that is not here, or that nothing was promised in yet. */
export function reportOf(cycleId: string, today: string, rows: ReviewRows): Report | undefined {
  const cycle = rows.cycles.find((one) => one.id === cycleId);
  if (cycle === undefined || cycle.state === "planning") return undefined;
  const on = today < cycle.endsOn ? today : cycle.endsOn;
  const monthBack = addMonths(on, -1);
  const since = monthBack > cycle.startsOn ? monthBack : cycle.startsOn;
  const span = { cycle, on, since };
  const active = rows.metrics
    .filter((one) => one.state === "active")
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const told = (metric: RowOf<"metric">) => reportMetric(metric, span, rows);
  const northStar = starThen(cycle, rows);
  const star = rows.metrics.find((one) => one.id === northStar?.metricId);
  const groups = reportGroups(span, rows);
  return {
    company: rows.workspace.name,
    ...span,
    madeOn: today,
    ...(northStar && star ? { star: { ...told(star), northStar } } : {}),
    inputs: active.filter((one) => one.kind === "input").map(told),
    guardrails: active.filter((one) => one.kind === "guardrail").map(told),
    groups,
    changes: reportChanges(span, rows),
    decisions: reportDecisions(span, rows),
    next: reportNext(cycle, today, rows),
    sure: sureness(cycle, on, groups, rows),
  };
}

/** The same on a day that is past, from the rows as they stood at its end. */
export function pastReport(cycleId: string, on: string, rows: ReviewRows): Report | undefined {
  const report = reportOf(cycleId, on, rows);
  return report && { ...report, asOf: on };
}

/** The stretch of time a report tells. */
export interface ReportSpan {
  cycle: RowOf<"cycle">;
  on: string;
  since: string;
}
