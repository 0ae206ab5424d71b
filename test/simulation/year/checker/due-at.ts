import { day, dayIn, instantOf, plusDays, workdayAfter } from "../calendar.ts";
import type { Facts } from "../facts.ts";
import { hasFocus, owedNow } from "./intended.ts";
import type { Line } from "./ledger.ts";
import {
  checkInTime,
  digestTime,
  directors,
  focusTime,
  hearers,
  isAwayAt,
  isThere,
  memberAt,
  metricTime,
  rhythm,
  titled,
  workdaysOf,
} from "./people.ts";
import {
  isDone,
  isReviewed,
  membersOf,
  owedOf,
  owingIn,
  reviewedAt,
  running,
  squadOf,
  weekDueOn,
} from "./work.ts";

/** What stands in the way of saying something at a moment, or undefined: it is still to be said, and to this member. */
export type Obstacle = "removed" | "away" | "done" | "nothing-owed";

/** Whether what a line asks for is still to be done at a moment, by the rows of that moment alone. */
export function obstacle(facts: Facts, line: Line, at: number): Obstacle[] {
  const { kind, subjectId, memberId, occurrenceOn } = line;
  const member = memberAt({ facts }, memberId, at);
  if (!isThere(member)) return ["removed"];
  const away: Obstacle[] = isAwayAt(member, at) ? ["away", "nothing-owed"] : [];
  const on = dayIn(at, member.zone);
  const unless = (open: boolean, ...why: Obstacle[]) => (open ? [] : [...away, ...why]);
  switch (kind) {
    case "nudge":
    case "nudge-again":
      return unless(owedOf(facts, memberId, occurrenceOn, at).length > 0, "done", "nothing-owed");
    case "asked": {
      const asked = facts.on("nudge", subjectId, at).filter((one) => one.at.startsWith(occurrenceOn));
      const owner = facts.find("key-result", subjectId, at)?.ownerId;
      if (!asked.some((one) => one.to === owner)) return ["nothing-owed"];
      return unless(owedNow(facts, memberId, at).includes(subjectId), "done", "nothing-owed");
    }
    case "assigned": {
      const mine = running(facts, at).find((one) => one.id === subjectId && one.ownerId === memberId);
      if (mine === undefined) return ["nothing-owed"];
      if (away.length > 0) return away;
      const since = mine.previousOwners.at(-1)?.untilAt ?? "";
      const said = facts.on("check-in", subjectId, at);
      return unless(!said.some((one) => one.authorId === memberId && one.at > since), "done");
    }
    case "anomaly": {
      const anomaly = facts.find("anomaly", subjectId, at);
      if (anomaly === undefined) return ["nothing-owed"];
      if (anomaly.answer !== undefined) return ["done"];
      const cycleId = facts.find("key-result", anomaly.series.id, at)?.cycleId ?? "";
      if (facts.find("cycle", cycleId, at)?.state === "closed") return ["nothing-owed"];
      const squad = facts.find("squad", anomaly.squadId ?? "", at);
      if (squad?.members.some((one) => one.as === "pm"))
        return unless(
          hearers(facts, squad, on, at).some((one) => one.id === memberId),
          "nothing-owed",
        );
      const owner = facts.find("key-result", anomaly.series.id, at)?.ownerId ?? "";
      const keeper = memberAt({ facts }, owner, at);
      if (isThere(keeper) && !isAwayAt({ ...keeper, zone: member.zone }, at))
        return unless(owner === memberId, "nothing-owed");
      return unless(
        squad !== undefined && hearers(facts, squad, on, at).some((one) => one.id === memberId),
        "nothing-owed",
      );
    }
    case "metric-check":
    case "miss": {
      const squad = facts.find("squad", subjectId, at);
      const owing = owingIn(facts, subjectId, occurrenceOn, at);
      if (squad === undefined || owing.length === 0) return [...away, "nothing-owed"];
      if (!hearers(facts, squad, on, at).some((one) => one.id === memberId)) return [...away, "nothing-owed"];
      const missing = owing.filter((one) => !isDone(facts, one, weekDueOn(occurrenceOn), at));
      if (kind === "miss" && missing.length === 0) return ["done"];
      const seen = isReviewed(facts, (one) => one.squadId === subjectId && one.on === occurrenceOn, at);
      return seen ? ["done"] : [];
    }
    case "digest":
    case "focus": {
      if (away.length > 0) return away;
      const mine = membersOf(facts, subjectId, at).some((one) => one.id === memberId);
      const has =
        kind === "digest"
          ? owingIn(facts, subjectId, occurrenceOn, at).length > 0
          : running(facts, at).some((one) => squadOf(facts, one, at) === subjectId) ||
            hasFocus(facts, subjectId, occurrenceOn, at);
      return unless(mine && has, "nothing-owed");
    }
    case "review-monthly": {
      if (!directors(facts, on, at).some((one) => one.id === memberId)) return [...away, "nothing-owed"];
      const month = occurrenceOn.slice(0, 7);
      if (isReviewed(facts, (one) => one.beat === "monthly" && one.on.startsWith(month), at)) return ["done"];
      return running(facts, at).length > 0 ? [] : ["nothing-owed"];
    }
    case "revalidate":
      return titled(facts, ["cpo", "ceo"], on, at).some((one) => one.id === memberId)
        ? []
        : [...away, "nothing-owed"];
    default: {
      if (!titled(facts, ["cpo"], on, at).some((one) => one.id === memberId))
        return [...away, "nothing-owed"];
      const cycle = facts.find("cycle", subjectId, at);
      if (cycle === undefined) return ["nothing-owed"];
      if (kind === "cycle-commit") return cycle.state === "planning" ? [] : ["done"];
      if (cycle.state === "planning" || on <= cycle.endsOn) return ["nothing-owed"];
      if (kind === "grading") return cycle.state === "closed" ? ["done"] : [];
      const seen = isReviewed(facts, (one) => one.beat === "quarterly" && one.cycleId === subjectId, at);
      return seen ? ["done"] : [];
    }
  }
}

