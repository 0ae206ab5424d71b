import { standing } from "../check-ins/history.ts";
import { closedOccurrences } from "../check-ins/owed.ts";
import { freshDaysBy } from "../metrics/standing.ts";
import { breached, expected, pace, progress, type Status, status } from "../okrs/progress.ts";
import type { RowOf } from "../sync/mutation.ts";
import { daysBetween, localDate, nextWorkday } from "../time/local-date.ts";
import type { FocusRows } from "./rows.ts";

/** The first condition a key result meets, with what is to be said about it. */
export type FocusReason =
  | { by: "anomaly"; anomalyId: string; about: "key-result" | "metric" }
  /** `days` since its oldest open blocker was opened. */
  | { by: "blocker"; blockerId: string; days: number }
  /** 1 is where it should be by now; `breached`: what it was to keep is broken. */
  | { by: "pace"; pace: number; status: "behind" | "off-pace"; breached: boolean }
  /** `days` since the last check-in that counts. */
  | { by: "stale"; days: number | undefined }
  /** What is left to do, 0–1. */
  | { by: "gap"; gap: number };

export interface Candidate {
  keyResult: RowOf<"key-result">;
  status: Status;
  /** Absent where nothing is left to do. */
  reason?: FocusReason;
}

const order = ["anomaly", "blocker", "pace", "stale", "gap"] as const;

/**
 * The running key results of a squad, whichever needs it most first: an open anomaly on itself or on the metric it
 * measures, a blocker older than a working day, the lowest pace that is behind or off pace, stale, the largest gap times
 * weight; ties by weight, then title.
 */
export function ranking(squadId: string, on: string, rows: FocusRows): Candidate[] {
  return runningOf(squadId, rows)
    .map(({ keyResult, cycle }) => candidate(keyResult, cycle, on, rows))
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        needOf(b) - needOf(a) ||
        b.keyResult.weight - a.keyResult.weight ||
        a.keyResult.title.localeCompare(b.keyResult.title) ||
        (a.keyResult.id < b.keyResult.id ? -1 : 1),
    );
}

function runningOf(squadId: string, { cycles, objectives, keyResults }: FocusRows) {
  const own = new Set(objectives.filter((one) => one.squadId === squadId).map((one) => one.id));
  return keyResults.flatMap((keyResult) => {
    if (keyResult.state !== "committed" || !own.has(keyResult.objectiveId)) return [];
    const cycle = cycles.find((one) => one.id === keyResult.cycleId);
    return cycle?.state === "running" ? [{ keyResult, cycle }] : [];
  });
}

function candidate(
  keyResult: RowOf<"key-result">,
  cycle: RowOf<"cycle">,
  on: string,
  rows: FocusRows,
): Candidate {
  const checkIns = rows.checkInsOn(keyResult.id);
  const closed = closedOccurrences(keyResult, cycle, rows.workspace.rhythm, on);
  const now = status({ keyResult, cycle, checkIns, on, closedOccurrences: closed });
  const reason =
    anomalyOf(keyResult, rows) ??
    blockedSince(keyResult.id, on, rows) ??
    byProgress(keyResult, cycle, now, on, rows);
  return { keyResult, status: now, ...(reason && { reason }) };
}

function anomalyOf({ id, measures }: RowOf<"key-result">, { anomalies }: FocusRows): FocusReason | undefined {
  const open = anomalies.filter(
    (one) => one.answer === undefined && one.withdrawnAt === undefined && wasNews(one),
  );
  const own = open.find(({ series }) => series.kind === "key-result" && series.id === id);
  if (own !== undefined) return { by: "anomaly", anomalyId: own.id, about: "key-result" };
  const measured = open.find(({ series }) => series.kind === "metric" && series.id === measures);
  return measured && { by: "anomaly", anomalyId: measured.id, about: "metric" };
}

/** What a first look through an old history found long after the fact says nothing of today. */
function wasNews({ on, raisedAt }: FocusRows["anomalies"][number]): boolean {
  if (on === undefined || raisedAt === undefined) return true;
  return daysBetween(on, raisedAt.slice(0, 10)) <= freshDaysBy.monthly;
}

/** The working day after the one it was opened on is its first; from the next day on it is older. */
function blockedSince(keyResultId: string, on: string, rows: FocusRows): FocusReason | undefined {
  const { zone, rhythm } = rows.workspace;
  const open = rows
    .blockersOn(keyResultId)
    .filter((one) => one.resolvedAt === undefined)
    .map(({ id, openedAt }) => ({ id, openedOn: localDate(openedAt, zone) }))
    .filter((one) => on > nextWorkday(one.openedOn, rhythm.workdays))
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  const oldest = open[0];
  return oldest && { by: "blocker", blockerId: oldest.id, days: daysBetween(oldest.openedOn, on) };
}

function byProgress(
  keyResult: RowOf<"key-result">,
  cycle: RowOf<"cycle">,
  now: Status,
  on: string,
  rows: FocusRows,
): FocusReason | undefined {
  const checkIns = rows.checkInsOn(keyResult.id);
  const made = progress(keyResult, checkIns)?.shown ?? 0;
  if (now === "behind" || now === "off-pace")
    return {
      ...{ by: "pace", status: now, breached: breached(keyResult, checkIns) },
      pace: pace(made, expected(keyResult, cycle, on)),
    };
  if (now === "stale") {
    const last = standing(checkIns).at(-1)?.original;
    const since = last && localDate(last.at, rows.workspace.zone);
    return { by: "stale", days: since === undefined ? undefined : daysBetween(since, on) };
  }
  return now === "done" || made >= 1 ? undefined : { by: "gap", gap: 1 - made };
}

function rankOf({ reason }: Candidate): number {
  return reason === undefined ? order.length : order.indexOf(reason.by);
}

/** Within one condition: the lower the pace, the larger what is left. */
function needOf({ reason, keyResult }: Candidate): number {
  if (reason?.by === "pace") return -reason.pace;
  return reason?.by === "gap" ? reason.gap * keyResult.weight : 0;
}
