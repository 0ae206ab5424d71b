import { objectiveProgress } from "../okrs/objective-progress.ts";
import { type Band, bandOf, type Status } from "../okrs/progress.ts";
import { scoreNotes } from "../okrs/progress-words.ts";
import type { RowOf } from "../sync/mutation.ts";
import { gradeOf } from "./graded.ts";
import { keyResultNow } from "./key-result-now.ts";
import type { ReportSpan } from "./report.ts";
import { byTitle, type ReviewRows } from "./rows.ts";

export interface ReportKeyResult {
  keyResult: RowOf<"key-result">;
  owner: string;
  status: Status;
  /** 0–1, as the bar shows it; absent while there is nothing to compute it from. */
  progress?: number;
  expected: number;
  /** The last value anybody checked in with, in its unit. */
  last?: number;
  /** What became of it, 0–1, and whether that is good for what it was; absent until it is graded. */
  grade?: { score: number; band: Exclude<Band, "empty"> };
  disagrees?: "hopeful" | "doubtful";
  blocked: number;
}

export interface ReportObjective {
  objective: RowOf<"objective">;
  /** The squad's name; absent of the company's own. */
  squad?: string;
  /** Weighted mean of what its key results reached, 0–1. */
  score: number | null;
  /** What that score leaves out or hides. */
  notes: string[];
  keyResults: ReportKeyResult[];
}

/** An objective of the company with the squads' that serve it; one of a squad that serves none stands alone. */
export interface ReportGroup {
  top: ReportObjective;
  below: ReportObjective[];
  /** Over all of it, and what that leaves out or hides. */
  score: number | null;
  notes: string[];
}

/** Committed objectives of the cycle with what their key results say of themselves on the report's day. */
export function reportGroups(span: ReportSpan, rows: ReviewRows): ReportGroup[] {
  const standing = rows.objectives
    .filter((one) => one.cycleId === span.cycle.id && one.state === "committed")
    .sort(byTitle);
  const isTop = (one: RowOf<"objective">) => !standing.some((other) => other.id === one.parentId);
  return standing
    .filter(isTop)
    .sort((a, b) => Number(a.squadId !== undefined) - Number(b.squadId !== undefined))
    .map((top) => {
      const below = standing.filter((one) => one.parentId === top.id);
      const ids = new Set([top, ...below].map((one) => one.id));
      return {
        top: reportObjective(top, span, rows),
        below: below.map((one) => reportObjective(one, span, rows)),
        ...scoreOf(
          rows.keyResults.filter((one) => ids.has(one.objectiveId)),
          rows,
        ),
      };
    });
}

function reportObjective(objective: RowOf<"objective">, span: ReportSpan, rows: ReviewRows): ReportObjective {
  const own = rows.keyResults
    .filter(
      (one) => one.objectiveId === objective.id && (one.state === "committed" || one.state === "graded"),
    )
    .sort(byTitle);
  const squad = rows.squads.find((one) => one.id === objective.squadId)?.name;
  return {
    objective,
    ...(squad === undefined ? {} : { squad }),
    ...scoreOf(own, rows),
    keyResults: own.flatMap((one) => reportKeyResult(one, span, rows) ?? []),
  };
}

function reportKeyResult(keyResult: RowOf<"key-result">, { on }: ReportSpan, rows: ReviewRows) {
  const now = keyResultNow(keyResult, on, rows);
  if (now === undefined) return undefined;
  const { status, progress, expected, disagrees, last } = now;
  const score = gradeOf(keyResult);
  const grade = score === undefined ? {} : { grade: { score, band: bandOf(score, keyResult.commitment) } };
  const told: ReportKeyResult = {
    ...{ keyResult, status, expected, ...grade },
    owner: rows.members.find((one) => one.id === keyResult.ownerId)?.name ?? "somebody who left",
    ...(progress === undefined ? {} : { progress }),
    ...(last?.latest.value === undefined ? {} : { last: last.latest.value }),
    ...(disagrees === undefined ? {} : { disagrees }),
    blocked: rows.blockersOn(keyResult.id).filter((one) => one.resolvedAt === undefined).length,
  };
  return told;
}

function scoreOf(
  keyResults: readonly RowOf<"key-result">[],
  rows: ReviewRows,
): Pick<ReportGroup, "score" | "notes"> {
  const checkIns = keyResults.flatMap((one) => rows.checkInsOn(one.id));
  const made = objectiveProgress(keyResults, checkIns);
  if (made.score !== null) return { score: made.score, notes: scoreNotes(made) };
  const kept = keyResults.length > 0 && keyResults.every((one) => one.direction.startsWith("stay-"));
  return { score: null, notes: kept ? ["not scored: it only keeps what must be kept"] : [] };
}
