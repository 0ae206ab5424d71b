import { metricCheckOn, type Occurrence, occurrenceAt, occurrenceDueBy } from "../check-ins/occurrence.ts";
import { closedOccurrences } from "../check-ins/owed.ts";
import { addDays, addMonths, nextWorkday, weekdayOf } from "../time/local-date.ts";
import type { ReviewTerms } from "./agenda-item.ts";
import { type BeatRows, type BeatState, heldOf } from "./beat-state.ts";
import { quarterlyBeat, yearlyBeat } from "./closing-beats.ts";
import { reviewedMonth } from "./reviewed-month.ts";
import { runningKeyResults } from "./rows.ts";

/** All five beats on a day, the weekly one for each squad that has something running. */
export function beatsOn(today: string, rows: BeatRows): BeatState[] {
  const squads = rows.squads
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name));
  return [
    { beat: "daily", state: runningKeyResults(rows).length > 0 ? "held" : "resting" },
    ...squads.map((one) => weeklyBeat(one.id, today, rows)),
    monthlyBeat(today, rows),
    quarterlyBeat(today, rows),
    yearlyBeat(today, rows),
  ];
}

/** A squad's metric check: due from the second working day after the due day until the next due day. */
export function weeklyBeat(squadId: string, today: string, rows: BeatRows): BeatState {
  const { rhythm } = rows.workspace;
  const now = occurrenceDueBy(rhythm, today);
  const before = occurrenceAt(rhythm, addDays(now.opensOn, -1));
  const held = heldOf("weekly", rows, squadId);
  const wasOwed = (one: Occurrence) => owedIn(one, squadId, rows);
  const terms = { beat: "weekly", squadId, on: now.dueOn, cycleId: wasOwed(now) ?? "" } as const;
  return settled(
    { beat: "weekly", squadId },
    {
      terms: terms.cycleId === "" ? undefined : terms,
      dueOn: metricCheckOn(now.dueOn, rhythm),
      nextOn: metricCheckOn(addDays(now.dueOn, 7), rhythm),
      before: wasOwed(before) === undefined ? undefined : before.dueOn,
      held,
    },
    today,
  );
}

function monthlyBeat(today: string, rows: BeatRows): BeatState {
  const on = `${today.slice(0, 7)}-01`;
  const before = addMonths(on, -1);
  const cycle = reviewedMonth(on, rows.cycles);
  const { workdays } = rows.workspace.rhythm;
  return settled(
    { beat: "monthly" },
    {
      terms: cycle && { beat: "monthly", cycleId: cycle.id, on },
      dueOn: firstWorkday(on, workdays),
      nextOn: firstWorkday(addMonths(on, 1), workdays),
      before: reviewedMonth(before, rows.cycles) && before,
      held: heldOf("monthly", rows),
    },
    today,
  );
}

/** The first working day of a month that begins on `on`. */
export function firstWorkday(on: string, workdays: readonly number[]): string {
  return workdays.includes(weekdayOf(on)) ? on : nextWorkday(on, workdays);
}

function settled(
  about: Pick<BeatState, "beat" | "squadId">,
  {
    terms,
    dueOn,
    nextOn,
    before,
    held,
  }: {
    terms: ReviewTerms | undefined;
    dueOn: string;
    nextOn: string;
    before: string | undefined;
    held: string[];
  },
  today: string,
): BeatState {
  const lastOn = held.filter((one) => one <= today).at(-1);
  const missedOn = before !== undefined && !held.includes(before) ? before : undefined;
  const told = { ...about, ...(lastOn && { lastOn }), ...(missedOn && { missedOn }) };
  if (terms === undefined) return { ...told, state: missedOn === undefined ? "resting" : "missed" };
  const state = held.includes(terms.on)
    ? "held"
    : dueOn <= today
      ? "due"
      : missedOn === undefined
        ? "waiting"
        : "missed";
  return { ...told, terms, dueOn, state, ...(state === "held" ? { nextOn } : {}) };
}

/** The cycle a squad owed check-ins in at an occurrence. */
function owedIn(occurrence: Occurrence, squadId: string, rows: BeatRows): string | undefined {
  const owing = runningKeyResults(rows, squadId).find((keyResult) => {
    const cycle = rows.cycles.find((one) => one.id === keyResult.cycleId)!;
    const owed = closedOccurrences(keyResult, cycle, rows.workspace.rhythm, occurrence.nextOpensOn);
    return owed.some((one) => one.dueOn === occurrence.dueOn);
  });
  return owing?.cycleId;
}
