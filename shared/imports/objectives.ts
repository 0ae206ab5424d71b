import type { RowOf } from "../sync/mutation.ts";
import { plainly } from "./fields.ts";
import { type PlanContext, type Step, said, textIn } from "./plan.ts";
import type { Understood } from "./understand.ts";

/** An objective that rows of the file name; the first of them says what it is. */
export interface ObjectiveAsked {
  row: Understood;
  id: string;
  cycleId: string;
  squadId: string | undefined;
  title: string;
  there: RowOf<"objective"> | undefined;
}

/** Gathers the objectives of a file: one for each title in a squad (or the company) and cycle. */
export function objectivesIn(context: PlanContext) {
  const { find, problems, directory, idFor } = context;
  const keyOf = (cycleId: string, squadId: string | undefined, title: string) =>
    `${cycleId} ${squadId ?? "company"} ${plainly(title)}`;
  const there = new Map(directory.objective.map((one) => [keyOf(one.cycleId, one.squadId, one.title), one]));
  const asked = new Map<string, ObjectiveAsked>();
  return {
    /** The objective of a row, or undefined when what it says of it cannot be found. */
    of(row: Understood): ObjectiveAsked | undefined {
      const known = problems.count;
      const cycle = find("cycle", row, "cycle");
      const squadId = find("squad", row, "squad")?.id;
      const title = textIn(row, "objective");
      if (cycle === undefined || title === undefined || problems.count > known) return undefined;
      const due = textIn(row, "due");
      if (due !== undefined && (due < cycle.startsOn || due > cycle.endsOn))
        context.left.add("due_outside_cycle");
      const key = keyOf(cycle.id, squadId, title);
      const before = asked.get(key);
      if (before === undefined) {
        const stored = there.get(key);
        const id = stored?.id ?? idFor(`objective ${key}`);
        const one = { row, id, cycleId: cycle.id, squadId, title, there: stored };
        asked.set(key, one);
        return one;
      }
      for (const field of ["parent", "exempt"]) {
        const other = textIn(row, field);
        if (other === undefined || other === textIn(before.row, field)) continue;
        const expected = `what line ${before.row.line} says of the same objective`;
        problems.add({ code: "ambiguous_reference", ...row.place(field), found: other, expected });
      }
      return before;
    },
    all: () => [...asked.values()],
  };
}

/** Drafts what is new, company objectives first, and gives what is there the parent or exemption the file names. */
export function objectiveSteps(asked: readonly ObjectiveAsked[], context: PlanContext): Step[] {
  const company = asked.filter((one) => one.squadId === undefined);
  const parents = new Map<string, string>();
  for (const one of context.directory.objective)
    if (one.squadId === undefined) {
      parents.set(`${one.cycleId} ${plainly(one.title)}`, one.id);
      parents.set(`${one.cycleId} ${plainly(one.id)}`, one.id);
    }
  for (const one of company) parents.set(`${one.cycleId} ${plainly(one.title)}`, one.id);

  return [...company, ...asked.filter((one) => one.squadId !== undefined)].flatMap((one): Step[] => {
    const { row, id, cycleId, squadId, title, there } = one;
    const named = textIn(row, "parent");
    const parentId = named === undefined ? undefined : parents.get(`${cycleId} ${plainly(named)}`);
    if (named !== undefined && parentId === undefined) {
      const expected = "the title of a company objective of this cycle, here or in this file";
      context.problems.add({ code: "unknown_reference", ...row.place("parent"), found: named, expected });
      return [];
    }
    const reason = textIn(row, "exempt");
    const exempt = reason === undefined ? undefined : { reason };
    const terms = said({ parentId, exempt });
    if (there === undefined) {
      const args = said({ id, cycleId, squadId, title, ...terms });
      return [{ row, name: "objective.draft", args, counts: false }];
    }
    if (Object.keys(terms).length === 0) return [];
    return [{ row, name: "objective.revise", args: { objectiveId: id, ...terms }, counts: false }];
  });
}
