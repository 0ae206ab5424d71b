import { formatValue } from "../metrics/value.ts";
import type { Status } from "../okrs/progress.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { ReportGroup, ReportKeyResult, ReportObjective } from "./report-objectives.ts";
import type { ReportLine, ReportMark } from "./report-text.ts";
import { statusWords } from "./words.ts";

/** More key results than this are too many for two minutes: then those that are well are counted, not listed. */
const mostListed = 16;
const well: readonly Status[] = ["on-pace", "done"];
const order: readonly Status[] = ["on-pace", "done", "behind", "off-pace", "stale", "no-data", "too-early"];

/** "Of 14 key results: 9 on pace, 3 behind, 1 off pace, 1 stale." Of a graded cycle its scores. */
export function statusCount(groups: readonly ReportGroup[], cycle: RowOf<"cycle">): string {
  const all = keyResultsOf(groups);
  if (all.length === 0) return "";
  const results = all.length === 1 ? "1 key result" : `${all.length} key results`;
  const graded = all.filter((one) => one.grade !== undefined);
  if (cycle.state !== "running" && graded.length > 0) {
    const good = graded.filter((one) => one.grade!.band === "green").length;
    const rest = all.length - graded.length;
    const mean = graded.reduce((sum, one) => sum + one.grade!.score, 0) / graded.length;
    return `Of ${results}, ${good} reached what was promised (1.00 where committed, 0.70 where aspirational); the mean grade is ${mean.toFixed(2)}${rest > 0 ? `; ${rest} ${rest === 1 ? "is" : "are"} not graded` : ""}.`;
  }
  const counts = order.flatMap((status) => {
    const count = all.filter((one) => one.status === status).length;
    return count === 0 ? [] : `${count} ${statusWords[status]}`;
  });
  return `Of ${results}: ${counts.join(", ")}.`;
}

/** Company objectives with the squads' below them, each with its key results. */
export function objectiveLines(groups: readonly ReportGroup[], locale?: string): ReportLine[] {
  const all = keyResultsOf(groups);
  const how = {
    listsAll: all.length <= mostListed,
    over: all.every((one) => one.grade !== undefined),
    locale,
  };
  return groups.map(({ top, below, score, notes }) => ({
    ...objectiveLine({ ...top, score, notes }, how),
    below: [
      ...resultLines(top, how),
      ...below.map((one) => ({
        ...objectiveLine(one, how),
        below: resultLines(one, how),
      })),
    ],
  }));
}

interface How {
  listsAll: boolean;
  /** Everything has its grade. */
  over: boolean;
  /** Writes its numbers. */
  locale: string | undefined;
}

function objectiveLine(
  { objective, squad, score, notes, keyResults }: ReportObjective,
  { listsAll, over }: How,
): ReportLine {
  const fine = listsAll ? [] : keyResults.filter(isWell);
  const detail = [
    objective.exempt && `exempt: ${objective.exempt.reason.replace(/[.;]$/, "")}`,
    score === null
      ? notes.length === 0 && "no value yet"
      : `${score.toFixed(2)} of 1.00${over ? "" : " so far"}`,
    ...notes,
    fine.length > 0 && `${fine.length} of ${keyResults.length} key results as they should be`,
  ];
  return {
    text: squad === undefined ? objective.title : `${squad}: ${objective.title}`,
    detail: detail.filter(Boolean).join("; "),
  };
}

function resultLines({ keyResults }: ReportObjective, { listsAll, locale }: How): ReportLine[] {
  return keyResults.filter((one) => listsAll || !isWell(one)).map((one) => resultLine(one, locale));
}

const isWell = ({ status, grade, disagrees, blocked }: ReportKeyResult) =>
  (grade === undefined ? well.includes(status) : grade.band === "green") && !disagrees && blocked === 0;

const bandMarks: Record<NonNullable<ReportKeyResult["grade"]>["band"], ReportMark> = {
  green: "ok",
  amber: "warn",
  red: "bad",
};

/** The state of a key result, or what became of it. */
export function resultMark(
  status: Status,
  grade: ReportKeyResult["grade"],
): { as: ReportMark; word: string } {
  return grade === undefined
    ? { as: status, word: statusWords[status] }
    : { as: bandMarks[grade.band], word: `graded ${grade.score.toFixed(2)}` };
}

function resultLine(one: ReportKeyResult, locale: string | undefined): ReportLine {
  const { keyResult, owner, status, grade, disagrees, blocked } = one;
  const detail = [
    owner,
    keyResult.commitment === "aspirational" ? "aspirational" : undefined,
    howFar(one, locale),
    disagrees === "hopeful" && "its owner is hopeful, the pace is not",
    disagrees === "doubtful" && "its owner doubts it, the pace does not",
    blocked > 0 && (blocked === 1 ? "blocked" : `${blocked} blockers`),
  ];
  return {
    text: keyResult.title,
    detail: detail.filter(Boolean).join("; "),
    mark: resultMark(status, grade),
  };
}

/** Where it ended once it is graded; how far it is before. */
function howFar(one: ReportKeyResult, locale: string | undefined): string | undefined {
  const { keyResult, progress, expected, last, grade } = one;
  const share = (of: number) => `${Math.round(of * 100)}%`;
  if (grade !== undefined)
    return last === undefined ? undefined : `ended at ${formatValue(last, keyResult.unit, locale)}`;
  if (progress === undefined) return undefined;
  return keyResult.direction === "stay-above" || keyResult.direction === "stay-below"
    ? `kept in ${share(progress)} of check-ins`
    : `${share(progress)} of the way, ${share(expected)} expected`;
}

function keyResultsOf(groups: readonly ReportGroup[]): ReportKeyResult[] {
  return groups.flatMap(({ top, below }) => [top, ...below].flatMap((one) => one.keyResults));
}
