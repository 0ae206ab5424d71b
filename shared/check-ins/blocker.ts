import * as z from "zod/mini";
import { ofKeyResult } from "../okrs/key-result-subject.ts";
import { cannotOwn } from "../people/ownership.ts";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import { bodyOf, type Context, defineMutation, put, type Refusal, refuse } from "../sync/mutation.ts";
import { patched, sentAgain } from "../sync/write.ts";

export const schema = z.strictObject({
  keyResultId: field.id,
  checkInId: z.optional(field.id),
  text: field.sentence,
  ownerId: field.id,
  openedAt: field.instant,
  resolvedAt: z.optional(field.instant),
  resolution: z.optional(field.note),
});
export type Blocker = z.output<typeof schema>;

/** Whoever works on a key result may say what stops it. It belongs to whoever raised it unless another is named. */
const raise = defineMutation({
  args: z.strictObject({
    id: field.id,
    keyResultId: field.id,
    text: field.sentence,
    ownerId: z.optional(field.id),
  }),
  subject: ofKeyResult,
  may: ["owner", "delegate", "pm", "squad-member", "director", "admin"],
  rule({ id, keyResultId, text, ownerId }, { rows, who, when }) {
    const blocker: Blocker = { keyResultId, text, ownerId: ownerId ?? who.memberId, openedAt: when.at };
    const again = sentAgain("blocker", id, blocker, rows, ["openedAt", "resolvedAt", "resolution"]);
    if (again) return again;
    const keyResult = rows.get("key-result", keyResultId)!;
    const phase = rows.get("cycle", keyResult.cycleId)?.state;
    if (phase === "closed") return refuse("cycle_closed", "keyResultId");
    if (phase === "planning" || keyResult.state !== "committed")
      return refuse("key_result_not_running", "keyResultId");
    return cannotOwn(blocker.ownerId, "ownerId", rows) ?? { writes: [put("blocker", id, blocker)] };
  },
});

const resolve = defineMutation({
  args: z.strictObject({ blockerId: field.id, resolution: z.optional(field.note) }),
  subject: ofBlocker,
  may: ["self", "owner", "delegate", "pm", "director", "admin"],
  rule({ blockerId, resolution }, { rows, when }) {
    const blocker = rows.get("blocker", blockerId)!;
    if (blocker.resolvedAt !== undefined)
      return (blocker.resolution ?? "") === (resolution ?? "")
        ? { writes: [] }
        : refuse("already_resolved", "blockerId");
    const resolvedAt = when.at < blocker.openedAt ? blocker.openedAt : when.at;
    const resolved = patched(bodyOf<"blocker">(blocker), { resolvedAt, resolution });
    return { writes: [put("blocker", blockerId, resolved)] };
  },
});

export const mutations = { raise, resolve };

/** A blocker's own owner is "self" towards it; the key result's owner and squad have a say as well. */
function ofBlocker({ blockerId }: { blockerId: string }, context: Context): Subject | Refusal {
  const blocker = context.rows.get("blocker", blockerId);
  if (blocker === undefined) return refuse("not_found", "blockerId");
  const subject = ofKeyResult(blocker, context);
  return "refused" in subject ? { memberId: blocker.ownerId } : { ...subject, memberId: blocker.ownerId };
}
