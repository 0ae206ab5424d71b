import type { ImportKind, Planner, Step } from "../../shared/imports/plan.ts";
import type { Problem, Problems } from "../../shared/imports/problem.ts";
import { expectedByRule } from "../../shared/imports/rule-words.ts";
import type { Trial } from "../sync/trial.ts";

/** Mutations tried at a stretch before others have their turn; packed ones are as much work as hundreds. */
const atOnce = { packed: 1, single: 200 };

/** Runs the rules of every step without storing anything; counts what they would do, and names what they refuse. */
export async function tryPlan(
  trial: Trial,
  kind: ImportKind,
  planner: Planner,
  planned: readonly Step[],
  problems: Problems,
  pause: () => Promise<unknown>,
) {
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const foreseen = new Set<string>();

  async function run(steps: readonly Step[], slice: number): Promise<void> {
    for (let from = 0; from < steps.length; from += slice) {
      const some = steps.slice(from, from + slice);
      const tried = await trial.judge(some);
      for (const [place, one] of tried.entries()) {
        const step = some[place]!;
        if (!("refused" in one)) count(step, one.made, one.changed);
        // Which of its rows it is, and whether there are more, only they can say.
        else if (step.parts !== undefined) await run(step.parts, atOnce.single);
        else if (!foreseen.has(one.refused)) problems.add(problemOf(kind, step, one.refused, one.field));
      }
      await pause();
    }
  }

  function count({ counts: counted, parts }: Step, made: number, changed: number): void {
    if (!counted) return;
    const rows = parts?.length ?? 1;
    counts.new += Math.min(made, rows);
    counts.changed += Math.min(changed, rows - Math.min(made, rows));
    counts.unchanged += Math.max(0, rows - made - changed);
  }

  const steps = kind.packed?.(planned) ?? planned;
  await run(steps, kind.packed === undefined ? atOnce.single : atOnce.packed);
  const lacking = problems.count > 0;
  for (const { row, code, field } of (await trial.look((rows) => planner.foresee?.(rows))) ?? []) {
    foreseen.add(code);
    // An objective whose key results were refused is empty for that reason only.
    if (code === "gate_empty" && lacking) continue;
    problems.add(problemOf(kind, { row }, code, field));
  }
  const last = planner.last?.() ?? [];
  await run(last, atOnce.single);
  return { counts, steps: [...steps, ...last] };
}

function problemOf(kind: ImportKind, { row }: Pick<Step, "row">, code: string, argument?: string): Problem {
  const field = fieldOf(kind, argument);
  const value = field === undefined ? undefined : row.values.get(field);
  const found = typeof value === "object" ? value.value : value;
  return {
    code: code as Problem["code"],
    ...(field === undefined ? { line: row.line } : row.place(field)),
    ...(found === undefined ? {} : { found: String(found) }),
    expected: expectedByRule(code),
  };
}

/** The field of the file behind an argument: "moves.because" by itself, "unit.label" by its first part. */
function fieldOf({ argument }: ImportKind, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return argument[name] ?? argument[name.split(".")[0]!];
}
