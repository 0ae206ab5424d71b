import { previousReview } from "../../../shared/reviews/agenda-pieces.ts";
import { bringCycle, isOlder } from "../../store/older-cycle.ts";
import { OlderCycle } from "../../ui/OlderCycle.tsx";
import type { ReviewView } from "./review-view.ts";

/** Brings the cycles whose key results and objectives a review speaks of, where this phone was not given them. */
export function OlderNames({ view }: { view: ReviewView }) {
  return unnamedCycles(view).map((cycleId) => (
    <OlderCycle key={cycleId} cycleId={cycleId} bring={bringCycle} />
  ));
}

/** The older ones among a review's own cycle and that of the one before, while it speaks of what is not on this phone. */
export function unnamedCycles({
  items,
  terms,
  rows,
}: Pick<ReviewView, "items" | "terms" | "rows">): string[] {
  const held = new Set([...rows.keyResults, ...rows.objectives].map((one) => one.id));
  const unnamed = items.some(
    ({ subject: { kind, id } }) => (kind === "key-result" || kind === "objective") && !held.has(id),
  );
  if (!unnamed) return [];
  const spokenOf = new Set([terms.cycleId, previousReview(terms, rows.reviews)?.cycleId]);
  return rows.cycles.filter((one) => spokenOf.has(one.id) && isOlder(rows.cycles, one)).map((one) => one.id);
}
