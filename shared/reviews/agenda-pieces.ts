import { metricStanding } from "../metrics/standing.ts";
import { trend } from "../metrics/trend.ts";
import type { RowOf } from "../sync/mutation.ts";
import { daysBetween, localDate } from "../time/local-date.ts";
import type { AgendaItem, AgendaPart, AgendaReason, ReviewTerms } from "./agenda-item.ts";
import type { KeyResultNow } from "./key-result-now.ts";
import type { ReviewRows } from "./rows.ts";

/** A metric on an agenda: how it moved, whether it is old, whether it broke a limit. */
export function metricItem(
  metric: RowOf<"metric">,
  part: AgendaPart,
  today: string,
  { readingsOf }: Pick<ReviewRows, "readingsOf">,
): AgendaItem {
  const readings = readingsOf(metric.id);
  const { guard, old, ageDays } = metricStanding(metric, readings, today);
  const before = trend(metric, readings)?.before;
  const reasons: AgendaReason[] = [];
  if (guard === "breached") reasons.push({ what: "breached" });
  if (old) reasons.push({ what: "old-reading", ...(ageDays === undefined ? {} : { days: ageDays }) });
  else if (before !== undefined)
    reasons.push({
      ...{ what: "moved", delta: before.delta },
      ...(before.good === undefined ? {} : { good: before.good }),
    });
  return { subject: { kind: "metric", id: metric.id }, part, reasons };
}

export function keyResultItem(now: KeyResultNow, part: AgendaPart): AgendaItem {
  const { keyResult, status, pace, disagrees, last } = now;
  const reasons: AgendaReason[] = [{ what: "status", status, ...(pace === undefined ? {} : { pace }) }];
  if (disagrees !== undefined && last !== undefined)
    reasons.push({
      ...{ what: "disagrees", how: disagrees, confidence: last.latest.confidence },
      ...(status === "stale" ? { stale: true } : {}),
    });
  if (last?.latest.about?.includes("help")) reasons.push({ what: "needs-help" });
  return { subject: { kind: "key-result", id: keyResult.id }, part, reasons };
}

export function anomalyItem({ id, direction, adverse, on }: RowOf<"anomaly">): AgendaItem {
  return {
    subject: { kind: "anomaly", id },
    part: "anomalies",
    reasons: [{ what: "unusual", direction, adverse, on }],
  };
}

/** Open blockers of key results that are at least so many days old, the oldest first. */
export function blockerItems(
  keyResults: readonly RowOf<"key-result">[],
  oldestDays: number,
  today: string,
  { blockersOn, workspace }: Pick<ReviewRows, "blockersOn" | "workspace">,
): AgendaItem[] {
  return keyResults
    .flatMap((one) => blockersOn(one.id))
    .filter((one) => one.resolvedAt === undefined)
    .map((one) => ({ one, days: daysBetween(localDate(one.openedAt, workspace.zone), today) }))
    .filter(({ days }) => days >= oldestDays)
    .sort((a, b) => b.days - a.days || (a.one.id < b.one.id ? -1 : 1))
    .map(({ one, days }) => ({
      subject: { kind: "blocker", id: one.id },
      part: "blockers",
      reasons: [{ what: "blocked", days }],
    }));
}

/**
 * What the review of this beat before decided to do: what was only to be kept is done with, and so is what was said to be
 * done; what was said not to be comes back again. `reviews` of any beat and cycle may be among the rows.
 */
export function decidedBefore(
  { beat, squadId, on }: ReviewTerms,
  { reviews, workspace }: Pick<ReviewRows, "reviews" | "workspace">,
): AgendaItem[] {
  const before = previousReview({ beat, squadId, on }, reviews);
  return (
    (before?.decisions ?? [])
      .filter((one) => one.as !== "keep" || one.byOn !== undefined || one.done === false)
      // Done, and nothing else decided about it.
      .filter((one) => one.as !== "keep" || one.done !== true)
      .map(({ subject, as, text, ownerId, byOn, at }) => ({
        subject,
        part: "decided-before",
        reasons: [
          {
            ...{ what: "decided", as, text, on: localDate(at, workspace.zone) },
            ...(ownerId === undefined ? {} : { ownerId }),
            ...(byOn === undefined ? {} : { byOn }),
          },
        ],
      }))
  );
}

/** The last review of a beat that was held before another one. */
export function previousReview(
  { beat, squadId, on }: Pick<ReviewTerms, "beat" | "squadId" | "on">,
  reviews: readonly RowOf<"review">[],
): RowOf<"review"> | undefined {
  return reviews
    .filter((one) => one.beat === beat && one.squadId === squadId && one.state === "done" && one.on < on)
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
}
