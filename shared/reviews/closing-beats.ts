import { standing } from "../okrs/line.ts";
import { addDays, localDate, nextWorkday } from "../time/local-date.ts";
import type { ReviewTerms } from "./agenda-item.ts";
import { type BeatRows, type BeatState, heldOf } from "./beat-state.ts";

/** Days a review of a quarter or a year may still be held in before it counts as missed. */
const quarterlyDays = 28;
const yearlyDays = 14;

/** The look back at the last cycle that ended: due from the third working day after it. */
export function quarterlyBeat(today: string, { cycles, workspace, ...rows }: BeatRows): BeatState {
  const begun = cycles
    .filter((one) => one.state !== "planning")
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  const over = begun.find((one) => one.endsOn < today || one.state !== "running");
  const cycle = over ?? begun[0];
  if (cycle === undefined) return { beat: "quarterly", state: "resting" };
  const { workdays } = workspace.rhythm;
  const afterEnd = nextWorkday(nextWorkday(nextWorkday(cycle.endsOn, workdays), workdays), workdays);
  return closing(
    { beat: "quarterly", cycleId: cycle.id, on: cycle.endsOn },
    {
      dueOn: over === undefined ? afterEnd : earlier(afterEnd, today),
      until: addDays(cycle.endsOn, quarterlyDays),
    },
    heldOf("quarterly", rows),
    today,
  );
}

/** The re-validation of the North Star: due a fortnight before its day or once it was opened, held once it was signed and its day moved on. */
export function yearlyBeat(today: string, rows: BeatRows): BeatState {
  const star = standing(rows.northStars)[0];
  const cycle = rows.cycles
    .filter((one) => one.state !== "planning")
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0];
  if (star?.revalidateOn === undefined || cycle === undefined) return { beat: "yearly", state: "resting" };
  const on = star.revalidateOn;
  const held = heldOf("yearly", rows);
  const done = star.revalidations?.at(-1)?.doneAt;
  // The same review whichever cycle runs by the time somebody looks.
  const stored = rows.reviews.find((one) => one.beat === "yearly" && one.on === on);
  const beat = closing(
    { beat: "yearly", cycleId: stored?.cycleId ?? cycle.id, on },
    { dueOn: addDays(on, -yearlyDays), until: addDays(on, yearlyDays) },
    held,
    today,
  );
  // A pivot opened it before its time: it waits for its answer and two names.
  if (star.revalidation !== undefined && beat.state === "waiting")
    return { ...beat, state: "due", dueOn: localDate(star.revalidation.openedAt, rows.workspace.zone) };
  if (done === undefined) return beat;
  const lastOn = later(localDate(done, rows.workspace.zone), beat.lastOn ?? "");
  // Signed, it has its next day: until that is near, this one is held.
  return beat.state === "waiting"
    ? { ...beat, lastOn, state: "held", nextOn: beat.dueOn! }
    : { ...beat, lastOn };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function closing(
  terms: ReviewTerms,
  { dueOn, until }: { dueOn: string; until: string },
  held: readonly string[],
  today: string,
): BeatState {
  const lastOn = held.at(-1);
  const about = { beat: terms.beat, terms, dueOn, ...(lastOn && { lastOn }) };
  if (held.includes(terms.on)) return { ...about, state: "held" };
  if (today < dueOn) return { ...about, state: "waiting" };
  return today <= until ? { ...about, state: "due" } : { ...about, state: "missed", missedOn: terms.on };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
