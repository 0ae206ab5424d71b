import { reviewedMonth } from "../reviews/reviewed-month.ts";
import type { RowOf } from "../sync/mutation.ts";
import { addDays, addMonths, localDate, nextWorkday } from "../time/local-date.ts";
import { cpoOf, directorsOf, signersOf } from "./hearers.ts";
import { checkInTime, intended, type Planned, type Span } from "./intent.ts";
import type { ReminderKind } from "./kinds.ts";
import type { View } from "./view.ts";

interface Beat {
  kind: ReminderKind;
  subjectId: string;
  /** The day the occurrence is called by, whatever days are worked. */
  occurrenceOn: string;
  /** The day it is said on, and the day from which it is of no use. */
  on: string;
  untilOn: string;
  who: (view: View, on: string) => RowOf<"member">[];
}

/** The beats beyond the week: the month, the quarter and the year, each at the check-in time of whoever leads it. */
export function ritualPlan(view: View, span: Span): Planned[] {
  return [...months(view, span), ...cycles(view), ...years(view)].flatMap(({ on, untilOn, who, ...about }) =>
    who(view, on).flatMap((member) => {
      const time = checkInTime(member, view.workspace.rhythm);
      return intended(view, member, about, { on, time, untilOn }, span);
    }),
  );
}

/** The first working day of a month that has a cycle to review, and again after three working days. */
function months(view: View, { from, to }: Span): Beat[] {
  const { rhythm, zone, id } = view.workspace;
  const found: Beat[] = [];
  const last = localDate(to, zone);
  for (let first = `${localDate(from, zone).slice(0, 7)}-01`; first <= last; first = addMonths(first, 1)) {
    const next = addMonths(first, 1);
    if (reviewedMonth(first, view.cycles) === undefined) continue;
    const beat = { kind: "review-monthly", subjectId: id, untilOn: next, who: directorsOf } as const;
    const on = nextWorkday(addDays(first, -1), rhythm.workdays);
    const again = workdaysAfter(on, 3, rhythm.workdays);
    // Called by the days of the calendar, so that other working days do not make another occurrence of it.
    found.push({ ...beat, on, occurrenceOn: first }, { ...beat, on: again, occurrenceOn: addDays(first, 1) });
  }
  return found;
}

/** The commit of a planned cycle, the grading of one that is over, and the look back at it. */
function cycles(view: View): Beat[] {
  const { workdays } = view.workspace.rhythm;
  return view.cycles.flatMap(({ id, state, startsOn, endsOn }): Beat[] => {
    const beat = (kind: ReminderKind, occurrenceOn: string, on: string, untilOn: string): Beat => ({
      ...{ kind, subjectId: id, occurrenceOn, on, untilOn },
      who: cpoOf,
    });
    const week = addDays(startsOn, -7);
    if (state === "planning")
      return [
        beat("cycle-commit", week, week, startsOn),
        beat("cycle-commit", startsOn, startsOn, addDays(startsOn, 7)),
      ];
    const after = addDays(endsOn, 1);
    const back = workdaysAfter(endsOn, 3, workdays);
    const retro = beat("retro", after, back, addDays(back, 14));
    if (state === "closed") return [retro];
    const first = nextWorkday(endsOn, workdays);
    const again = addDays(first, 7);
    return [
      beat("grading", after, first, again),
      beat("grading", addDays(after, 7), again, addDays(again, 7)),
      retro,
    ];
  });
}

/**
 * A North Star is answered for again: two weeks before its day, and on it; the other signers also on the working day after
 * it was opened early.
 */
function years({ northStars, workspace }: View): Beat[] {
  return northStars.flatMap((star): Beat[] => {
    const { id, state, revalidateOn } = star;
    if (state !== "committed" || revalidateOn === undefined) return [];
    const before = addDays(revalidateOn, -yearlyDays);
    const beat = { kind: "revalidate", subjectId: id, who: signersOf } as const;
    const early = openedEarlyOn(star);
    const on = nextWorkday(early ?? before, workspace.rhythm.workdays);
    // Who opened it knows.
    const who: Beat["who"] = (...at) =>
      signersOf(...at).filter((one) => one.id !== star.revalidation?.openedBy);
    return [
      ...(early === undefined ? [] : [{ ...beat, who, occurrenceOn: early, on, untilOn: before }]),
      { ...beat, occurrenceOn: before, on: before, untilOn: revalidateOn },
      { ...beat, occurrenceOn: revalidateOn, on: revalidateOn, untilOn: addDays(revalidateOn, yearlyDays) },
    ];
  });
}

const yearlyDays = 14;

/** The day (UTC) on which a pivot or the like opened it before it would be asked for; undefined while it is not open so. */
export function openedEarlyOn({
  revalidation,
  revalidateOn,
}: Pick<RowOf<"north-star">, "revalidation" | "revalidateOn">): string | undefined {
  const on = revalidation?.openedAt.slice(0, 10);
  if (on === undefined || revalidateOn === undefined) return undefined;
  return on < addDays(revalidateOn, -yearlyDays) ? on : undefined;
}

function workdaysAfter(on: string, count: number, workdays: readonly number[]): string {
  let day = on;
  for (let left = count; left > 0; left -= 1) day = nextWorkday(day, workdays);
  return day;
}
