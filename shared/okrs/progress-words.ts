import type { KeyResult } from "./key-result.ts";
import type { ObjectiveProgress } from "./objective-progress.ts";
import { milestonesDone, type Progress } from "./progress.ts";

/**
 * What a bar between nothing and all cannot show of a key result that heads for a target: "128% of the way" beyond it,
 * "moved the wrong way" behind its baseline. Undefined in between, and where there is no way between two numbers.
 */
export function beyondWords(
  { direction, baseline, target }: Pick<KeyResult, "direction" | "baseline" | "target">,
  made: Pick<Progress, "raw"> | null,
): string | undefined {
  const heads = direction === "increase" || direction === "decrease";
  if (made === null || !heads || baseline === target) return undefined;
  const percent = Math.round(made.raw * 100);
  if (percent < 0) return "moved the wrong way";
  return percent > 100 ? `${percent}% of the way` : undefined;
}

/** "2 of 5 milestones". */
export function milestoneWords(
  { milestones = [] }: Pick<KeyResult, "milestones">,
  checkIns: Parameters<typeof milestonesDone>[0],
): string {
  return `${milestonesDone(checkIns).size} of ${milestones.length} milestones`;
}

/** What an objective's score leaves out or hides; empty where it tells all. */
export function scoreNotes({ partial, breached }: Pick<ObjectiveProgress, "partial" | "breached">): string[] {
  return [
    ...(partial ? ["partial: a key result has no value"] : []),
    ...(breached ? ["what must stay kept is breached"] : []),
  ];
}
