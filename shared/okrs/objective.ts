import * as z from "zod/mini";
import { mayAct, type Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type Rows,
  refuse,
} from "../sync/mutation.ts";
import { change, patched, sentAgain } from "../sync/write.ts";
import { blocked, committedKeyResult, committedObjective, newFindings, planOf } from "./commit.ts";
import { gateObjective } from "./gate.ts";
import { cannotJoin, cannotPlan } from "./phase.ts";

const exempt = z.strictObject({ reason: field.sentence });

export const schema = z.strictObject({
  cycleId: field.id,
  /** Absent: a company objective. */
  squadId: z.optional(field.id),
  parentId: z.optional(field.id),
  title: field.title,
  why: z.optional(field.text),
  exempt: z.optional(exempt),
  state: z.enum(["draft", "committed", "dropped"]),
});
export type Objective = z.output<typeof schema>;

/** The squad's PM drafts for a squad; for the company the director does, as where a squad has no PM. */
const draft = defineMutation({
  args: z.strictObject({
    id: field.id,
    cycleId: field.id,
    squadId: z.optional(field.id),
    parentId: z.optional(field.id),
    title: field.title,
    why: z.optional(field.text),
    exempt: z.optional(exempt),
  }),
  subject: ({ squadId }) => ({ squadId }),
  may: ["admin", "pm"],
  rule({ id, ...said }, { rows }) {
    const objective: Objective = { ...said, state: "draft" };
    return (
      sentAgain("objective", id, objective, rows, ["state"]) ??
      cannotPlan(said.cycleId, rows) ??
      unsound(id, objective, rows) ?? { writes: [put("objective", id, objective)] }
    );
  },
});

/** A committed objective stays one the gate lets through. */
const revise = defineMutation({
  args: z.strictObject({
    objectiveId: field.id,
    title: z.optional(field.title),
    why: z.optional(z.nullable(field.text)),
    parentId: z.optional(z.nullable(field.id)),
    squadId: z.optional(z.nullable(field.id)),
    exempt: z.optional(z.nullable(exempt)),
  }),
  subject: ofObjective,
  may: ["admin", "pm"],
  rule({ objectiveId, ...changes }, context) {
    const { rows } = context;
    const objective = rows.get("objective", objectiveId)!;
    const refusal = cannotPlan(objective.cycleId, rows);
    if (refusal) return refusal;
    if (objective.state === "dropped") return refuse("state_conflict", "objectiveId");
    const squadId = changes.squadId ?? undefined;
    if (changes.squadId !== undefined && !mayAct(["admin", "pm"], { squadId }, context))
      return refuse("forbidden", "squadId");
    const after = patched(bodyOf<"objective">(objective), changes);
    const flaw = unsound(objectiveId, after, rows);
    if (flaw) return flaw;
    if (objective.state === "committed") {
      const found = gateAmongCommitted({ ...after, id: objectiveId, revision: 0 }, rows);
      const finding = blocked(newFindings(gateAmongCommitted(objective, rows), found));
      if (finding) return finding;
    }
    return change("objective", objective, changes);
  },
});

/** Into a running cycle, with its drafted key results. */
const commit = defineMutation({
  args: z.strictObject({ objectiveId: field.id }),
  subject: ofObjective,
  may: ["admin", "pm"],
  rule({ objectiveId }, { rows, when }) {
    const objective = rows.get("objective", objectiveId)!;
    const refusal = cannotJoin(objective.cycleId, rows);
    if (refusal) return refusal;
    if (objective.state === "dropped") return refuse("state_conflict", "objectiveId");
    if (objective.state === "committed") return { writes: [] };
    return (
      blocked(gateAmongCommitted(objective, rows)) ?? {
        writes: [
          ...committedObjective(objective),
          ...rows.list("key-result", objectiveId).flatMap((one) => committedKeyResult(one, when)),
        ],
      }
    );
  },
});

/** Its key results are dropped with it. A company objective that squads still carry is not dropped under them. */
const drop = defineMutation({
  args: z.strictObject({ objectiveId: field.id }),
  subject: ofObjective,
  may: ["admin", "pm"],
  rule({ objectiveId }, { rows }) {
    const objective = rows.get("objective", objectiveId)!;
    const refusal = cannotPlan(objective.cycleId, rows);
    if (refusal) return refusal;
    if (objective.state === "dropped") return { writes: [] };
    if (isCarried(objectiveId, objective.cycleId, rows)) return refuse("state_conflict", "objectiveId");
    const keyResults = rows
      .list("key-result", objectiveId)
      .filter((one) => one.state === "draft" || one.state === "committed")
      .map((one) => put("key-result", one.id, { ...bodyOf<"key-result">(one), state: "dropped" }));
    const dropped = put("objective", objectiveId, { ...bodyOf<"objective">(objective), state: "dropped" });
    return { writes: [dropped, ...keyResults] };
  },
});

export const mutations = { draft, revise, commit, drop };

function ofObjective({ objectiveId }: { objectiveId: string }, { rows }: Context): Subject | Refusal {
  const objective = rows.get("objective", objectiveId);
  return objective === undefined ? refuse("not_found", "objectiveId") : { squadId: objective.squadId };
}

function isCarried(objectiveId: string, cycleId: string, rows: Rows): boolean {
  return rows
    .list("objective", cycleId)
    .some((one) => one.parentId === objectiveId && one.state !== "dropped");
}

/** Whether squad and parent fit: a squad's objective hangs below a company one of its cycle, which hangs nowhere. */
function unsound(id: string, { cycleId, squadId, parentId }: Objective, rows: Rows): Refusal | undefined {
  if (squadId !== undefined) {
    if (rows.get("squad", squadId)?.state !== "active") return refuse("not_found", "squadId");
    if (isCarried(id, cycleId, rows)) return refuse("state_conflict", "squadId");
  }
  if (parentId === undefined) return undefined;
  const parent = rows.get("objective", parentId);
  if (parent === undefined) return refuse("not_found", "parentId");
  const fits =
    squadId !== undefined &&
    parent.cycleId === cycleId &&
    parent.squadId === undefined &&
    parent.state !== "dropped";
  return fits ? undefined : refuse("gate_parent", "parentId");
}

/**
 * The gate for one objective among those already committed: somebody else's draft takes no exemption away, and what is
 * committed stands before what asks now.
 */
export function gateAmongCommitted(objective: Objective & { id: string; revision: number }, rows: Rows) {
  const plan = planOf(objective.cycleId, rows);
  const others = plan.objectives.filter(
    (one) => one.id !== objective.id && (one.state === "committed" || one.exempt === undefined),
  );
  const asking = { ...objective, state: "draft" as const };
  return gateObjective(asking, { ...plan, objectives: [...others, asking] });
}
