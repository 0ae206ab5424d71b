import { type Report, reportCycle, reportOf } from "../../shared/reviews/report.ts";
import type { ReportText } from "../../shared/reviews/report-text.ts";
import { reportText } from "../../shared/reviews/report-words.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { useLive, useToday } from "./live.ts";
import { beatRows, reviewRows } from "./reviews.ts";

export interface ReportView {
  /** All there are, the latest first. */
  cycles: RowOf<"cycle">[];
  cycle: RowOf<"cycle"> | undefined;
  report: Report | undefined;
  text: ReportText | undefined;
}

/** The report of a cycle, or of the one that is on; null in a workspace that is not founded, undefined until read. */
export function useReport(asked?: string): ReportView | null | undefined {
  const today = useToday();
  return useLive(
    async (read) => {
      const base = await beatRows(read);
      if (base === null) return null;
      const cycles = [...base.cycles].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
      const cycle = asked === undefined ? reportCycle(cycles) : cycles.find((one) => one.id === asked);
      const rows = cycle && (await reviewRows(read, cycle.id));
      const report = rows ? reportOf(cycle.id, today, rows) : undefined;
      return { cycles, cycle, report, text: report && rows ? reportText(report, rows) : undefined };
    },
    [asked, today],
  );
}
