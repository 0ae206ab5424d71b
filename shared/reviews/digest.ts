import { standing as standingCheckIns } from "../check-ins/history.ts";
import { latenessOf, type Occurrence, occurrenceDueBy } from "../check-ins/occurrence.ts";
import { type Trend, trend } from "../metrics/trend.ts";
import { standing } from "../okrs/line.ts";
import type { RowOf } from "../sync/mutation.ts";
import { addDays, localDate } from "../time/local-date.ts";
import { answerTo, type KeyResultNow, keyResultNow } from "./key-result-now.ts";
import type { Review } from "./review.ts";
import { byTitle, type ReviewRows } from "./rows.ts";
import { inputsOfSquad } from "./weekly.ts";

/** A squad's week: everything that was said, seen and decided in it. */
export interface Digest {
  squad: RowOf<"squad">;
  /** The due day of the week's occurrence. */
  on: string;
  /** The North Star first, then the squad's inputs; only those with a reading by then. */
  metrics: { metric: RowOf<"metric">; isStar: boolean; trend: Trend }[];
  keyResults: DigestKeyResult[];
  people: DigestPerson[];
  /** Raised in the week, answered or not. */
  anomalies: RowOf<"anomaly">[];
  /** Still open now. */
  blockers: RowOf<"blocker">[];
  /** Of the week's metric check; `held` once that is done. */
  decisions: Review["decisions"];
  notes?: string;
  held: boolean;
}

export interface DigestKeyResult extends KeyResultNow {
  /** What was said in the week; absent while missing. */
  said?: RowOf<"check-in">;
  /** Against the value said before, in the key result's unit. */
  delta?: number;
}

export interface DigestPerson {
  memberId: string;
  state: "on-time" | "late" | "missing";
  done: number;
  of: number;
}

/**
 * The digest of a squad's week: the one whose due day `on` is, or the last due day before it. Undefined for a squad that
 * is not here. What came later than its week is left out, so that an old one reads as it did.
 */
export function digestOf(squadId: string, on: string, rows: ReviewRows): Digest | undefined {
  const squad = rows.squads.find((one) => one.id === squadId);
  if (squad === undefined) return undefined;
  const occurrence = occurrenceDueBy(rows.workspace.rhythm, on);
  const { opensOn, dueOn, nextOpensOn } = occurrence;
  const week = asOf(nextOpensOn, rows);
  const last = addDays(nextOpensOn, -1);
  const own = keyResultsOf(squadId, rows).filter((one) => answerTo(occurrence, one, week) !== null);
  const within = (at: string) => {
    const day = localDate(at, rows.workspace.zone);
    return day >= opensOn && day < nextOpensOn;
  };
  const about = new Set([
    ...own.flatMap((one) => [one.id, one.measures ?? ""]),
    ...inputsOfSquad(squadId, own, rows).map((one) => one.id),
  ]);
  const review = rows.reviews.find(
    (one) => one.beat === "weekly" && one.squadId === squadId && one.on === dueOn,
  );
  return {
    squad,
    on: dueOn,
    metrics: metricsOf(squadId, own, week),
    keyResults: own.flatMap((one) => told(one, occurrence, last, week) ?? []),
    people: peopleOf(own, occurrence, week),
    anomalies: rows.anomalies.filter(
      (one) =>
        one.withdrawnAt === undefined &&
        within(one.raisedAt) &&
        (one.squadId === squadId || about.has(one.series.id)),
    ),
    blockers: own.flatMap((one) => rows.blockersOn(one.id)).filter((one) => one.resolvedAt === undefined),
    decisions: review?.decisions ?? [],
    ...(review?.notes === undefined ? {} : { notes: review.notes }),
    held: review?.state === "done",
  };
}

/** The rows as they stood when a week was over. */
function asOf(nextOpensOn: string, rows: ReviewRows): ReviewRows {
  return {
    ...rows,
    checkInsOn: (id) => rows.checkInsOn(id).filter((one) => one.occurrenceOn < nextOpensOn),
    readingsOf: (id) => rows.readingsOf(id).filter((one) => one.on < nextOpensOn),
  };
}

function keyResultsOf(squadId: string, { objectives, keyResults }: ReviewRows): RowOf<"key-result">[] {
  const own = new Set(objectives.filter((one) => one.squadId === squadId).map((one) => one.id));
  return keyResults
    .filter((one) => own.has(one.objectiveId) && (one.state === "committed" || one.state === "graded"))
    .sort(byTitle);
}

function metricsOf(
  squadId: string,
  own: readonly RowOf<"key-result">[],
  rows: ReviewRows,
): Digest["metrics"] {
  const starId = standing(rows.northStars)[0]?.metricId;
  const star = rows.metrics.filter((one) => one.id === starId);
  return [...star, ...inputsOfSquad(squadId, own, rows)].flatMap((metric) => {
    const now = trend(metric, rows.readingsOf(metric.id));
    return now === null ? [] : [{ metric, isStar: metric.id === starId, trend: now }];
  });
}

function told(
  keyResult: RowOf<"key-result">,
  occurrence: Occurrence,
  on: string,
  rows: ReviewRows,
): DigestKeyResult | undefined {
  const now = keyResultNow(keyResult, on, rows);
  const answer = answerTo(occurrence, keyResult, rows);
  if (now === undefined || !answer) return now;
  const all = standingCheckIns(rows.checkInsOn(keyResult.id));
  const before = all[all.findIndex((one) => one.original.id === answer.original.id) - 1];
  const [value, earlier] = [answer.latest.value, before?.latest.value];
  const moved = value === undefined || earlier === undefined ? {} : { delta: value - earlier };
  return { ...now, said: answer.latest, ...moved };
}

function peopleOf(
  own: readonly RowOf<"key-result">[],
  occurrence: Occurrence,
  rows: ReviewRows,
): DigestPerson[] {
  const ids = [...new Set(own.map((one) => one.ownerId))];
  return ids
    .map((memberId) => {
      const zone = rows.members.find((one) => one.id === memberId)?.zone ?? rows.workspace.zone;
      const theirs = own
        .filter((one) => one.ownerId === memberId)
        .map((one) => answerTo(occurrence, one, rows));
      const said = theirs.filter((one) => one != null);
      const late = said.some((one) => latenessOf(occurrence, localDate(one.original.at, zone)) === "late");
      const state = said.length < theirs.length ? "missing" : late ? "late" : "on-time";
      return { memberId, state, done: said.length, of: theirs.length } as const;
    })
    .sort((a, b) => rank(a) - rank(b) || nameOf(a, rows).localeCompare(nameOf(b, rows)));
}

const ranks = ["missing", "late", "on-time"] as const;
const rank = ({ state }: DigestPerson) => ranks.indexOf(state);

function nameOf({ memberId }: DigestPerson, { members }: Pick<ReviewRows, "members">): string {
  return members.find((one) => one.id === memberId)?.name ?? "";
}
