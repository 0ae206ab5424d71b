import type { Anomaly } from "../signals/anomaly.ts";
import { tellingOf } from "../signals/push-policy.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { directorsOf, hearersOf, isAway } from "./hearers.ts";
import { atOnce, type Planned, type Span } from "./intent.ts";
import { squadOf, type View } from "./view.ts";

/** What somebody is told at once because it happened: a key result given to them, a PM who asks, an unusual number. */
export function eventPlan(view: View, span: Span): Planned[] {
  return [...assignments(view, span), ...asked(view, span), ...anomalies(view, span)];
}

/** Who takes a key result on themselves knows it. */
function assignments(view: View, span: Span): Planned[] {
  return [...view.runningOf.values()].flat().flatMap(({ id, ownerId, previousOwners }) => {
    const given = previousOwners.at(-1);
    const owner = view.members.get(ownerId);
    if (given === undefined || owner === undefined || given.by === ownerId) return [];
    const about = { kind: "assigned", subjectId: id, occurrenceOn: dayOf(given.untilAt) } as const;
    return atOnce(view, owner, about, given.untilAt, span);
  });
}

/** Asked is whoever owned it then, and who stands in for them. */
function asked(view: View, span: Span): Planned[] {
  return view.nudges.flatMap(({ keyResultId, to, at }) => {
    const owner = view.members.get(to);
    if (owner === undefined) return [];
    const delegate = isAway(owner, localDate(at, owner.zone))
      ? view.members.get(owner.delegate!.memberId)
      : undefined;
    const about = { kind: "asked", subjectId: keyResultId, occurrenceOn: dayOf(at) } as const;
    return [owner, ...(delegate ? [delegate] : [])].flatMap((one) => atOnce(view, one, about, at, span));
  });
}

function anomalies(view: View, span: Span): Planned[] {
  const pushed = [...view.anomalies.values()].filter((one) => isPushed(view, one));
  return pushed.flatMap((one) => {
    const about = { kind: "anomaly", subjectId: one.id, occurrenceOn: one.onset } as const;
    const on = localDate(one.raisedAt, view.workspace.zone);
    return anomalyHearers(view, one, on).flatMap((member) => atOnce(view, member, about, one.raisedAt, span));
  });
}

/** By the push policy of signals; a key result is read week by week. */
export function isPushed(view: View, anomaly: Anomaly): boolean {
  return tellingOf(anomaly, view.metrics.get(anomaly.series.id)?.cadence ?? "weekly").push;
}

/** The PMs of its squad; without a squad whoever keeps the metric or owns the key result, else the directors. */
export function anomalyHearers(
  view: View,
  { series, squadId }: Pick<Anomaly, "series" | "squadId">,
  on: string,
): RowOf<"member">[] {
  const metric = series.kind === "metric" ? view.metrics.get(series.id) : undefined;
  const keyResult = series.kind === "key-result" ? view.keyResults.get(series.id) : undefined;
  const named = squadId ?? metric?.squadId;
  const squad =
    view.squads.find((one) => one.id === named) ?? (keyResult && squadOf(view, keyResult)) ?? undefined;
  if (squad?.members.some((one) => one.as === "pm")) return hearersOf(view, squad, on);
  const keeper = view.members.get(metric?.stewardId ?? keyResult?.ownerId ?? "");
  if (keeper?.state === "active" && !isAway(keeper, on)) return [keeper];
  return squad ? hearersOf(view, squad, on) : directorsOf(view, on);
}

/** The same day wherever anybody is, so that somebody who moves is not told twice. */
function dayOf(at: string): string {
  return at.slice(0, 10);
}