/** The earliest moment at which a line may be said, by the zone and wishes of whoever it is for at a moment. */
export function earliest(
  facts: Facts,
  { kind, memberId, occurrenceOn, subjectId }: Line,
  at: number,
): number {
  const member = memberAt({ facts }, memberId, at)!;
  const { zone } = member;
  const next = (on: string) => workdayAfter(on, rhythm.workdays);
  const cycle = facts.find("cycle", subjectId, at);
  switch (kind) {
    case "nudge":
      return instantOf(occurrenceOn, checkInTime(member), zone);
    case "nudge-again":
      return instantOf(workdayAfter(occurrenceOn, workdaysOf(member)), checkInTime(member), zone);
    case "metric-check":
    case "miss":
      return instantOf(next(next(occurrenceOn)), metricTime(member), zone);
    case "digest":
      return Math.min(
        instantOf(next(next(next(occurrenceOn))), digestTime(member), zone),
        reviewedAt(facts, subjectId, occurrenceOn, at),
      );
    case "focus":
      return instantOf(occurrenceOn, focusTime(member), zone);
    case "review-monthly": {
      const first = next(plusDays(`${occurrenceOn.slice(0, 7)}-01`, -1));
      const on = occurrenceOn.endsWith("-01") ? first : next(next(next(first)));
      return instantOf(on, checkInTime(member), zone);
    }
    case "grading":
      return (
        instantOf(next(cycle!.endsOn), checkInTime(member), zone) +
        (occurrenceOn === plusDays(cycle!.endsOn, 1) ? 0 : 6.5 * day)
      );
    case "retro":
      return instantOf(next(next(next(cycle!.endsOn))), checkInTime(member), zone);
    case "cycle-commit":
    case "revalidate":
      return instantOf(occurrenceOn, checkInTime(member), zone);
    case "asked":
      return Math.min(
        ...facts
          .on("nudge", subjectId, at)
          .filter((one) => one.at.startsWith(occurrenceOn))
          .map((one) => Date.parse(one.at)),
      );
    case "assigned":
      return Date.parse(facts.find("key-result", subjectId, at)!.previousOwners.at(-1)!.untilAt);
    default:
      return Date.parse(facts.find("anomaly", subjectId, at)!.raisedAt);
  }
}
