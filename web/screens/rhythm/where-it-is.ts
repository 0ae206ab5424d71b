import { standing } from "../../../shared/check-ins/history.ts";
import { current, progress } from "../../../shared/okrs/progress.ts";
import { beyondWords, milestoneWords } from "../../../shared/okrs/progress-words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { formatGoal, formatValue } from "../../ui/value.ts";

/** "19.9% of 26%, from 18%", "0.46% to stay below 0.6%" or "2 of 5 milestones"; undefined before the first check-in. */
export function whereItIs(
  keyResult: RowOf<"key-result">,
  checkIns: readonly RowOf<"check-in">[],
): string | undefined {
  const { direction, baseline, target, unit } = keyResult;
  if (standing(checkIns).length === 0) return undefined;
  if (direction === "milestones") return milestoneWords(keyResult, checkIns);
  const value = current(checkIns);
  if (value === undefined) return undefined;
  if (direction === "stay-above" || direction === "stay-below")
    return `${formatValue(value, unit)} to stay ${direction === "stay-above" ? "above" : "below"} ${formatGoal(target, unit)}`;
  const way =
    baseline === undefined || target === undefined
      ? formatValue(value, unit)
      : `${formatValue(value, unit)} of ${formatGoal(target, unit)}, from ${formatGoal(baseline, unit)}`;
  return [way, beyondWords(keyResult, progress(keyResult, checkIns))].filter(Boolean).join(", ");
}
