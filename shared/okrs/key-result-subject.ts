import type { Subject } from "../people/policy.ts";
import { type Context, type Refusal, refuse } from "../sync/mutation.ts";

/** What an act on a key result is about: its owner, and the squad of its objective. */
export function ofKeyResult({ keyResultId }: { keyResultId: string }, { rows }: Context): Subject | Refusal {
  const keyResult = rows.get("key-result", keyResultId);
  if (keyResult === undefined) return refuse("not_found", "keyResultId");
  return { ownerId: keyResult.ownerId, squadId: rows.get("objective", keyResult.objectiveId)?.squadId };
}
