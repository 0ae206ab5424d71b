import { conclusionsOf } from "../bets/backlog.ts";
import type { Status } from "../okrs/progress.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { endOfDay } from "../time/local-instant.ts";
import { keyResultNow } from "./key-result-now.ts";
import type { ReportSpan } from "./report.ts";
import { byTitle, type ReviewRows } from "./rows.ts";

/** What is different from a month ago, the weightiest first. */
export type ReportChange =
  | { what: "status"; title: string; from: Status; to: Status }
  | { what: "blocked"; title: string; text: string; on: string }
  | { what: "unblocked"; title: string; text: string; on: string; how?: string }
  | { what: "unusual"; anomaly: RowOf<"anomaly"> }
  | { what: "marked"; event: RowOf<"event"> }
  | { what: "bets"; won: number; lost: number; inconclusive: number };

/** From the worst to the best; those that say nothing of the pace stand for themselves. */
const worstFirst: readonly Status[] = ["off-pace", "stale", "no-data", "behind", "on-pace", "done"];

export function reportChanges({ cycle, on, since }: ReportSpan, rows: ReviewRows): ReportChange[] {
  const day = (at: string) => localDate(at, rows.workspace.zone);
  const within = (at: string | undefined) => at !== undefined && day(at) > since && day(at) <= on;
  const bound = rows.keyResults
    .filter((one) => one.cycleId === cycle.id && (one.state === "committed" || one.state === "graded"))
    .sort(byTitle);
  const until = endOfDay(since, rows.workspace.zone);
  const then: ReviewRows = {
    ...rows,
    checkInsOn: (id) => rows.checkInsOn(id).filter((one) => Date.parse(one.at) < until),
  };
  const turned = bound
    .flatMap((keyResult): (ReportChange & { what: "status" })[] => {
      // A grade came after whatever it grades: what it was judged by before it is what changed.
      const ungraded = { ...keyResult, state: "committed" as const };
      const from = keyResultNow(ungraded, since, then)?.status ?? "too-early";
      const to = keyResultNow(ungraded, on, rows)?.status ?? "too-early";
      const told = from !== to && from !== "too-early" && to !== "too-early";
      return told ? [{ what: "status", title: keyResult.title, from, to }] : [];
    })
    .sort((a, b) => worstFirst.indexOf(a.to) - worstFirst.indexOf(b.to));
  const blockers = bound.flatMap(({ id, title }) => rows.blockersOn(id).map((one) => ({ title, one })));
  const about = new Set([...rows.metrics.map((one) => one.id), ...bound.map((one) => one.id)]);
  return [
    ...turned,
    ...blockers
      .filter(({ one }) => within(one.openedAt) && !within(one.resolvedAt))
      .map(({ title, one }) => ({ what: "blocked" as const, title, text: one.text, on: day(one.openedAt) })),
    ...blockers
      .filter(({ one }) => within(one.resolvedAt))
      .map(({ title, one }) => ({
        ...{ what: "unblocked" as const, title, text: one.text, on: day(one.resolvedAt!) },
        ...(one.resolution === undefined ? {} : { how: one.resolution }),
      })),
    ...rows.anomalies
      .filter((one) => one.withdrawnAt === undefined && about.has(one.series.id))
      .filter((one) => one.on > since && one.on <= on && one.answer?.as !== "false-alarm")
      .sort((a, b) => (a.on < b.on ? 1 : -1))
      .map((anomaly) => ({ what: "unusual" as const, anomaly })),
    ...(rows.events ?? [])
      .filter((one) => one.on > since && one.on <= on)
      .sort((a, b) => (a.on < b.on ? 1 : -1))
      .map((event) => ({ what: "marked" as const, event })),
    ...concluded(bound, rows),
  ];
}

/** Bets say no day of their end, so those of the whole cycle are counted. */
function concluded(bound: readonly RowOf<"key-result">[], { bets }: ReviewRows): ReportChange[] {
  const { won, lost, inconclusive } = conclusionsOf(bound, bets);
  return won + lost + inconclusive === 0 ? [] : [{ what: "bets", won, lost, inconclusive }];
}
