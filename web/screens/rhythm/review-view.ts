import { peopleContext } from "../../../shared/people/people-context.ts";
import { agendaOf, type HeldItem, heldAgenda } from "../../../shared/reviews/agenda.ts";
import type { ReviewTerms } from "../../../shared/reviews/agenda-item.ts";
import { beatsOn } from "../../../shared/reviews/beats.ts";
import { leadersOf } from "../../../shared/reviews/leaders.ts";
import { namesIn } from "../../../shared/reviews/names.ts";
import { type Beat, leads, reviewId } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import type { Names } from "../../../shared/reviews/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import { isTold, reviewRows } from "../../store/reviews.ts";
import { formatDay } from "../../ui/day.ts";

/** What the address of a review's page asks for; without `on` the one that is to be held now. */
export interface Asked {
  beat: Beat;
  squadId: string | undefined;
  /** Of a look back: which cycle at. */
  cycleId?: string | undefined;
  on: string | undefined;
}

/** A review as its page shows it: before it was opened, while it goes on, and after. */
export interface ReviewView {
  terms: ReviewTerms;
  review: RowOf<"review"> | undefined;
  items: HeldItem[];
  /** Earlier ones that were held, the latest first. */
  past: RowOf<"review">[];
  leaders: string[];
  /** Whether the member who looks may lead it. */
  mayLead: boolean;
  rows: ReviewRows;
  names: Names;
}

/** Undefined where there is nothing to hold: no cycle, no such squad, no North Star to re-validate. */
export async function reviewView(
  read: Reader,
  asked: Asked,
  today: string,
  memberId: string,
): Promise<ReviewView | undefined> {
  const { beat, squadId } = asked;
  const first = await reviewRows(read, undefined, true);
  if (first === null) return undefined;
  const terms = termsOf(asked, today, first);
  if (terms === undefined) return undefined;
  const isWhole = first.cycles.some((one) => one.id === terms.cycleId && isTold(one));
  const rows = isWhole ? first : ((await reviewRows(read, terms.cycleId, true)) ?? first);
  const review = rows.reviews.find((one) => one.id === reviewId(terms));
  const now = new Date().toISOString();
  const live = review?.state === "done" ? [] : agendaOf(terms, today, rows);
  return {
    ...{ terms, review, rows, items: heldAgenda(review, live) },
    past: rows.reviews
      .filter((one) => one.beat === beat && one.squadId === squadId && one.state === "done")
      .filter((one) => one.id !== review?.id)
      .sort((a, b) => (a.on < b.on ? 1 : -1)),
    leaders: leadersOf(terms, rows, now),
    mayLead: leads(terms, peopleContext(rows, memberId, now)),
    names: namesIn(rows, (on) => formatDay(on, undefined, today)),
  };
}

function termsOf(
  { beat, squadId, cycleId, on }: Asked,
  today: string,
  rows: ReviewRows,
): ReviewTerms | undefined {
  const ofThese = (one: { beat: string; squadId?: string | undefined }) =>
    one.beat === beat && one.squadId === squadId;
  if (on !== undefined) {
    const stored = rows.reviews.find((one) => ofThese(one) && one.on === on);
    if (stored !== undefined) return { beat, cycleId: stored.cycleId, on, ...(squadId && { squadId }) };
  }
  const past = rows.cycles.find(
    (one) => one.state !== "planning" && (one.id === cycleId || one.endsOn === on),
  );
  if (beat === "quarterly" && past !== undefined) return { beat, cycleId: past.id, on: past.endsOn };
  return beatsOn(today, rows).find(ofThese)?.terms;
}
