import { gateAmongCommitted } from "../okrs/objective.ts";
import type { Rows } from "../sync/mutation.ts";
import type { KeyResultAsked } from "./key-results.ts";
import type { ObjectiveAsked } from "./objectives.ts";
import type { Foreseen, Planner, Step } from "./plan.ts";

/**
 * The last part of an import that commits: the same mutations as everywhere, so the same gate. A mutation names only
 * the first thing the gate finds; `foresee` asks the gate itself, so that the report has all of them by line.
 */
export function committing(
  commit: boolean,
  objectives: () => ObjectiveAsked[],
  keyResults: readonly KeyResultAsked[],
): Pick<Planner, "foresee" | "last"> {
  if (!commit) return {};
  const inOrder = () =>
    objectives().sort((a, b) => Number(a.squadId !== undefined) - Number(b.squadId !== undefined));
  return {
    foresee: (rows: Rows) => inOrder().flatMap((objective) => findings(objective, keyResults, rows)),
    last: () =>
      inOrder().flatMap(({ row, id, there }): Step[] => {
        if (there?.state !== "committed")
          return [{ row, name: "objective.commit", args: { objectiveId: id }, counts: false }];
        return keyResults
          .filter((one) => one.objective.id === id)
          .map((one) => {
            const args = { keyResultId: one.id };
            return { row: one.row, name: "key-result.commit", args, counts: false };
          });
      }),
  };
}

/** A finding about a key result stands at its own line; one about what the file does not hold, at its objective's. */
function findings(
  { row, id, there }: ObjectiveAsked,
  keyResults: readonly KeyResultAsked[],
  rows: Rows,
): Foreseen[] {
  const objective = rows.get("objective", id);
  if (objective === undefined) return [];
  const mine = new Map(keyResults.map((one) => [one.id, one.row]));
  return gateAmongCommitted(objective, rows)
    .filter((one) => there?.state !== "committed" || mine.has(one.id))
    .map(({ code, field, id: about }) => ({ row: mine.get(about) ?? row, code, field }));
}
