import { occurrencesBetween } from "../../../shared/check-ins/occurrence.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { addDays, daysBetween } from "../../../shared/time/local-date.ts";
import type { KeyResultStory } from "./okrs.ts";
import type { Teller } from "./story.ts";

/** A key result's weekly check-ins through one cycle, in its owner's habit, with gaps, a correction and a blocker. */
export function checkInsOf(
  teller: Teller,
  keyResultId: string,
  story: KeyResultStory,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  over: boolean,
): void {
  const { chance, now, tell, member } = teller;
  const { habit, baseline, target, unit } = story;
  const owner = member(story.owner);
  const digits = unit.scale === "ratio" ? unit.decimals + 2 : unit.decimals;
  const occurrences = occurrencesBetween(defaultRhythm, addDays(startsOn, 5), endsOn);
  const missed = new Set(
    Array.from({ length: habit.misses }, () => Math.floor(chance.next() * occurrences.length)),
  );
  const latest = occurrences.findLastIndex((one) => one.opensOn <= now.slice(0, 10));

  const blocking = story.notes.find((one) => one.includes("waits for"));
  const ordinary = story.notes.filter((one) => one !== blocking);

  occurrences.forEach(({ dueOn }, week) => {
    const reached = (story.ends * daysBetween(startsOn, dueOn)) / daysBetween(startsOn, endsOn);
    const value = baseline + (target - baseline) * (reached + chance.normal() * 0.025);
    const wobble = Math.round(chance.normal() * 0.8);
    // What stands in the way is said last, so that the blocker it opens is still open.
    const waits = !over && week === latest - 1 ? blocking : undefined;
    const said = waits ?? ordinary[week % (ordinary.length + 1)];
    const id = chance.id(`${dueOn}T00:00:00.000Z`);
    const late = chance.next() < 0.08 ? 2 : 0;
    // Nobody has checked in yet this week but those who do so before the due day.
    if ((missed.has(week) && waits === undefined) || (!over && week === latest && habit.day >= 0)) return;
    const on = addDays(dueOn, habit.day + (habit.day >= 0 ? late : 0));
    const at = `${on}T${String(habit.hour).padStart(2, "0")}:${String(Math.floor(chance.next() * 60)).padStart(2, "0")}:00.000Z`;
    const confidence = Math.min(10, Math.max(0, habit.confidence + wobble));
    const rounded = Number(value.toFixed(digits));
    tell(
      owner,
      "check-in.record",
      {
        id,
        keyResultId,
        value: rounded,
        confidence,
        ...(said === undefined ? {} : { note: said, about: waits !== undefined ? ["blocked"] : ["moved"] }),
        ...(waits === undefined ? {} : { blocked: waits }),
      },
      at,
    );
    if (week % 5 !== 3 || chance.next() > 0.3) return;
    const corrected = Number((value + (target - baseline) * 0.01).toFixed(digits));
    const amendedAt = new Date(Date.parse(at) + 5 * 3_600_000).toISOString();
    const args = {
      id: chance.id(amendedAt),
      checkInId: id,
      value: corrected,
      confidence,
      note: "Late events came in.",
    };
    tell(owner, "check-in.amend", args, amendedAt);
  });
}
