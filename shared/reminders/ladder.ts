import { checkInPlan } from "./check-in-plan.ts";
import { eventPlan } from "./event-plan.ts";
import type { Planned, Span } from "./intent.ts";
import { ritualPlan } from "./ritual-plan.ts";
import { focusPlan, weekPlan } from "./squad-plan.ts";
import type { View } from "./view.ts";

/**
 * Everything that is said to anybody unasked, on one page. What is planned here is judged again when it is due
 * (decide.ts), and may then be held back (budget.ts).
 *
 * | Kind | To whom | When |
 * |---|---|---|
 * | nudge | owners, and who stands in | their check-in time on the due day |
 * | nudge-again | the same | their next working day, while something is owed |
 * | metric-check, miss | PMs of a squad; else directors, admins | the second working day after the due day |
 * | digest | everybody in a squad | once its metric check is done; else the working day after it |
 * | focus | everybody in a squad | their focus time on their working days |
 * | review-monthly | directors, else admins | the first working day of a month a cycle began before, again after three |
 * | cycle-commit | the cpo, else admins | a week before a planned cycle starts, and on its first day |
 * | grading | the cpo, else admins | the working day after a cycle's end, and a week later |
 * | retro | the cpo, else admins | three working days after a cycle's end |
 * | revalidate | cpo and ceo, else admins | two weeks before the day of the North Star, and on it; those who did not open it early, the working day after |
 * | assigned | the new owner of a running key result | at once, unless they took it themselves |
 * | asked | the owner a PM asks, or who stands in | at once |
 * | anomaly | PMs of its squad, else its steward | at once |
 *
 * A check-in's window that opens says nothing: it shows.
 */
const rungs: readonly ((view: View, span: Span) => Planned[])[] = [
  checkInPlan,
  weekPlan,
  focusPlan,
  ritualPlan,
  eventPlan,
];

/**
 * What is to be said of a workspace as it stands, intended in [from, to) (ISO instants): each message to each member
 * once. The same rows give the same plan, in any process.
 */
export function planOf(view: View, from: string, to: string): Planned[] {
  return [...planInParts(view, from, to)].flat();
}

/** The same, rung by rung: of a large company each takes long enough for others to be let through in between. */
export function* planInParts(view: View, from: string, to: string): Generator<Planned[]> {
  const span = spanOf(from, to);
  for (const plan of rungs) yield plan(view, span);
}

/** Only what is born of something somebody did, which waits for no hour. */
export function eventsOf(view: View, from: string, to: string): Planned[] {
  return eventPlan(view, spanOf(from, to));
}

function spanOf(from: string, to: string): Span {
  return { from: iso(from), to: iso(to) };
}

function iso(at: string): string {
  return new Date(Date.parse(at)).toISOString();
}
