import type { HeldItem } from "../../../shared/reviews/agenda.ts";
import { elseHappened } from "../../../shared/reviews/quarterly.ts";
import type { Review } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";

/** Whether a review has said what it has to say about an item: decided, graded, or written into its notes. */
export function isSettled(
  { decision, part, subject }: HeldItem,
  { notes }: Pick<Review, "notes">,
  { keyResults }: Pick<ReviewRows, "keyResults">,
): boolean {
  if (decision !== undefined) return true;
  if (part === "grades") return keyResults.some((one) => one.id === subject.id && one.state === "graded");
  return subject.kind === "topic" && subject.id === elseHappened && notes !== undefined;
}
