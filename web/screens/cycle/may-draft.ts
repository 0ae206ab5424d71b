import type { Reader } from "../../store/live.ts";
import { may } from "../../store/may.ts";

/** Whether a member may add a key result to an objective now: for anybody, or one of their own. */
export async function mayDraft(
  read: Reader,
  memberId: string,
  objectiveId: string,
): Promise<{ any: boolean; anyone: boolean }> {
  const objective = await read.get("objective", objectiveId);
  const cycle = objective && (await read.get("cycle", objective.cycleId));
  const me = await read.get("member", memberId);
  const open = cycle?.state === "planning" || cycle?.state === "running";
  // A viewer stands as the owner of what they would draft for themselves, but owns nothing.
  if (!open || objective?.state === "dropped" || me === undefined || me.role === "viewer")
    return { any: false, anyone: false };
  const anyone = await may(read, memberId, ["key-result.draft", { objectiveId }]);
  const own = anyone || (await may(read, memberId, ["key-result.draft", { objectiveId, ownerId: memberId }]));
  return { any: own, anyone };
}
