import { standing, type Standing } from "../../../shared/check-ins/history.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Reader, useLive } from "../../store/live.ts";

/** A key result with everything a card or its page shows. */
export interface CardData {
  keyResult: RowOf<"key-result">;
  cycle: RowOf<"cycle">;
  owner: RowOf<"member"> | undefined;
  checkIns: RowOf<"check-in">[];
  said: Standing[];
  blockers: RowOf<"blocker">[];
  metrics: RowOf<"metric">[];
  northStars: RowOf<"north-star">[];
}

/** Undefined while read, null when there is no such key result. */
export function useCardData(keyResultId: string): CardData | null | undefined {
  return useLive((read) => readCard(read, keyResultId), [keyResultId]);
}

async function readCard(read: Reader, keyResultId: string): Promise<CardData | null> {
  const keyResult = await read.get("key-result", keyResultId);
  if (keyResult === undefined) return null;
  const [cycle, owner, checkIns, blockers, metrics, northStars] = await Promise.all([
    read.get("cycle", keyResult.cycleId),
    read.get("member", keyResult.ownerId),
    read.list("check-in", keyResultId),
    read.list("blocker", keyResultId),
    read.list("metric"),
    read.list("north-star"),
  ]);
  if (cycle === undefined) return null;
  return { keyResult, cycle, owner, checkIns, said: standing(checkIns), blockers, metrics, northStars };
}
