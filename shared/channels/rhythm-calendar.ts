import { checkInPlan } from "../reminders/check-in-plan.ts";
import type { Planned } from "../reminders/intent.ts";
import { ritualPlan } from "../reminders/ritual-plan.ts";
import { weekPlan } from "../reminders/squad-plan.ts";
import type { View } from "../reminders/view.ts";
import type { LockScreen } from "../reminders/wording.ts";
import type { RowOf } from "../sync/mutation.ts";
import { addDays, localDate } from "../time/local-date.ts";
import type { CalendarEvent } from "./ics.ts";

export interface CalendarTerms {
  member: RowOf<"member">;
  /** ISO instants. */
  from: string;
  to: string;
  /** The origin people use. */
  origin: string;
}

/**
 * Somebody's rhythm as calendar entries, oldest first: their own check-ins, metric checks, reviews and re-validation as
 * the reminders are planned, and the days on which cycles start and end. Below "titles" nothing is called by its name.
 */
export function rhythmCalendar(view: View, { member, from, to, origin }: CalendarTerms): CalendarEvent[] {
  const mine = viewFor(view, member);
  const span = { from, to };
  const detail = member.preferences.lockScreen ?? view.workspace.lockScreen;
  const planned = [...checkInPlan(mine, span), ...weekPlan(mine, span), ...ritualPlan(mine, span)];
  const host = origin.replace(/^https?:\/\//, "");
  const events = planned
    .filter((one) => one.memberId === member.id && isFirst(one, view))
    .sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))
    .flatMap((one): CalendarEvent[] => {
      const words = wordsOf(one, view, detail);
      if (words === undefined) return [];
      const { minutes, page, ...said } = words;
      const uid = `${one.kind}-${one.subjectId}-${one.occurrenceOn}-${member.id}@${host}`;
      return [{ ...said, uid, when: { at: one.plannedFor, minutes }, url: `${origin}${page}` }];
    });
  const [first, last] = [localDate(from, member.zone), localDate(to, member.zone)];
  const days = cycleDays(view, detail).filter(({ on }) => first <= on && on <= last);
  return [
    ...events,
    ...days.map(({ uid, on, summary }) => {
      return { uid: `${uid}@${host}`, when: { on, lastOn: on }, summary, url: `${origin}/cycle` };
    }),
  ];
}

/** As much of the view as can concern the member: planning for everybody would cost a calendar's reader too long. */
function viewFor(view: View, member: RowOf<"member">): View {
  const acts = member.role === "admin" || member.role === "director";
  const own = new Set([member.id, ...(view.standsInFor.get(member.id) ?? []).map((one) => one.id)]);
  return {
    ...view,
    squads: view.squads.filter(
      (squad) => acts || squad.members.some((one) => one.memberId === member.id && one.as === "pm"),
    ),
    keyResultsOf: new Map([...view.keyResultsOf].filter(([id]) => own.has(id))),
  };
}

/** What is said again, and what is said ahead of a day, is one entry of the calendar. */
function isFirst({ kind, subjectId, occurrenceOn }: Planned, view: View): boolean {
  switch (kind) {
    case "nudge":
    case "metric-check":
    case "retro":
      return true;
    case "review-monthly":
      return occurrenceOn.endsWith("-01");
    case "grading":
      return view.cycles.some((one) => one.id === subjectId && addDays(one.endsOn, 1) === occurrenceOn);
    case "revalidate":
      return view.northStars.some((one) => one.id === subjectId && one.revalidateOn === occurrenceOn);
    default:
      return false;
  }
}

interface Words {
  summary: string;
  description?: string;
  minutes: number;
  page: string;
}

function wordsOf({ kind, subjectId, memberId }: Planned, view: View, detail: LockScreen): Words | undefined {
  const named = detail !== "private";
  const squad = view.squads.find((one) => one.id === subjectId);
  switch (kind) {
    case "nudge": {
      const titles = named ? titlesOf(view, memberId) : [];
      const description = titles.length > 0 ? { description: titles.join("\n") } : {};
      return { summary: "Check-ins due", ...description, minutes: 15, page: "/check-in" };
    }
    case "metric-check": {
      const of = named && squad ? `: ${squad.name}` : "";
      return { summary: `Metric check${of}`, minutes: 30, page: `/rhythm/weekly/${subjectId}` };
    }
    case "review-monthly":
      return { summary: "Monthly OKR review", minutes: 60, page: "/rhythm/monthly" };
    case "grading":
      return { summary: "Grade the cycle", minutes: 30, page: "/cycle" };
    case "retro":
      return { summary: "Quarterly retro", minutes: 60, page: "/rhythm/quarterly" };
    case "revalidate":
      return { summary: "Re-validate the North Star", minutes: 60, page: "/rhythm/yearly" };
    default:
      return undefined;
  }
}

/** What a member checks in on, by title. */
function titlesOf(view: View, memberId: string): string[] {
  const running = new Set(view.cycles.filter((one) => one.state === "running").map((one) => one.id));
  return (view.keyResultsOf.get(memberId) ?? [])
    .filter((one) => one.state === "committed" && running.has(one.cycleId))
    .map((one) => one.title)
    .sort((a, b) => a.localeCompare(b));
}

function cycleDays({ cycles }: View, detail: LockScreen): { uid: string; on: string; summary: string }[] {
  return cycles
    .filter((one) => one.state !== "closed")
    .flatMap(({ id, name, startsOn, endsOn }) => {
      const what = detail === "private" ? "The cycle" : name;
      return [
        { uid: `cycle-start-${id}`, on: startsOn, summary: `${what} starts` },
        { uid: `cycle-end-${id}`, on: endsOn, summary: `${what} ends` },
      ];
    });
}
