import { conclusionsOf, isPlainlyDone } from "../bets/backlog.ts";
import type { RowOf } from "../sync/mutation.ts";
import {
  type AgendaItem,
  type AgendaPart,
  type AgendaReason,
  once,
  type ReviewTerms,
} from "./agenda-item.ts";
import { decidedBefore } from "./agenda-pieces.ts";
import { boundIn, gradeOf } from "./graded.ts";
import { quarterRetro } from "./quarter-retro.ts";
import { byTitle, type ReviewRows } from "./rows.ts";
import { easyTargets } from "./track-record.ts";

/** What every look back at a quarter asks at its end. */
export const standingQuestion = "If we are not moving toward the star, where are we going?";

/** What people add to the numbers, and what the review says of the next cycle; topics are known by their words. */
export const elseHappened = "What else happened";
export const betsTaught = "What the bets taught us";
export const inputsNext = "The inputs of the next cycle";

/**
 * The look back at a cycle: every key result with its grade, the lowest first, then each input with its verdict, what
 * the last one decided, what else happened, what the bets taught, exemptions, squads whose targets look easy, the inputs
 * proposed for the next cycle, and the standing question.
 */
export function quarterlyAgenda(terms: ReviewTerms, rows: ReviewRows): AgendaItem[] {
  const objectives = rows.objectives.filter(
    (one) => one.cycleId === terms.cycleId && one.state !== "dropped",
  );
  const bound = boundIn(terms.cycleId, rows).sort(
    (a, b) => (gradeOf(a) ?? -1) - (gradeOf(b) ?? -1) || byTitle(a, b),
  );
  const quarter = quarterRetro(terms.cycleId, rows);
  return once([
    ...bound.map((one): AgendaItem => {
      const score = gradeOf(one);
      const reason: AgendaReason = score === undefined ? { what: "ungraded" } : { what: "graded", score };
      return { subject: { kind: "key-result", id: one.id }, part: "grades", reasons: [reason] };
    }),
    ...(quarter?.inputs ?? []).map(
      ({ metric, keyResults, retro }): AgendaItem => ({
        subject: { kind: "metric", id: metric.id },
        part: "inputs",
        reasons: [{ what: "retro", retro }, movedBy(keyResults)],
      }),
    ),
    ...decidedBefore(terms, rows),
    question("others", elseHappened, "Launches, seasons, other teams: what else moved the numbers?"),
    ...learnt(bound, rows),
    ...objectives
      .filter((one) => one.exempt !== undefined)
      .map(
        (one): AgendaItem => ({
          subject: { kind: "objective", id: one.id },
          part: "exemptions",
          reasons: [{ what: "exempt", reason: one.exempt!.reason }],
        }),
      ),
    ...easyTargets(rows).map(({ squad, finding }) =>
      question("targets", `Targets of ${squad.name}`, finding.message),
    ),
    ...(quarter === undefined || quarter.inputs.length === 0
      ? []
      : [question("next", inputsNext, "Which do we keep, which do we replace, and why?")]),
    question("questions", "Standing question", standingQuestion),
  ]);
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
  const { won, lost, inconclusive } = conclusionsOf(bound, bets);
  if (won + lost + inconclusive === 0) return [];
  const ends = `${won} won, ${lost} lost, ${inconclusive} inconclusive`;
  return [question("questions", betsTaught, `${ends}. What do we do differently because of them?`)];
}

/** Bets that served a cycle's key results and came to an end that teaches something. */
export function betsOf(cycleId: string, rows: ReviewRows): RowOf<"bet">[] {
  const served = new Set(boundIn(cycleId, rows).map((one) => one.id));
  return rows.bets
    .filter((one) => served.has(one.keyResultId ?? ""))
    .filter((one) => ["won", "lost", "inconclusive"].includes(one.state) && !isPlainlyDone(one))
    .sort(byTitle);
}

function question(part: AgendaPart, topic: string, asked: string): AgendaItem {
  return {
    subject: { kind: "topic", id: topic },
    part,
    reasons: [{ what: "asks", question: asked }],
  };
}
