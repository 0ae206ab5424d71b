import { day, dayIn, instantOf, iso, plusDays, weekday, workdayAfter } from "../calendar.ts";
import type { Facts } from "../facts.ts";
import {
  checkInTime,
  companyZone,
  digestTime,
  directors,
  firstMoment,
  focusTime,
  hearers,
  isAway,
  isAwayAt,
  isSettled,
  isThere,
  type Member,
  memberAt,
  metricTime,
  momentOf,
  rhythm,
  titled,
  workdaysOf,
} from "./people.ts";
import { isAsked, isReviewed, membersOf, owedOf, owingIn, reviewedAt, running, squadOf } from "./work.ts";

/** A message that somebody was to get, by what was true when its moment came. */
export interface Intended {
  kind: string;
  subjectId: string;
  memberId: string;
  occurrenceOn: string;
  at: number;
}

type About = Pick<Intended, "kind" | "subjectId" | "occurrenceOn">;

/** Everything that product.md §4 promises within [from, until); what is unclear, because its facts were just changed, is left out. */
export function intendedIn(facts: Facts, workspaceId: string, from: number, until: number): Intended[] {
  const found: Intended[] = [];

  /** Told at a moment, or at the first at which they may be reached before it makes no sense any more. */
  function tell(about: About, memberId: string, wanted: number, end: number, still: (at: number) => boolean) {
    if (!isSettled(facts, memberId, wanted)) return;
    const at = firstMoment(facts, memberId, wanted, end);
    if (at === undefined || at < from || at >= until || !isSettled(facts, memberId, wanted, at)) return;
    if (still(at)) found.push({ ...about, memberId, at });
  }

  const people = facts.ids("member");
  for (let on = iso(from).slice(0, 10); Date.parse(on) < until; on = plusDays(on, 1)) {
    if (weekday(on) === 1) for (const one of people) nudges(one, on);
    if (weekday(on) === 1) for (const one of facts.ids("squad")) weekOfSquad(one, on);
    for (const one of people) focus(one, on);
    if (on.endsWith("-01")) month(on);
  }
  for (const cycleId of facts.ids("cycle")) cycle(cycleId);
  for (const id of facts.ids("nudge")) asked(id);
  for (const id of facts.ids("anomaly")) unusual(id);
  for (const id of facts.ids("key-result")) given(id);
  return found;

  function nudges(memberId: string, dueOn: string): void {
    const first = momentOf(facts, memberId, dueOn, checkInTime);
    const member = first === undefined ? undefined : memberAt({ facts }, memberId, first);
    if (first === undefined || !isThere(member)) return;
    const end = instantOf(plusDays(dueOn, 4), "00:00", member.zone);
    const about = { subjectId: memberId, occurrenceOn: dueOn };
    const owes = (at: number) =>
      owedOf(facts, memberId, dueOn, at).length > 0 && isAsked(facts, memberId, dueOn, at);
    tell({ ...about, kind: "nudge" }, memberId, first, end, owes);
    const asked = firstMoment(facts, memberId, first, end);
    if (asked === undefined) return;
    const next = workdayAfter(dayIn(asked, member.zone), workdaysOf(member));
    const again = instantOf(next, checkInTime(member), member.zone);
    // Whoever was away when they were asked first is not asked again.
    if (isAwayAt(memberAt({ facts }, memberId, asked)!, asked)) return;
    tell({ ...about, kind: "nudge-again" }, memberId, again, end, owes);
  }

  function weekOfSquad(squadId: string, dueOn: string): void {
    const checkOn = workdayAfter(workdayAfter(dueOn, rhythm.workdays), rhythm.workdays);
    const digestOn = workdayAfter(checkOn, rhythm.workdays);
    const about = { subjectId: squadId, occurrenceOn: dueOn };
    const owing = (at: number) => owingIn(facts, squadId, dueOn, at).length > 0;
    for (const memberId of people) {
      const when = momentOf(facts, memberId, checkOn, metricTime);
      const member = when === undefined ? undefined : memberAt({ facts }, memberId, when);
      if (when === undefined || !isThere(member)) continue;
      const end = instantOf(plusDays(checkOn, 7), "00:00", member.zone);
      const hears = (at: number) => {
        const squad = facts.find("squad", squadId, at);
        if (squad === undefined || !owing(at)) return false;
        if (isReviewed(facts, (one) => one.squadId === squadId && one.on === dueOn, at)) return false;
        // Whoever hears instead of somebody who has just gone away or come back is another story.
        if (
          !isStill(
            squad.members.map((one) => one.memberId),
            when,
            at,
          )
        )
          return false;
        const hearing = (day: string) => hearers(facts, squad, day, at).some((one) => one.id === memberId);
        return hearing(dayIn(at, member.zone)) && hearing(checkOn);
      };
      tell({ ...about, kind: "metric-check" }, memberId, when, end, hears);
      const usual = momentOf(facts, memberId, digestOn, digestTime);
      if (usual === undefined) continue;
      const toldOn = Math.min(usual, reviewedAt(facts, squadId, dueOn, usual));
      const listed = (at: number) =>
        owing(at) && isMine(squadId, memberId, at) && isPresent(memberId, digestOn, at);
      const last = instantOf(plusDays(digestOn, 7), "00:00", member.zone);
      tell({ ...about, kind: "digest" }, memberId, toldOn, last, listed);
    }
  }

  function focus(memberId: string, on: string): void {
    const when = momentOf(facts, memberId, on, focusTime);
    const member = when === undefined ? undefined : memberAt({ facts }, memberId, when);
    if (when === undefined || !isThere(member) || !workdaysOf(member).includes(weekday(on))) return;
    if (isAway(member, on)) return;
    const end = instantOf(plusDays(on, 1), "00:00", member.zone);
    for (const squadId of facts.ids("squad")) {
      if (!isMine(squadId, memberId, when)) continue;
      const about = { kind: "focus", subjectId: squadId, occurrenceOn: on };
      tell(
        about,
        memberId,
        when,
        end,
        (at) => isMine(squadId, memberId, at) && hasFocus(facts, squadId, on, at),
      );
    }
  }

  function isMine(squadId: string, memberId: string, at: number): boolean {
    return membersOf(facts, squadId, at).some((one) => one.id === memberId);
  }

  /** There on the day something was meant for, and when it comes. */
  function isPresent(memberId: string, on: string, at: number): boolean {
    const member = memberAt({ facts }, memberId, at)!;
    return !isAway(member, on) && !isAwayAt(member, at);
  }

  /** Nobody of these has gone away or come back lately. */
  function isStill(ids: readonly string[], when: number, at: number): boolean {
    const leaders = facts.all("member", at).filter((one) => one.role === "admin" || one.role === "director");
    return [...ids, ...leaders.map((one) => one.id)].every((id) => isSettled(facts, id, when, at));
  }

  function ritual(
    about: About,
    on: string,
    untilOn: string,
    who: (on: string, at: number) => Member[],
    due: (at: number) => boolean,
  ): void {
    for (const memberId of people) {
      const when = momentOf(facts, memberId, on, checkInTime);
      const member = when === undefined ? undefined : memberAt({ facts }, memberId, when);
      if (when === undefined || !isThere(member)) continue;
      const end = instantOf(untilOn, "00:00", member.zone);
      const leads = (at: number) =>
        isStill([], when, at) &&
        [on, dayIn(at, member.zone)].every((day) => who(day, at).some((one) => one.id === memberId));
      tell(about, memberId, when, end, (at) => leads(at) && due(at));
    }
  }

  function month(on: string): void {
    const at = instantOf(on, "12:00", companyZone);
    const runs = facts
      .all("cycle", at)
      .some((one) => one.state !== "planning" && one.startsOn < on && on <= one.endsOn);
    if (!runs) return;
    const first = workdayAfter(plusDays(on, -1), rhythm.workdays);
    const third = [1, 2, 3].reduce((day) => workdayAfter(day, rhythm.workdays), first);
    const next = iso(Date.parse(on) + 32 * day).slice(0, 8);
    const owes = (moment: number) =>
      running(facts, moment).length > 0 &&
      !isReviewed(facts, (one) => one.beat === "monthly" && one.on.slice(0, 7) === on.slice(0, 7), moment);
    const who = (day: string, moment: number) => directors(facts, day, moment);
    const about = { kind: "review-monthly", subjectId: workspaceId };
    ritual({ ...about, occurrenceOn: on }, first, `${next}01`, who, owes);
    ritual({ ...about, occurrenceOn: plusDays(on, 1) }, third, `${next}01`, who, owes);
  }

  function cycle(cycleId: string): void {
    const [first] = facts.changes("cycle", cycleId);
    const { startsOn, endsOn } = facts.find("cycle", cycleId, first!)!;
    const who = (day: string, at: number) => titled(facts, ["cpo"], day, at);
    const is =
      (...states: string[]) =>
      (at: number) =>
        states.includes(facts.find("cycle", cycleId, at)?.state ?? "");
    const about = (kind: string, occurrenceOn: string) => ({ kind, subjectId: cycleId, occurrenceOn });
    const week = plusDays(startsOn, -7);
    ritual(about("cycle-commit", week), week, startsOn, who, is("planning"));
    ritual(about("cycle-commit", startsOn), startsOn, plusDays(startsOn, 7), who, is("planning"));
    const after = plusDays(endsOn, 1);
    const graded = workdayAfter(endsOn, rhythm.workdays);
    const again = plusDays(graded, 7);
    ritual(about("grading", after), graded, again, who, is("running", "grading"));
    ritual(about("grading", plusDays(after, 7)), again, plusDays(again, 7), who, is("running", "grading"));
    const back = [1, 2, 3].reduce((on) => workdayAfter(on, rhythm.workdays), endsOn);
    const looks = (at: number) =>
      !is("planning")(at) &&
      !isReviewed(facts, (one) => one.beat === "quarterly" && one.cycleId === cycleId, at);
    ritual(about("retro", after), back, plusDays(back, 14), who, looks);
  }

  function asked(id: string): void {
    const [at] = facts.changes("nudge", id);
    const nudge = facts.find("nudge", id, at!);
    const owner = nudge && memberAt({ facts }, nudge.to, at!);
    if (nudge === undefined || owner === undefined) return;
    const who = isAwayAt(owner, at!) ? owner.delegate!.memberId : owner.id;
    const about = { kind: "asked", subjectId: nudge.keyResultId, occurrenceOn: iso(at!).slice(0, 10) };
    // The week it was asked of may be over before they can be reached; then the next one is owed just as well.
    const owes = (then: number) =>
      facts.find("key-result", nudge.keyResultId, then)?.ownerId === nudge.to &&
      owedNow(facts, who, then).includes(nudge.keyResultId);
    tell(about, who, at!, at! + 7 * day, owes);
  }

  function unusual(id: string): void {
    const [at] = facts.changes("anomaly", id);
    const anomaly = facts.find("anomaly", id, at!);
    if (anomaly === undefined || !(anomaly.adverse || anomaly.rule === "last-4")) return;
    const squad = facts.find("squad", anomaly.squadId ?? "", at!);
    const pms = squad?.members.filter((one) => one.as === "pm").map((one) => one.memberId) ?? [];
    const about = { kind: "anomaly", subjectId: id, occurrenceOn: anomaly.onset };
    for (const memberId of pms) {
      const isPm = (then: number) =>
        facts.find("anomaly", id, then)?.answer === undefined &&
        facts
          .find("squad", squad!.id, then)!
          .members.some((one) => one.memberId === memberId && one.as === "pm") &&
        !isAwayAt(memberAt({ facts }, memberId, then)!, then) &&
        !isAwayAt(memberAt({ facts }, memberId, at!)!, at!);
      tell(about, memberId, at!, at! + 7 * day, isPm);
    }
  }

  function given(id: string): void {
    for (const at of facts.changes("key-result", id)) {
      const now = facts.find("key-result", id, at);
      const before = facts.find("key-result", id, at - 1);
      const last = now?.previousOwners.at(-1);
      if (now === undefined || before === undefined || now.ownerId === before.ownerId || last === undefined)
        continue;
      if (last.by === now.ownerId || !running(facts, at).some((one) => one.id === id)) continue;
      const about = { kind: "assigned", subjectId: id, occurrenceOn: last.untilAt.slice(0, 10) };
      const still = (then: number) =>
        running(facts, then).some((one) => one.id === id && one.ownerId === now.ownerId) &&
        !isAwayAt(memberAt({ facts }, now.ownerId, then)!, then) &&
        !facts.on("check-in", id, then).some((one) => one.authorId === now.ownerId && one.at > last.untilAt);
      tell(about, now.ownerId, at, at + 7 * day, still);
    }
  }
}

/** A squad has something to look at on a day: a key result of a cycle that runs, and the day is in it. */
export function hasFocus(facts: Facts, squadId: string, on: string, at: number): boolean {
  return running(facts, at).some((one) => {
    const cycle = facts.find("cycle", one.cycleId, at);
    return (
      squadOf(facts, one, at) === squadId && cycle !== undefined && cycle.startsOn <= on && on <= cycle.endsOn
    );
  });
}

/** The key results a member owes a check-in on right now, of whichever week it is. */
export function owedNow(facts: Facts, memberId: string, at: number): string[] {
  const days = new Set(facts.all("member", at).map((one) => dayIn(at, one.zone)));
  const mondays = new Set([...days].map((on) => plusDays(on, 3 - ((weekday(on) + 2) % 7))));
  return [...mondays].flatMap((dueOn) => owedOf(facts, memberId, dueOn, at).map((one) => one.id));
}
