import { standing } from "../check-ins/history.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { anomalyHearers, isPushed } from "./event-plan.ts";
import { isAway } from "./hearers.ts";
import type { Planned } from "./intent.ts";
import type { Judged } from "./saying.ts";
import { isRunning, type View } from "./view.ts";

type About = Pick<Planned, "subjectId">;
type Member = RowOf<"member">;

/** A key result that was given to somebody; who has checked in on it since knows that it is theirs. */
export function judgeAssigned({ subjectId }: About, member: Member, view: View, now: string): Judged {
  const keyResult = view.keyResults.get(subjectId);
  const given = keyResult?.previousOwners.at(-1);
  if (keyResult === undefined || given === undefined || !isRunning(view, keyResult))
    return { skip: "nothing-owed" };
  if (keyResult.ownerId !== member.id) return { skip: "nothing-owed" };
  if (isAway(member, localDate(now, member.zone))) return { skip: "away" };
  const said = standing(view.checkInsOn.get(subjectId) ?? []).map((one) => one.original);
  if (said.some((one) => one.authorId === member.id && one.at > given.untilAt)) return { skip: "done" };
  const by = given.by === undefined ? undefined : view.members.get(given.by)?.name;
  return { say: { kind: "assigned", keyResult, ...(by === undefined ? {} : { by }) } };
}

/** An unusual number, while nobody has said what it is. */
export function judgeAnomaly({ subjectId }: About, member: Member, view: View, now: string): Judged {
  const anomaly = view.anomalies.get(subjectId);
  if (anomaly === undefined || anomaly.withdrawnAt !== undefined) return { skip: "nothing-owed" };
  if (anomaly.answer !== undefined) return { skip: "done" };
  if (!isPushed(view, anomaly)) return { skip: "nothing-owed" };
  const on = localDate(now, member.zone);
  if (!anomalyHearers(view, anomaly, on).some((one) => one.id === member.id))
    return { skip: isAway(member, on) ? "away" : "nothing-owed" };
  const { kind, id } = anomaly.series;
  const metric = kind === "metric" ? view.metrics.get(id) : undefined;
  const keyResult = kind === "key-result" ? view.keyResults.get(id) : undefined;
  const series = metric ?? (keyResult && { name: keyResult.title, unit: keyResult.unit, cadence: "weekly" });
  if (series === undefined) return { skip: "nothing-owed" };
  const { name, unit, cadence } = series;
  return { say: { kind: "anomaly", anomaly, series: { name, unit, cadence } } };
}
