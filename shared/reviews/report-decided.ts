import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { beatsOn } from "./beats.ts";
import type { ReportSpan } from "./report.ts";
import type { Beat, Review, ReviewSubject } from "./review.ts";
import type { ReviewRows } from "./rows.ts";

export interface ReportDecision {
  decision: Review["decisions"][number];
  /** The review it was taken in. */
  beat: Beat;
  /** The local day it was taken. */
  on: string;
}

/** What the reviews of the cycle decided, the latest first; of the weekly ones what they changed in the last month. */
export function reportDecisions({ cycle, on, since }: ReportSpan, rows: ReviewRows): ReportDecision[] {
  return rows.reviews
    .filter((one) => one.cycleId === cycle.id && (one.beat !== "weekly" || (one.on > since && one.on <= on)))
    .flatMap(({ beat, decisions }) =>
      decisions
        .filter((one) => beat !== "weekly" || one.as !== "keep")
        .filter(({ subject }) => isOf(cycle, subject, rows))
        .map((decision) => ({ decision, beat, on: localDate(decision.at, rows.workspace.zone) })),
    )
    .sort((a, b) => rank(a) - rank(b) || Number(a.on < b.on) - Number(a.on > b.on));
}

/** A review looks again at what was decided in the cycle before; that is told in that one's report. */
function isOf(cycle: RowOf<"cycle">, { kind, id }: ReviewSubject, rows: ReviewRows): boolean {
  if (kind !== "key-result" && kind !== "objective") return true;
  const found = [...rows.keyResults, ...rows.objectives].find((one) => one.id === id);
  return found?.cycleId === cycle.id;
}

/** A squad's week comes after what the company decided. */
const rank = ({ beat }: Pick<Review, "beat">) => Number(beat === "weekly");

export interface ReportNext {
  /** The end of a cycle that is not over. */
  endsOn?: string;
  /** The reviews ahead from the day they open; `due` ones are to be held now. `by`: the day the North Star names itself. */
  reviews: { beat: Exclude<Beat, "weekly">; on: string; due: boolean; by?: string }[];
  /** The cycle after it. */
  cycle?: RowOf<"cycle">;
}

export function reportNext(cycle: RowOf<"cycle">, today: string, rows: ReviewRows): ReportNext {
  const after = rows.cycles
    .filter((one) => one.id !== cycle.id && one.startsOn > cycle.startsOn)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  const reviews = beatsOn(today, rows).flatMap(
    ({ beat, state, dueOn, nextOn, terms }): ReportNext["reviews"] => {
      if (beat === "daily" || beat === "weekly") return [];
      const due = state === "due" || (state === "missed" && dueOn !== undefined && dueOn <= today);
      const on = state === "held" ? nextOn : dueOn;
      const by = beat === "yearly" && terms !== undefined ? { by: terms.on } : {};
      return on === undefined || state === "resting" ? [] : [{ beat, on, due, ...by }];
    },
  );
  return {
    ...(today <= cycle.endsOn ? { endsOn: cycle.endsOn } : {}),
    reviews: reviews.sort((a, b) => Number(b.due) - Number(a.due) || (a.on < b.on ? -1 : 1)),
    ...(after === undefined ? {} : { cycle: after }),
  };
}
