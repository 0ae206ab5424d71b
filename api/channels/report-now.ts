import { type Report, reportCycle, reportOf } from "../../shared/reviews/report.ts";
import type { ReviewRows } from "../../shared/reviews/rows.ts";
import { addDays, localDate } from "../../shared/time/local-date.ts";
import type { Database } from "../db/client.ts";
import { reportRows } from "../reviews/report-rows-store.ts";
import { cycleRows } from "./report-mail-store.ts";
import { rowsOf, squadView } from "./squad-view.ts";

/** A report with the rows its words need. */
export interface ReportNow {
  report: Report;
  rows: ReviewRows;
}

export type Reports = (workspaceId: string) => Promise<ReportNow | undefined>;

/** A closed cycle is told of so many days after its end; then there is nothing new to say of it. */
const toldAfter = 35;

/**
 * The reports of workspaces as they stand now, each worked out once for all who get it. Undefined where no cycle runs,
 * is graded, or ended a short while ago.
 */
export function reportsNow({ database, now }: { database: Database; now(): number }): Reports {
  const known = new Map<string, Promise<ReportNow | undefined>>();
  return (workspaceId) => {
    const found = known.get(workspaceId) ?? reportNow(database, workspaceId, now());
    known.set(workspaceId, found);
    return found;
  };
}

async function reportNow(
  database: Database,
  workspaceId: string,
  at: number,
): Promise<ReportNow | undefined> {
  const found = await cycleRows(database, workspaceId);
  const [workspace] = rowsOf("workspace", found);
  const cycle = reportCycle(rowsOf("cycle", found));
  if (workspace === undefined || cycle === undefined) return undefined;
  const today = localDate(at, workspace.zone);
  if (cycle.state === "closed" && addDays(cycle.endsOn, toldAfter) < today) return undefined;
  const rows = squadView(await reportRows(database, workspaceId, cycle));
  const report = rows && reportOf(cycle.id, today, rows);
  return rows && report && { report, rows };
}
