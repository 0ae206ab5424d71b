import type { Rhythm } from "../people/workspace.ts";
import type { RowOf } from "../sync/mutation.ts";
import { instantAt, startOfDay } from "../time/wall-clock.ts";
import type { ReminderKind } from "./kinds.ts";
import { nextAllowed, reachOf } from "./quiet.ts";
import type { View } from "./view.ts";

/** What is to be said to one member once: the key is (kind, subject, member, occurrence). */
export interface Planned {
  kind: ReminderKind;
  /** The row it is about; of what concerns all that is a member's, the member. */
  subjectId: string;
  memberId: string;
  /** Names the occurrence; the day it is called by. */
  occurrenceOn: string;
  /** When it is said: moved out of quiet hours, days off and days not worked. */
  plannedFor: string;
  /** From here on it makes no sense any more. */
  untilAt: string;
}

/** Instants (ISO): from the first up to, but not at, the second. */
export interface Span {
  from: string;
  to: string;
}

type About = Pick<Planned, "kind" | "subjectId" | "occurrenceOn">;

/**
 * One message at a minute of a member's wall clock; none when that minute is outside the span, or when no minute is
 * allowed before the day `untilOn` begins.
 */
export function intended(
  view: View,
  member: RowOf<"member">,
  about: About,
  { on, time, untilOn }: { on: string; time: string; untilOn: string },
  span: Span,
): Planned[] {
  return intendedAt(view, member, about, { at: instantAt(on, time, member.zone), untilOn }, span);
}

/** The same at an instant (ISO). */
export function intendedAt(
  view: View,
  member: RowOf<"member">,
  about: About,
  { at, untilOn }: { at: string; untilOn: string },
  span: Span,
): Planned[] {
  const time = timeOf(view, member, { at, untilOn }, span);
  return time === undefined ? [] : [{ ...about, memberId: member.id, ...time }];
}

/** When a message meant for an instant (ISO) is said to whoever has a zone, hours and days; undefined for not at all. */
export function timeOf(
  view: View,
  who: Pick<RowOf<"member">, "zone" | "preferences">,
  { at, untilOn }: { at: string; untilOn: string },
  span: Span,
): Pick<Planned, "plannedFor" | "untilAt"> | undefined {
  if (at < span.from || at >= span.to) return undefined;
  const untilAt = startOfDay(untilOn, who.zone);
  const plannedFor = nextAllowed(at, untilAt, reachOf(who, view.workspace.rhythm));
  return plannedFor === undefined ? undefined : { plannedFor, untilAt };
}

const hour = 3_600_000;
/** Longest absence after which somebody is still told what happened while they could not be reached. */
const longestWait = 7 * 24 * hour;
/** What has just happened is news for a day. */
const news = 24 * hour;

/** One message about something that happened at an instant: at once, or when the member may be reached again. */
export function atOnce(
  view: View,
  member: RowOf<"member">,
  about: About,
  happenedAt: string,
  span: Span,
): Planned[] {
  if (member.state !== "active" || happenedAt < span.from || happenedAt >= span.to) return [];
  const latest = later(happenedAt, longestWait);
  const plannedFor = nextAllowed(happenedAt, latest, reachOf(member, view.workspace.rhythm));
  if (plannedFor === undefined) return [];
  return [{ ...about, memberId: member.id, plannedFor, untilAt: later(plannedFor, news) }];
}

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** When a member likes to be asked: their own time, or the workspace's. */
export function checkInTime({ preferences }: Pick<RowOf<"member">, "preferences">, rhythm: Rhythm): string {
  return preferences.checkInTime ?? rhythm.dueTime;
}

export function metricCheckTime(member: Pick<RowOf<"member">, "preferences">, rhythm: Rhythm): string {
  return member.preferences.metricCheckTime ?? checkInTime(member, rhythm);
}

export function focusTime({ preferences }: Pick<RowOf<"member">, "preferences">, rhythm: Rhythm): string {
  return preferences.focusTime ?? rhythm.focusTime;
}

/** Not after the day's focus, which it takes the place of. */
export function digestTime(member: Pick<RowOf<"member">, "preferences">, rhythm: Rhythm): string {
  return [checkInTime(member, rhythm), focusTime(member, rhythm)].sort()[0]!;
}
