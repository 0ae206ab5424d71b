import { type Standing, standing } from "../../../shared/check-ins/history.ts";
import type { Rhythm } from "../../../shared/people/workspace.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { may } from "../../store/may.ts";
import { useSession } from "../../store/session.ts";
import { type Guardrail, readGuardrails } from "./guardrails.ts";

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
  guardrails: Guardrail[];
  rhythm: Rhythm | undefined;
  /** The member who looks, and whether the policy lets them check in on it. */
  me: string;
  mayCheckIn: boolean;
}

/** Undefined while read, null when there is no such key result. */
export function useCardData(keyResultId: string, on: string): CardData | null | undefined {
  const session = useSession();
  const me = session.state === "signed-in" ? session.memberId : "";
  const found = useLive((read) => readCard(read, keyResultId, on, me), [keyResultId, on, me]);
  // The answer to the last card's question stands until this one's is here.
  return found === undefined || found === null || found.keyResult.id === keyResultId ? found : undefined;
}

/** The same inside a query; null when there is no such key result. */
export async function readCard(
  read: Reader,
  keyResultId: string,
  on: string,
  me: string,
): Promise<CardData | null> {
  const keyResult = await read.get("key-result", keyResultId);
  if (keyResult === undefined) return null;
  const [cycle, owner, checkIns, blockers, metrics, northStars, workspaces] = await Promise.all([
    read.get("cycle", keyResult.cycleId),
    read.get("member", keyResult.ownerId),
    read.list("check-in", keyResultId),
    read.list("blocker", keyResultId),
    read.list("metric"),
    read.list("north-star"),
    read.list("workspace"),
  ]);
  if (cycle === undefined) return null;
  return {
    keyResult,
    cycle,
    owner,
    checkIns,
    said: standing(checkIns),
    blockers,
    metrics,
    northStars,
    guardrails: await readGuardrails(read, keyResult, { metrics, northStars }, on),
    rhythm: workspaces[0]?.rhythm,
    me,
    mayCheckIn: await may(read, me, ["check-in.record", { keyResultId }]),
  };
}
