import type { RowOf } from "../sync/mutation.ts";
import { current, grade, milestonesDone } from "./progress.ts";

/** A key result of the last cycle that did not get there, with what became of it. */
export interface Unfinished {
  row: RowOf<"key-result">;
  /** 0–1, as its owner graded it where they did; null where nobody ever said a value. */
  score: number | null;
  /** The last value said: what the next cycle starts from. */
  last: number | undefined;
  /** The plan of the next cycle has one of this title already. */
  planned: boolean;
}

export interface UnfinishedObjective {
  row: RowOf<"objective">;
  keyResults: Unfinished[];
}

/** What a cycle holds, and what was said in it. */
export interface CycleRecord {
  objectives: readonly RowOf<"objective">[];
  keyResults: readonly RowOf<"key-result">[];
  checkIns: readonly RowOf<"check-in">[];
}

/** The cycle that went before one: the last to start of those that were ever committed. */
export function cycleBefore(
  cycles: readonly RowOf<"cycle">[],
  { startsOn }: Pick<RowOf<"cycle">, "startsOn">,
): RowOf<"cycle"> | undefined {
  return cycles
    .filter((one) => one.state !== "planning" && one.startsOn < startsOn)
    .reduce<RowOf<"cycle"> | undefined>(
      (latest, one) => (latest === undefined || one.startsOn > latest.startsOn ? one : latest),
      undefined,
    );
}

/** What was committed and not reached, by objective, company's first. What must stay kept is never finished. */
export function unfinished(past: CycleRecord, next: Omit<CycleRecord, "checkIns">): UnfinishedObjective[] {
  const planned = (title: string) =>
    next.keyResults.some((one) => one.state !== "dropped" && same(one.title, title));
  const found = past.keyResults
    .filter((one) => one.state === "committed" || one.state === "graded")
    .map((row) => {
      const said = past.checkIns.filter((one) => one.keyResultId === row.id);
      const score = row.grade?.adjusted ?? row.grade?.score ?? grade(row, said).score;
      return { row, score, last: current(said), planned: planned(row.title) };
    })
    .filter(({ row, score }) => row.direction.startsWith("stay-") || score === null || score < 1);
  return past.objectives
    .filter((one) => one.state === "committed")
    .map((row) => ({ row, keyResults: found.filter((one) => one.row.objectiveId === row.id) }))
    .filter((one) => one.keyResults.length > 0)
    .sort((a, b) => Number(a.row.squadId !== undefined) - Number(b.row.squadId !== undefined));
}

/** What is left of a key result's milestones: those nobody has done. */
export function milestonesLeft(row: RowOf<"key-result">, checkIns: readonly RowOf<"check-in">[]) {
  const done = milestonesDone(checkIns.filter((one) => one.keyResultId === row.id));
  return (row.milestones ?? []).filter((one) => !done.has(one.id));
}

/** Two titles that a person would call the same. */
export function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
