import * as z from "zod/mini";
import { cannotOwn } from "../people/ownership.ts";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import { bodyOf, type Context, defineMutation, put, type Refusal, refuse } from "../sync/mutation.ts";
import { change } from "../sync/write.ts";
import { blocked, committedKeyResult, planOf } from "./commit.ts";
import { gateKeyResult } from "./gate.ts";
import { ofKeyResult } from "./key-result-subject.ts";
import { cannotJoin, cannotPlan } from "./phase.ts";

/** What binds a key result: its commit into a running cycle, its one owner, and being dropped. */

const maxPreviousOwners = 50;

export const commit = defineMutation({
  args: z.strictObject({ keyResultId: field.id }),
  subject: ofKeyResult,
  may: ["admin", "director", "pm"],
  rule({ keyResultId }, { rows, when }) {
    const keyResult = rows.get("key-result", keyResultId)!;
    const refusal = cannotJoin(keyResult.cycleId, rows);
    if (refusal) return refusal;
    if (keyResult.state === "committed") return { writes: [] };
    if (keyResult.state !== "draft") return refuse("state_conflict", "keyResultId");
    if (rows.get("objective", keyResult.objectiveId)?.state !== "committed")
      return refuse("state_conflict", "objectiveId");
    const findings = gateKeyResult(keyResult, planOf(keyResult.cycleId, rows));
    return blocked(findings) ?? { writes: committedKeyResult(keyResult, when) };
  },
});

/** The owner may hand on what is theirs. Until when they owned it is kept: a check-in from before stays good. */
export const reassign = defineMutation({
  args: z.strictObject({ keyResultId: field.id, ownerId: field.id }),
  subject: ofKeyResult,
  may: ["admin", "director", "pm", "owner"],
  rule({ keyResultId, ownerId }, { rows, who, when }) {
    const keyResult = rows.get("key-result", keyResultId)!;
    const cycle = rows.get("cycle", keyResult.cycleId);
    if (cycle === undefined || cycle.state === "closed") return refuse("cycle_closed", "keyResultId");
    if (keyResult.state === "dropped" || keyResult.state === "graded")
      return refuse("state_conflict", "keyResultId");
    if (ownerId === keyResult.ownerId) return { writes: [] };
    const refusal = cannotOwn(ownerId, "ownerId", rows);
    if (refusal) return refusal;
    if (keyResult.state === "draft") return change("key-result", keyResult, { ownerId });
    const { previousOwners } = keyResult;
    // Never earlier than the one before, whatever the clocks said: the list is read in order.
    const since = previousOwners.at(-1)?.untilAt ?? when.at;
    const untilAt = since > when.at ? since : when.at;
    const left = { memberId: keyResult.ownerId, untilAt, by: who.memberId };
    return change("key-result", keyResult, {
      ownerId,
      previousOwners: [...previousOwners, left].slice(-maxPreviousOwners),
    });
  },
});

/** A draft may be dropped by its owner; what was committed only by those who answer for the plan. */
export const drop = defineMutation({
  args: z.strictObject({ keyResultId: field.id }),
  subject: ownedWhileDraft,
  may: ["admin", "director", "pm", "owner"],
  rule({ keyResultId }, { rows }) {
    const keyResult = rows.get("key-result", keyResultId)!;
    const refusal = cannotPlan(keyResult.cycleId, rows);
    if (refusal) return refusal;
    if (keyResult.state === "dropped") return { writes: [] };
    const dropped = { ...bodyOf<"key-result">(keyResult), state: "dropped" as const };
    return { writes: [put("key-result", keyResultId, dropped)] };
  },
});

function ownedWhileDraft(args: { keyResultId: string }, context: Context): Subject | Refusal {
  const subject = ofKeyResult(args, context);
  if ("refused" in subject) return subject;
  const isDraft = context.rows.get("key-result", args.keyResultId)?.state === "draft";
  return isDraft ? subject : { squadId: subject.squadId };
}
