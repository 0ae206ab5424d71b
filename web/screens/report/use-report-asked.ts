import { useLocation, useSearch } from "wouter";
import { dayIn } from "../../store/as-of.ts";
import type { ReportAsked } from "../../store/reports.ts";

/** What the address asks for, and the way to ask for something else. A day that is not past is today. */
export function useReportAsked(today: string): [ReportAsked, (next: ReportAsked) => void] {
  const params = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const day = dayIn(params.get("on"));
  const on = day === undefined || day >= today ? undefined : day;
  const ask = (next: ReportAsked) => navigate(reportAddress(next), { replace: true });
  return [{ cycleId: params.get("cycle") ?? undefined, on }, ask];
}

function reportAddress({ cycleId, on }: ReportAsked): string {
  const params = new URLSearchParams();
  if (cycleId !== undefined) params.set("cycle", cycleId);
  if (on !== undefined) params.set("on", on);
  return params.size === 0 ? "/rhythm/report" : `/rhythm/report?${params}`;
}
