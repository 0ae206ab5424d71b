import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { defineMutation, put, refuse } from "../sync/mutation.ts";

/** The key result a squad chose for a day. Without one the rule chooses, and stores nothing. */
export const schema = z.strictObject({
  squadId: field.id,
  on: field.day,
  keyResultId: field.id,
  chosenBy: field.id,
  reason: z.optional(field.note),
});
export type FocusChoice = z.output<typeof schema>;

/** The id of the one choice a squad makes for a day, so that two phones cannot make two. */
export function focusId({ squadId, on }: Pick<FocusChoice, "squadId" | "on">): string {
  return `${squadId}/${on}`;
}

/** The last choice of a day counts; null goes back to the rule's. */
const choose = defineMutation({
  args: z.strictObject({
    squadId: field.id,
    on: field.day,
    keyResultId: z.nullable(field.id),
    reason: z.optional(field.note),
  }),
  subject: ({ squadId }, { rows }) =>
    rows.get("squad", squadId)?.state === "active" ? { squadId } : refuse("not_found", "squadId"),
  may: ["admin", "director", "pm", "squad-member"],
  rule({ squadId, on, keyResultId, reason }, { rows, who }) {
    const id = focusId({ squadId, on });
    const before = rows.get("focus", id);
    if (keyResultId === null)
      return { writes: before === undefined ? [] : [{ kind: "focus", id, deleted: true }] };
    const keyResult = rows.get("key-result", keyResultId);
    const objective = keyResult && rows.get("objective", keyResult.objectiveId);
    if (keyResult === undefined || objective?.squadId !== squadId) return refuse("not_found", "keyResultId");
    if (keyResult.state !== "committed" || rows.get("cycle", keyResult.cycleId)?.state !== "running")
      return refuse("key_result_not_running", "keyResultId");
    const same = before?.keyResultId === keyResultId && (before.reason ?? "") === (reason ?? "");
    return {
      writes: same ? [] : [put("focus", id, { squadId, on, keyResultId, chosenBy: who.memberId, reason })],
    };
  },
});

export const mutations = { choose };
