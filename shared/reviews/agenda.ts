import type { RowOf } from "../sync/mutation.ts";
import { type AgendaItem, type AgendaPart, type ReviewTerms, subjectKey } from "./agenda-item.ts";
import { monthlyAgenda } from "./monthly.ts";
import { quarterlyAgenda } from "./quarterly.ts";
import type { Review, ReviewSubject } from "./review.ts";
import type { ReviewRows } from "./rows.ts";
import { weeklyAgenda } from "./weekly.ts";
import { yearlyAgenda } from "./yearly.ts";

/** What a review would talk about on a day, worked out from the rows; each subject stands in it once. */
export function agendaOf(terms: ReviewTerms, today: string, rows: ReviewRows): AgendaItem[] {
  switch (terms.beat) {
    case "weekly":
      return weeklyAgenda(terms, today, rows);
    case "monthly":
      return monthlyAgenda(terms, today, rows);
    case "quarterly":
      return quarterlyAgenda(terms, rows);
    case "yearly":
      return yearlyAgenda(terms, rows);
  }
}

/** An item with what the review has to say about it. */
export interface HeldItem extends AgendaItem {
  decision?: Review["decisions"][number];
  /** Why it stood on the agenda when the review was opened, where the data no longer says so. */
  was?: string;
}

/**
 * The agenda of a review that was opened: what it was opened with, in that order, then what came up since. Each has
 * today's reasons, and the decision on it; a decision on something else stands at the end.
 */
export function heldAgenda(review: RowOf<"review"> | undefined, live: readonly AgendaItem[]): HeldItem[] {
  if (review === undefined) return [...live];
  const found = new Map(live.map((one) => [subjectKey(one.subject), one]));
  const stored = review.items.map(({ subject, why }): HeldItem => {
    const now = found.get(subjectKey(subject));
    return now ?? { subject, part: partOf(subject), reasons: [], ...(why === "" ? {} : { was: why }) };
  });
  const known = new Set(review.items.map((one) => subjectKey(one.subject)));
  const since = review.state === "done" ? [] : live.filter((one) => !known.has(subjectKey(one.subject)));
  const items = [...stored, ...since];
  const listed = new Set(items.map((one) => subjectKey(one.subject)));
  const others = review.decisions
    .filter((one) => !listed.has(subjectKey(one.subject)))
    .map(({ subject }): HeldItem => ({ subject, part: partOf(subject), reasons: [] }));
  return [...items, ...others].map((one) => {
    const decision = review.decisions.find((two) => subjectKey(two.subject) === subjectKey(one.subject));
    return decision === undefined ? one : { ...one, decision };
  });
}

/** The part of something that is on no agenda of today's. */
function partOf({ kind }: ReviewSubject): AgendaPart {
  const parts: Partial<Record<ReviewSubject["kind"], AgendaPart>> = {
    "north-star": "north-star",
    metric: "inputs",
    anomaly: "anomalies",
    blocker: "blockers",
    bet: "unjustified",
    topic: "questions",
  };
  return parts[kind] ?? "key-results";
}
