import { conclusions } from "../bets/backlog.ts";
import type { RowOf } from "../sync/mutation.ts";
import { type AgendaItem, type AgendaReason, once, type ReviewTerms } from "./agenda-item.ts";
import { decidedBefore } from "./agenda-pieces.ts";
import { byTitle, type ReviewRows } from "./rows.ts";

/** What every look back at a quarter asks at its end. */
export const standingQuestion = "If we are not moving toward the star, where are we going?";

/**
 * The look back at a cycle: what the last one decided, each input with the grades of what moved it, every key result with
 * its grade, the lowest first, exemptions, what the bets taught, and the standing question.
 */
export function quarterlyAgenda(terms: ReviewTerms, rows: ReviewRows): AgendaItem[] {
  const objectives = rows.objectives.filter(
    (one) => one.cycleId === terms.cycleId && one.state !== "dropped",
  );
  const bound = rows.keyResults
    .filter((one) => one.cycleId === terms.cycleId && (one.state === "committed" || one.state === "graded"))
    .sort((a, b) => (gradeOf(a) ?? -1) - (gradeOf(b) ?? -1) || byTitle(a, b));
  return once([
    ...decidedBefore(terms, rows),
    ...rows.metrics
      .filter((one) => one.kind === "input" && one.state === "active")
      .map(
        (metric): AgendaItem => ({
          subject: { kind: "metric", id: metric.id },
          part: "inputs",
          reasons: [movedBy(bound.filter((one) => one.moves?.metricId === metric.id))],
        }),
      ),
    ...bound.map((one): AgendaItem => {
      const score = gradeOf(one);
      const reason: AgendaReason = score === undefined ? { what: "ungraded" } : { what: "graded", score };
      return { subject: { kind: "key-result", id: one.id }, part: "grades", reasons: [reason] };
    }),
    ...objectives
      .filter((one) => one.exempt !== undefined)
      .map(
        (one): AgendaItem => ({
          subject: { kind: "objective", id: one.id },
          part: "exemptions",
          reasons: [{ what: "exempt", reason: one.exempt!.reason }],
        }),
      ),
    ...learnt(bound, rows),
    question("Standing question", standingQuestion),
  ]);
}

/** What became of a key result, 0–1: as its owner adjusted it, else as computed. */
export function gradeOf({ grade }: RowOf<"key-result">): number | undefined {
  return grade?.adjusted ?? grade?.score;
}

function movedBy(keyResults: readonly RowOf<"key-result">[]): AgendaReason {
  const graded = keyResults.filter((one) => gradeOf(one) !== undefined);
  const weight = graded.reduce((sum, one) => sum + one.weight, 0);
  const sum = graded.reduce((total, one) => total + one.weight * gradeOf(one)!, 0);
  return {
    what: "moved-by",
    keyResults: keyResults.length,
    ...(weight === 0 ? {} : { grade: sum / weight }),
  };
}

function learnt(bound: readonly RowOf<"key-result">[], { bets }: ReviewRows): AgendaItem[] {
  const served = new Set(bound.map((one) => one.id));
  const { won, lost, inconclusive } = conclusions(
    bets.filter((one) => one.keyResultId !== undefined && served.has(one.keyResultId)),
  );
  if (won + lost + inconclusive === 0) return [];
  const ends = `${won} won, ${lost} lost, ${inconclusive} inconclusive`;
  return [question("What the bets taught us", `${ends}. What do we do differently because of them?`)];
}

function question(topic: string, asked: string): AgendaItem {
  return {
    subject: { kind: "topic", id: topic },
    part: "questions",
    reasons: [{ what: "asks", question: asked }],
  };
}
