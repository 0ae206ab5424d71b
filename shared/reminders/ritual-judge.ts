import type { RowOf } from "../sync/mutation.ts";
import { addDays, localDate } from "../time/local-date.ts";
import { cpoOf, directorsOf, isAway, signersOf } from "./hearers.ts";
import type { Planned } from "./intent.ts";
import { openedEarlyOn } from "./ritual-plan.ts";
import type { Judged } from "./saying.ts";
import type { View } from "./view.ts";

type Member = RowOf<"member">;
export type RitualKind = "review-monthly" | "cycle-commit" | "grading" | "retro" | "revalidate";
type About = Pick<Planned, "subjectId" | "occurrenceOn">;

const leaders = {
  "review-monthly": directorsOf,
  "cycle-commit": cpoOf,
  grading: cpoOf,
  retro: cpoOf,
  revalidate: signersOf,
} as const;

/** What is to be done beyond the week, while it has not been done and is still this member's. */
export function judgeRitual(
  { kind, ...about }: About & { kind: RitualKind },
  member: Member,
  view: View,
  now: string,
): Judged {
  const on = localDate(now, member.zone);
  if (!leaders[kind](view, on).some((one) => one.id === member.id))
    return { skip: isAway(member, on) ? "away" : "nothing-owed" };
  switch (kind) {
    case "review-monthly":
      return judgeMonth(about, view);
    case "revalidate":
      return judgeYear(about, member, view);
    default:
      return judgeCycle({ kind, ...about }, view, on);
  }
}

function judgeMonth({ occurrenceOn }: About, view: View): Judged {
  const month = occurrenceOn.slice(0, 7);
  const isDone = view.reviews.some(
    (one) => one.beat === "monthly" && one.state === "done" && one.on.startsWith(month),
  );
  if (isDone) return { skip: "done" };
  const running = [...view.runningOf.values()].flat();
  if (running.length === 0) return { skip: "nothing-owed" };
  const blockers = running.flatMap((one) => view.blockersOn.get(one.id) ?? []).length;
  return { say: { kind: "review-monthly", keyResults: running.length, blockers } };
}

function judgeCycle(
  { kind, subjectId }: About & { kind: "cycle-commit" | "grading" | "retro" },
  view: View,
  on: string,
): Judged {
  const cycle = view.cycles.find((one) => one.id === subjectId);
  if (cycle === undefined) return { skip: "nothing-owed" };
  const { name, state } = cycle;
  if (kind === "cycle-commit")
    return state === "planning"
      ? { say: { kind, cycle: name, startsToday: on >= cycle.startsOn } }
      : { skip: "done" };
  if (state === "planning" || on <= cycle.endsOn) return { skip: "nothing-owed" };
  if (kind === "grading") {
    if (state === "closed") return { skip: "done" };
    const own = [...view.keyResults.values()].filter((one) => one.cycleId === subjectId);
    return { say: { kind, cycle: name, ungraded: own.filter((one) => one.state === "committed").length } };
  }
  const isDone = view.reviews.some(
    (one) => one.beat === "quarterly" && one.cycleId === subjectId && one.state === "done",
  );
  return isDone ? { skip: "done" } : { say: { kind, cycle: name } };
}

/** A yearly review finished in the weeks before its day counts. */
const counts = 30;

function judgeYear({ subjectId, occurrenceOn }: About, member: Member, view: View): Judged {
  const star = view.northStars.find((one) => one.id === subjectId);
  const day = star?.revalidateOn;
  if (star?.state !== "committed" || day === undefined) return { skip: "nothing-owed" };
  if (star.revalidation?.signatures.some((one) => one.memberId === member.id)) return { skip: "done" };
  const metric = view.metrics.get(star.metricId)?.name ?? star.statement;
  if (openedEarlyOn(star) === occurrenceOn) return { say: { kind: "revalidate", metric, due: "early" } };
  if (day > addDays(occurrenceOn, 14)) return { skip: "done" };
  const isDone = view.reviews.some(
    (one) => one.beat === "yearly" && one.state === "done" && one.on >= addDays(day, -counts),
  );
  if (isDone) return { skip: "done" };
  return { say: { kind: "revalidate", metric, due: occurrenceOn >= day ? "now" : "soon" } };
}
