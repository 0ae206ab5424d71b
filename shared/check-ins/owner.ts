import { isDelegateOf, mayAct, type Subject } from "../people/policy.ts";
import { type Context, type Refusal, type RowOf, refuse } from "../sync/mutation.ts";

/** Who may check in: the owner, a delegate in time, and on their behalf the squad's PM. */
export const mayCheckIn = ["owner", "delegate", "pm"] as const;

/** How long after a reassignment a check-in made before it is still accepted. */
export const graceDays = 14;

/** The subject of a check-in. Who owned the key result, or stood in for an owner, is told that it moved on. */
export function towards({ keyResultId }: { keyResultId: string }, context: Context): Subject | Refusal {
  const { rows } = context;
  const keyResult = rows.get("key-result", keyResultId);
  if (keyResult === undefined) return refuse("not_found", "keyResultId");
  const squadId = rows.get("objective", keyResult.objectiveId)?.squadId;
  const subject = { ownerId: ownerOf(keyResult, context), squadId };
  const moved = keyResult.previousOwners.some((one) => speaksFor(one.memberId, context));
  return moved && !mayAct(mayCheckIn, subject, context) ? refuse("reassigned", "keyResultId") : subject;
}

/**
 * Whom the check-in is owed by: today's owner, or who owned it at `when.at` if the actor is or stands in for them and
 * the grace has not run out.
 */
export function ownerOf(keyResult: RowOf<"key-result">, context: Context): string {
  const { when } = context;
  if (speaksFor(keyResult.ownerId, context)) return keyResult.ownerId;
  const then = keyResult.previousOwners.find((one) => when.at <= one.untilAt);
  if (then === undefined || !speaksFor(then.memberId, context)) return keyResult.ownerId;
  const elapsed = Date.parse(when.receivedAt) - Date.parse(then.untilAt);
  return when.healing === true || elapsed <= graceDays * 86_400_000 ? then.memberId : keyResult.ownerId;
}

function speaksFor(ownerId: string, context: Context): boolean {
  return ownerId === context.who.memberId || isDelegateOf(ownerId, context);
}
