import { type Paced, weakestByReadings } from "../../../../shared/metrics/weakest.ts";
import { type UnfinishedObjective, unfinished } from "../../../../shared/okrs/carry-over.ts";
import { evidence } from "../../../../shared/okrs/evidence.ts";
import { inputsOf, type StepState, stepStates } from "../../../../shared/okrs/planning.ts";
import { gradeOf } from "../score.ts";
import type { PlanningRows } from "./planning-rows.ts";

/** What of the last cycle could go on; what the plan has already is among it. */
export function carryable(rows: PlanningRows): UnfinishedObjective[] {
  return rows.past === undefined ? [] : unfinished(rows.past, rows);
}

export function stepsOf(rows: PlanningRows): StepState[] {
  const left = carryable(rows).flatMap((one) => one.keyResults);
  return stepStates({ ...rows, toCarry: left.filter((one) => !one.planned).length });
}

/** Input metrics, the weakest first, by what moves them in the cycle that runs while the next is planned. */
export function weakest(rows: PlanningRows, at: number) {
  return weakestByReadings(inputsOf(rows), moving(rows, at), rows);
}

/** How often a squad has hit its scored key results in full. */
export function recordOf(squadId: string, { scored, pastObjectives }: PlanningRows) {
  const own = new Set(pastObjectives.filter((one) => one.squadId === squadId).map((one) => one.id));
  const grades = scored.filter((one) => own.has(one.objectiveId)).flatMap((one) => gradeOf(one) ?? []);
  return { scored: grades.length, full: grades.filter((one) => one >= 1).length };
}

function moving({ past, workspace, members }: PlanningRows, at: number): Paced[] {
  if (past?.cycle.state !== "running") return [];
  return past.keyResults
    .filter((one) => one.state === "committed")
    .map((row) => {
      const zone = members.find((one) => one.id === row.ownerId)?.zone ?? workspace.zone;
      const checkIns = past.checkIns.filter((one) => one.keyResultId === row.id);
      const about = { cycle: past.cycle, rhythm: workspace.rhythm, zone, checkIns, at };
      return { row, pace: evidence(row, about).pace };
    });
}
