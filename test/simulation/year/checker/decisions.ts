import { dayIn, instantOf, iso, minute, plusDays } from "../calendar.ts";
import type { Phone } from "../year.ts";
import type { Check } from "./check.ts";
import { earliest, obstacle } from "./due-at.ts";
import { type Line, type Post, sameAs } from "./ledger.ts";
import { firstMoment, isThere, mayBeReached, memberAt } from "./people.ts";

const groups: Record<string, string> = {
  ...{ nudge: "check-ins", "nudge-again": "check-ins", asked: "check-ins", miss: "check-ins" },
  ...{
    assigned: "assignments",
    anomaly: "anomalies",
    "metric-check": "metric-check",
    digest: "digest",
    focus: "focus",
  },
};
const urgent = new Set(["asked", "nudge", "nudge-again", "assigned"]);

export function isUrgent({ facts }: Check["year"], { kind, subjectId }: Line): boolean {
  if (kind !== "anomaly") return urgent.has(kind);
  return facts.find("anomaly", subjectId, Number.POSITIVE_INFINITY)?.adverse === true;
}

/** What comes although all is snoozed: a person who waits, or a number gone wrong. */
function passesSnooze(year: Check["year"], line: Line): boolean {
  return line.kind === "asked" || (line.kind === "anomaly" && isUrgent(year, line));
}

/** Every line is decided, and what was decided was right: said to whom it was due, or not said for a reason that was true. */
export function checkDecisions(check: Check, lines: readonly Line[], posts: readonly Post[]): void {
  const { until, breach } = check;
  const told = new Map<string, Post[]>();
  for (const one of posts) told.set(one.reminderId, [...(told.get(one.reminderId) ?? []), one]);
  const same = sameAs(lines);
  for (const line of lines) {
    const name = `${line.kind} ${line.memberId} ${line.occurrenceOn}`;
    if (line.state === "planned" || line.state === "claimed") {
      if (line.plannedFor < until - 60 * minute && line.round === 0 && !isWaiting(check, line))
        breach("each is decided", `${name} planned for ${iso(line.plannedFor)} is ${line.state}`);
      continue;
    }
    if (line.saidAt !== undefined) said(check, line, name, line.saidAt, told.get(line.id) ?? [], 0);
    if (line.state === "sent" && line.round > 0)
      said(check, line, name, line.decidedAt!, told.get(line.id) ?? [], line.round);
    if (line.state === "skipped" && !isTrue(check, line, same(line)))
      breach("each reason is true", `${name} ${line.reason} at ${iso(line.decidedAt ?? 0)}`);
  }
}

/** Quiet until after the end of the year, or a digest that waits for a day without another word. */
function isWaiting({ year, until }: Check, { kind, memberId, plannedFor, dueAt, untilAt }: Line): boolean {
  // One that found no free day yet waits for the next, within its week.
  if (kind === "digest" && dueAt > until - 60 * minute && dueAt < untilAt) return true;
  const snoozed = memberAt(year, memberId, until)?.preferences.snoozedUntil;
  if (snoozed !== undefined && Date.parse(snoozed) > until - 60 * minute) return true;
  const moment = firstMoment(year.facts, memberId, plannedFor, untilAt);
  return moment === undefined || moment > until - 60 * minute;
}

function said(
  { year, breach }: Check,
  line: Line,
  name: string,
  at: number,
  told: readonly Post[],
  round: number,
) {
  const { facts } = year;
  const member = memberAt(year, line.memberId, at);
  const when = `${name} at ${iso(at)}`;
  if (!isThere(member)) return breach("none to who has left", when);
  if (!mayBeReached(member, at)) breach("none in quiet hours or on days off", when);
  const why = obstacle(facts, line, at);
  if (why.length > 0) breach("none to who was done or away", `${when}: ${why.join(", ")}`);
  if (at < earliest(facts, line, at) - minute)
    breach("none before its time", `${when}, not before ${iso(earliest(facts, line, at))}`);
  const { channels, snoozedUntil } = member.preferences;
  const off = !channels.push || channels.kinds?.[groups[line.kind] as "focus"] === "off";
  if (off) breach("none that is switched off", when);
  if (snoozedUntil !== undefined && Date.parse(snoozedUntil) > at && !passesSnooze(year, line))
    breach("none while all is snoozed", when);
  const reached = told.filter((one) => one.round === round).map((one) => one.deviceId);
  const meant = phonesOf(year, line.memberId, at).map((one) => one.deviceId);
  if ([...reached].sort().join() !== [...meant].sort().join())
    breach("to every device once", `${when}: to ${reached.length} devices of ${meant.length}`);
}

export function phonesOf({ phones }: Check["year"], memberId: string, at: number): Phone[] {
  return phones.filter((one) => one.memberId === memberId && one.from <= at && at < one.until);
}

/** Whether the reason for not saying something was so when it was decided. */
function isTrue({ year }: Check, line: Line, all: readonly Line[]): boolean {
  const { facts } = year;
  const at = line.decidedAt!;
  const member = memberAt(year, line.memberId, at);
  if (!isThere(member)) return line.reason === "removed";
  const { channels, snoozedUntil } = member.preferences;
  switch (line.reason) {
    case "done":
    case "away":
    case "nothing-owed":
      return obstacle(facts, line, at).includes(line.reason);
    case "switched-off":
      return channels.kinds?.[groups[line.kind] as "focus"] === "off";
    case "push-off":
      return !channels.push;
    case "no-device":
      return phonesOf(year, line.memberId, at).length === 0;
    case "late":
      return at >= line.untilAt && line.untilAt >= earliestEnd(line, member.zone);
    case "no-time":
      return firstMoment(facts, line.memberId, at, line.untilAt) === undefined;
    case "snoozed":
      return (
        snoozedUntil !== undefined &&
        !passesSnooze(year, line) &&
        firstMoment(facts, line.memberId, Math.max(at, Date.parse(snoozedUntil)), line.untilAt) === undefined
      );
    case "told-with": {
      const said = all.filter((one) => one.saidAt !== undefined && one.saidAt <= at);
      if (line.kind === "focus") {
        const today = dayIn(at, member.zone);
        // Whoever is to look through metrics later that day is told of the squad then.
        const later = all.some(
          (one) => /^(metric-check|miss)$/.test(one.kind) && dayIn(one.plannedFor, member.zone) === today,
        );
        return (
          later ||
          said.some(
            (one) => /^(metric-check|digest)$/.test(one.kind) && dayIn(one.saidAt!, member.zone) === today,
          )
        );
      }
      const other = line.kind === "miss" ? "metric-check" : "nudge-again";
      return said.some((one) => one.kind === other && one.occurrenceOn === line.occurrenceOn);
    }
    // The budget is added up apart.
    case "budget":
      return true;
    default:
      return false;
  }
}

/** Nothing is too late on the very day it is called by. */
function earliestEnd({ kind, occurrenceOn }: Line, zone: string): number {
  if (kind === "anomaly" || kind === "assigned" || kind === "asked") return 0;
  return instantOf(plusDays(occurrenceOn, 1), "00:00", zone) - 15 * 60 * minute;
}
