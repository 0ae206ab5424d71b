import { closedOccurrences } from "../../../shared/check-ins/owed.ts";
import { confidenceWord, disagreement } from "../../../shared/okrs/confidence.ts";
import { type Status, status } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { CardData } from "./card-data.ts";
import type { Entry } from "./entry.ts";

/** The status of a key result on a day, with what is being entered counted as said. */
export function statusWith(data: CardData, on: string, entry?: Entry): Status {
  const { keyResult, cycle, checkIns, rhythm } = data;
  return status({
    keyResult,
    cycle,
    checkIns: entry === undefined ? checkIns : [...checkIns, asSaid(data, on, entry)],
    on,
    closedOccurrences: rhythm === undefined ? [] : closedOccurrences(keyResult, cycle, rhythm, on),
  });
}

/** The question behind "why?", when what the owner believes and what the pace says disagree. */
export function whyAsked(data: CardData, on: string, entry: Entry): string | undefined {
  if (entry.confidence === undefined) return undefined;
  const said = disagreement(entry.confidence, statusWith(data, on, entry));
  if (said === undefined) return undefined;
  const word = confidenceWord(entry.confidence);
  return said === "hopeful"
    ? `You say ${word}, and it is off pace. What will change?`
    : `It is on pace, and you say ${word}. What do you see coming?`;
}

/** Never stored: only for the verdict while typing. */
function asSaid({ keyResult }: CardData, on: string, entry: Entry): RowOf<"check-in"> {
  return {
    id: entry.id,
    revision: 0,
    keyResultId: keyResult.id,
    cycleId: keyResult.cycleId,
    authorId: keyResult.ownerId,
    at: `${on}T23:59:59.999Z`,
    occurrenceOn: on,
    confidence: entry.confidence ?? 5,
    ...(entry.value === undefined ? {} : { value: entry.value }),
    done: entry.done,
  };
}
