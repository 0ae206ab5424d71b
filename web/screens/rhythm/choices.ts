import { standing } from "../../../shared/okrs/line.ts";
import { isQuestion } from "../../../shared/reviews/agenda-item.ts";
import type { Beat, Review, ReviewSubject } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";

export type DecisionAs = Review["decisions"][number]["as"];

export const decisionOrder = ["keep", "adjust", "drop", "help"] as const satisfies DecisionAs[];

/** What a decision is called where it is chosen; told afterwards it is one word. */
export const choiceWords: Record<DecisionAs, string> = {
  keep: "Keep",
  adjust: "Adjust",
  drop: "Drop",
  help: "Help",
};

/** What may be decided of a subject. Work is dropped, and an input for the next cycle; a question is only answered. */
export function choicesFor(
  subject: ReviewSubject,
  beat: Beat,
  { northStars }: Pick<ReviewRows, "northStars">,
): DecisionAs[] {
  if (isQuestion(subject)) return ["keep"];
  const drops = mayDrop(subject, beat, standing(northStars)[0]?.metricId);
  return decisionOrder.filter((one) => one !== "drop" || drops);
}

function mayDrop({ kind, id }: ReviewSubject, beat: Beat, starMetricId: string | undefined): boolean {
  if (kind === "metric") return beat === "quarterly" && id !== starMetricId;
  return kind === "key-result" || kind === "objective" || kind === "bet" || kind === "topic";
}
