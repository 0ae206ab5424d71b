import { dayIn, hour, instantOf, local, minute, weekday } from "../calendar.ts";
import type { Facts, Known } from "../facts.ts";

export type Member = Known<"member">;
export type Squad = Known<"squad">;

/** The workspace's rhythm, which does not change in the simulated year. */
export const rhythm = { dueTime: "09:00", focusTime: "09:00", workdays: [1, 2, 3, 4, 5] } as const;
export const companyZone = "Europe/Berlin";

export function memberAt({ facts }: { facts: Facts }, id: string, at: number): Member | undefined {
  return facts.find("member", id, at);
}

export function isThere(member: Member | undefined): member is Member {
  return member?.state === "active";
}

/** Somebody stands in for them on a day. */
export function isAway({ delegate }: Member, on: string): boolean {
  return delegate !== undefined && on <= delegate.untilOn;
}

export function isAwayAt(member: Member, at: number): boolean {
  return isAway(member, dayIn(at, member.zone));
}

export const checkInTime = ({ preferences }: Member) => preferences.checkInTime ?? rhythm.dueTime;
export const focusTime = ({ preferences }: Member) => preferences.focusTime ?? rhythm.focusTime;
export const metricTime = (one: Member) => one.preferences.metricCheckTime ?? checkInTime(one);
/** Before the day's focus, which it takes the place of. */
export const digestTime = (one: Member) => [checkInTime(one), focusTime(one)].sort()[0]!;
export const workdaysOf = ({ preferences }: Member): readonly number[] =>
  preferences.workdays ?? rhythm.workdays;

/** Whether somebody may be reached at a moment: not in quiet hours, not on a day off, not on a day they do not work. */
export function mayBeReached(member: Member, at: number): boolean {
  const { quiet, daysOff } = member.preferences;
  const { on, time } = local(at, member.zone);
  if (daysOff.includes(on) || !workdaysOf(member).includes(weekday(on))) return false;
  if (quiet.from === quiet.to) return true;
  return quiet.from < quiet.to
    ? time < quiet.from || time >= quiet.to
    : time < quiet.from && time >= quiet.to;
}

/** The first moment from one on at which somebody may be reached, by what was true then; undefined for none in time. */
export function firstMoment(facts: Facts, id: string, from: number, until: number): number | undefined {
  const quarter = 15 * minute;
  for (let at = from; at < until; at = (Math.floor(at / quarter) + 1) * quarter) {
    const member = facts.find("member", id, at);
    if (isThere(member) && mayBeReached(member, at)) return at;
  }
  return undefined;
}

/** When a member's clock shows a time on a day, by the zone they are in then; `what` reads their preference. */
export function momentOf(
  facts: Facts,
  id: string,
  on: string,
  what: (member: Member) => string,
): number | undefined {
  // Their zone and wishes may change until it comes; the last word before it counts.
  let at = Date.parse(`${on}T12:00:00Z`);
  for (let tries = 0; tries < 4; tries += 1) {
    const member = facts.find("member", id, at);
    if (member === undefined) return undefined;
    const next = instantOf(on, what(member), member.zone);
    if (next === at) return at;
    at = next;
  }
  return at;
}

/** Whether nothing was changed about a member for a day and a half around a moment. */
export function isSettled(facts: Facts, id: string, from: number, until = from): boolean {
  const margin = 36 * hour;
  return !facts.changes("member", id).some((one) => one > from - margin && one < until + margin);
}

/** Who hears of a squad on a day: its PMs, else directors, else admins, of whom anybody is there. */
export function hearers(facts: Facts, squad: Squad, on: string, at: number): Member[] {
  const members = facts.all("member", at);
  const pms = squad.members
    .filter((one) => one.as === "pm")
    .flatMap((one) => members.filter((member) => member.id === one.memberId));
  return firstGroup([pms, ...leaders(members)], on);
}

export function directors(facts: Facts, on: string, at: number): Member[] {
  return firstGroup(leaders(facts.all("member", at)), on);
}

export function titled(facts: Facts, titles: readonly string[], on: string, at: number): Member[] {
  const members = facts.all("member", at);
  const signers = members.filter((one) => one.title !== undefined && titles.includes(one.title));
  return firstGroup([signers, members.filter((one) => one.role === "admin")], on);
}

function leaders(members: readonly Member[]): Member[][] {
  return (["director", "admin"] as const).map((role) => members.filter((one) => one.role === role));
}

function firstGroup(groups: readonly Member[][], on: string): Member[] {
  const there = groups.map((group) => group.filter((one) => isThere(one) && !isAway(one, on)));
  return there.find((group) => group.length > 0) ?? [];
}
