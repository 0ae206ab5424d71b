import { committing } from "./committing.ts";
import { firstCheckIns, progressInPercent } from "./current.ts";
import { plainly } from "./fields.ts";
import { keyResultFields } from "./key-result-fields.ts";
import { keyResultSteps } from "./key-result-steps.ts";
import { type ObjectiveAsked, objectiveSteps, objectivesIn } from "./objectives.ts";
import type { ImportKind, PlanContext, Planner } from "./plan.ts";
import type { Understood } from "./understand.ts";

/** A key result as a row asks for it, with the objective it belongs to. */
export interface KeyResultAsked {
  row: Understood;
  id: string;
  title: string;
  objective: ObjectiveAsked;
  /** It is in the cycle already. */
  isThere: boolean;
  /** It is committed there already. */
  wasRunning: boolean;
  ownerId?: string | undefined;
  /** Where it stands by the file, in its unit, where that is more than its baseline. */
  current?: number | undefined;
}

/** Objectives and key results of a cycle, as drafts; with `commit` into a running cycle, through the gate. */
export const keyResults: ImportKind = {
  name: "key-results",
  fields: keyResultFields,
  most: 500,
  argument: {
    ...{ cycleId: "cycle", squadId: "squad", parentId: "parent", exempt: "exempt", objectiveId: "objective" },
    ...{ title: "title", ownerId: "owner", direction: "direction", baseline: "baseline", target: "target" },
    ...{ unit: "unit", "unit.decimals": "decimals", milestones: "milestones", measures: "measures" },
    ...{ moves: "moves", "moves.metricId": "moves", "moves.because": "because", weight: "weight" },
    ...{ commitment: "commitment", keyResults: "title", value: "current", keyResultId: "title" },
  },
  plan: planKeyResults,
};

function planKeyResults(context: PlanContext): Planner {
  const { problems } = context;
  const objectives = objectivesIn(context);
  const asked: KeyResultAsked[] = [];
  const lines = new Map<string, number>();
  const end = committing(context.commit, () => [...objectives.all()], asked);
  return {
    row(row) {
      const objective = objectives.of(row);
      const title = row.values.get("title");
      if (objective === undefined || typeof title !== "string") return [];
      const key = `${objective.id} ${plainly(title)}`;
      const before = lines.get(key);
      if (before !== undefined) {
        const expected = `another title below this objective than line ${before} has`;
        problems.add({ code: "duplicate_line", ...row.place("title"), found: title, expected });
        return [];
      }
      lines.set(key, row.line);
      const there = context.directory["key-result"].find(
        (one) => one.objectiveId === objective.id && plainly(one.title) === plainly(title),
      );
      const id = there?.id ?? context.idFor(`key-result ${key}`);
      asked.push({
        ...{ row, id, title, objective, isThere: there !== undefined },
        wasRunning: there !== undefined && there.state !== "draft",
      });
      return [];
    },
    end() {
      const inPercent = progressInPercent(asked.map((one) => one.row));
      return [
        ...objectiveSteps(objectives.all(), context),
        ...asked.flatMap((one) => keyResultSteps(one, inPercent, context)),
      ];
    },
    ...end,
    last: () => [...(end.last?.() ?? []), ...firstCheckIns(asked, context)],
  };
}
