import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type RowOf,
  refuse,
  type Write,
} from "../sync/mutation.ts";
import { equal, patched } from "../sync/write.ts";
import { ofKeyResult } from "./key-result-subject.ts";
import { grade as scoreOf } from "./progress.ts";

/** The computed score, and what the owner made of it with a reason; both are kept. May be done again until the close. */
export const grade = defineMutation({
  args: z.strictObject({
    keyResultId: field.id,
    adjusted: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
    reason: z.optional(field.note),
  }),
  subject: ofKeyResult,
  may: ["owner", "pm", "director", "admin"],
  rule({ keyResultId, adjusted, reason }, context) {
    const keyResult = context.rows.get("key-result", keyResultId)!;
    const cycle = context.rows.get("cycle", keyResult.cycleId);
    if (cycle?.state === "closed") return refuse("cycle_closed", "keyResultId");
    if (cycle?.state !== "grading") return refuse("cycle_state", "keyResultId");
    if (keyResult.state !== "committed" && keyResult.state !== "graded")
      return refuse("state_conflict", "keyResultId");
    if (adjusted !== undefined && !reason) return refuse("value_required", "reason");
    const write = graded(keyResult, { adjusted, reason }, context);
    return write === undefined ? refuse("value_required", "adjusted") : { writes: write };
  },
});

/** The key result with its grade; undefined when there is neither a score nor an adjustment to give it. */
export function graded(
  keyResult: RowOf<"key-result">,
  { adjusted, reason }: { adjusted?: number | undefined; reason?: string | undefined },
  { rows, who, when }: Context,
): Write[] | undefined {
  const { score } = scoreOf(keyResult, rows.list("check-in", keyResult.id));
  if (score === null && adjusted === undefined) return undefined;
  const said = { score: score ?? undefined, adjusted, reason };
  const before = keyResult.grade;
  const same = before !== undefined && equal({ ...before, by: undefined, at: undefined }, said);
  if (same && keyResult.state === "graded") return [];
  const grade = patched<NonNullable<typeof before>>({ by: who.memberId, at: when.at }, said);
  return [put("key-result", keyResult.id, { ...bodyOf<"key-result">(keyResult), state: "graded", grade })];
}
