import type { CandidateTest } from "../../../../shared/metrics/candidate-tests.ts";
import type { Revalidation } from "../../../../shared/metrics/revalidation.ts";
import { standing } from "../../../../shared/okrs/line.ts";
import { type OutcomeLead, outcomeLeads } from "../../../../shared/reviews/outcome-leads.ts";
import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import type { Reader } from "../../../store/live.ts";
import { reviewRows } from "../../../store/reviews.ts";

export type Answer = NonNullable<Revalidation["answers"]["leading"]>;

/** A re-validation that is done, of this North Star or of one before it. */
export interface PastRevalidation {
  starId: string;
  metric: string;
  said: Revalidation;
}

/** What the yearly page is drawn from. */
export interface YearlyView {
  star: RowOf<"north-star">;
  metric: RowOf<"metric">;
  /** The one under way. */
  now: Revalidation | undefined;
  /** What the five tests were answered last time, and when that was. */
  before: { answers: Partial<Record<CandidateTest, Answer>>; doneAt?: string };
  leads: OutcomeLead[];
  /** The latest first. */
  past: PastRevalidation[];
  /** Reviews of the year held as such, the latest first. */
  reviews: RowOf<"review">[];
  rows: ReviewRows;
}

/** Undefined while no North Star is committed. */
export async function yearlyView(read: Reader, today: string): Promise<YearlyView | undefined> {
  const rows = await reviewRows(read);
  if (rows === null) return undefined;
  const star = standing(rows.northStars).find((one) => one.state === "committed");
  const metric = rows.metrics.find((one) => one.id === star?.metricId);
  if (star === undefined || metric === undefined) return undefined;
  const candidates = await read.list("candidate");
  const last = star.revalidations?.at(-1);
  const chosen = candidates.find((one) => one.state === "chosen" && one.metricId === star.metricId);
  const past = rows.northStars
    .flatMap((one) =>
      (one.revalidations ?? []).map((said) => ({
        ...{ starId: one.id, said },
        metric: rows.metrics.find((two) => two.id === one.metricId)?.name ?? one.statement,
      })),
    )
    .sort((a, b) => ((a.said.doneAt ?? "") < (b.said.doneAt ?? "") ? 1 : -1));
  return {
    ...{ star, metric, past, rows, now: star.revalidation },
    before: last
      ? { answers: last.answers, ...(last.doneAt === undefined ? {} : { doneAt: last.doneAt }) }
      : { answers: chosen?.answers ?? {} },
    reviews: rows.reviews
      .filter((one) => one.beat === "yearly" && one.state === "done")
      .sort((a, b) => (a.on < b.on ? 1 : -1)),
    leads: outcomeLeads(metric, today, rows),
  };
}
