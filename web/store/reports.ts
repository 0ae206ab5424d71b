import { pastReport, type Report, reportCycle, reportOf } from "../../shared/reviews/report.ts";
import type { ReportText } from "../../shared/reviews/report-text.ts";
import { reportText } from "../../shared/reviews/report-words.ts";
import type { ReviewRows } from "../../shared/reviews/rows.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { cycleOn } from "./as-of.ts";
import { useLive, useToday } from "./live.ts";
import { reviewRowsOn } from "./past-reviews.ts";
import { beatRows, reviewRows } from "./reviews.ts";

/** A report in numbers and in words. */
export interface ToldReport {
  report: Report;
  text: ReportText;
}

export interface ReportView {
  /** What this answers. */
  asked: ReportAsked;
  /** All there are, the latest first. */
  cycles: RowOf<"cycle">[];
  /** The one asked for, else the one that is on, or that a past day lies in. */
  cycle: RowOf<"cycle"> | undefined;
  /** As it stands; absent where a past day is asked for. */
  told: ToldReport | undefined;
}

/** Which cycle's report, and of which past day where not of today. */
export interface ReportAsked {
  cycleId?: string | undefined;
  on?: string | undefined;
}

/** The report of a cycle, or of the one that is on; null in a workspace that is not founded, undefined until read. */
export function useReport({ cycleId, on }: ReportAsked = {}): ReportView | null | undefined {
  const today = useToday();
  return useLive(
    async (read) => {
      const base = await beatRows(read);
      if (base === null) return null;
      const cycles = [...base.cycles].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
      const cycle = cycleAsked({ cycleId, on }, cycles);
      const rows = cycle && on === undefined ? await reviewRows(read, cycle.id) : null;
      const told = rows && cycle ? inWords(reportOf(cycle.id, today, rows), rows) : undefined;
      return { asked: { cycleId, on }, cycles, cycle, told };
    },
    [cycleId, on, today],
  );
}

/** Of `cycles`, the latest first. */
function cycleAsked({ cycleId, on }: ReportAsked, cycles: readonly RowOf<"cycle">[]) {
  if (cycleId !== undefined) return cycles.find((one) => one.id === cycleId);
  if (on === undefined) return reportCycle(cycles);
  return cycleOn(cycles, on) ?? cycles.find((one) => one.endsOn < on);
}

/**
 * The report of a cycle as it stood at the end of a past day, from the server; undefined where there was nothing to tell
 * yet. Throws ApiError: "offline" without a network.
 */
export async function reportOn(
  on: string,
  cycle: RowOf<"cycle">,
  cycles: readonly RowOf<"cycle">[],
): Promise<ToldReport | undefined> {
  const rows = await reviewRowsOn(on, cycle, cycles);
  return rows === null ? undefined : inWords(pastReport(cycle.id, on, rows), rows);
}

function inWords(report: Report | undefined, rows: ReviewRows): ToldReport | undefined {
  return report && { report, text: reportText(report, rows) };
}
