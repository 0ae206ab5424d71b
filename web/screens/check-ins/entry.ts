import type { Standing } from "../../../shared/check-ins/history.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import type { Args } from "../../../shared/sync/catalog.ts";

export type About = "moved" | "blocked" | "help";

/** What is being entered on a card. `id` is the check-in's, made with the card, so that saving twice saves once. */
export interface Entry {
  id: string;
  value?: number | undefined;
  confidence?: number | undefined;
  about: About[];
  note: string;
  blocked: string;
  /** Milestones ticked now, beyond those done before. */
  done: string[];
}

export const noteMax = 500;

/** A card before it is touched: the last value and confidence, if there are any. */
export function freshEntry(id: string, last: Standing | undefined): Entry {
  return {
    id,
    value: last?.latest.value,
    confidence: last?.latest.confidence,
    about: [],
    note: "",
    blocked: "",
    done: [],
  };
}

export type EntryField = "value" | "confidence" | "note" | "blocked";

/** What is missing or too long, by field; empty when it can be saved. */
export function faultsOf(
  entry: Entry,
  keyResult: Pick<KeyResult, "direction">,
): Partial<Record<EntryField, string>> {
  const faults: Partial<Record<EntryField, string>> = {};
  if (keyResult.direction !== "milestones" && entry.value === undefined)
    faults.value = "Enter the number as it is today.";
  if (entry.confidence === undefined) faults.confidence = "Slide to say how likely it is.";
  const over = entry.note.trim().length - noteMax;
  if (over > 0) faults.note = `${over} characters too many.`;
  if (entry.about.includes("blocked") && entry.blocked.trim() === "")
    faults.blocked = "Say what blocks it, in a few words.";
  return faults;
}

/** The arguments that record an entry without faults. */
export function recordOf(
  entry: Entry,
  keyResult: { id: string; direction: KeyResult["direction"] },
): Args<"check-in.record"> {
  const milestones = keyResult.direction === "milestones";
  const note = entry.note.trim();
  return {
    id: entry.id,
    keyResultId: keyResult.id,
    confidence: entry.confidence!,
    ...(milestones || entry.value === undefined ? {} : { value: entry.value }),
    ...(note === "" ? {} : { note }),
    ...(entry.about.length === 0 ? {} : { about: entry.about }),
    ...(milestones && entry.done.length > 0 ? { done: entry.done } : {}),
    ...(entry.about.includes("blocked") ? { blocked: entry.blocked.trim() } : {}),
  };
}
