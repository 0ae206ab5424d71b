import { type Standing, standing } from "../../../shared/check-ins/history.ts";
import type { Rhythm } from "../../../shared/people/workspace.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { type Guardrail, readGuardrails } from "./guardrails.ts";
import { mayCheckInOn } from "./may-check-in.ts";

/** A key result with everything a card or its page shows. */
export interface CardData {
  keyResult: RowOf<"key-result">;
  cycle: RowOf<"cycle">;
  objective: RowOf<"objective"> | undefined;
  squad: RowOf<"squad"> | undefined;
  owner: RowOf<"member"> | undefined;
  members: RowOf<"member">[];
  checkIns: RowOf<"check-in">[];
  said: Standing[];
  blockers: RowOf<"blocker">[];
  metrics: RowOf<"metric">[];
  northStars: RowOf<"north-star">[];
  guardrails: Guardrail[];
  rhythm: Rhythm | undefined;
  /** The member who looks, their zone, and whether the policy lets them check in on it. */
  me: string;
  zone: string;
  mayCheckIn: boolean;
}

/** Undefined while read, null when there is no such key result. */
export function useCardData(keyResultId: string, on: string): CardData | null | undefined {
  const me = useMemberId();
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
  const [cycle, objective, checkIns, blockers, ...everywhere] = await Promise.all([
    read.get("cycle", keyResult.cycleId),
    read.get("objective", keyResult.objectiveId),
    read.list("check-in", keyResultId),
    read.list("blocker", keyResultId),
    read.list("metric"),
    read.list("north-star"),
    read.list("member"),
    read.list("squad"),
    read.list("workspace"),
  ]);
  if (cycle === undefined) return null;
  const [metrics, northStars, members, squads, [workspace]] = everywhere;
  const member = (id: string) => members.find((one) => one.id === id);
  return {
    keyResult,
    cycle,
    objective,
    squad: squads.find((one) => one.id === objective?.squadId),
    owner: member(keyResult.ownerId),
    members,
    checkIns,
    said: standing(checkIns),
    blockers,
    metrics,
    northStars,
    guardrails: await readGuardrails(read, keyResult, { metrics, northStars }, on),
    rhythm: workspace?.rhythm,
    me,
    zone: member(me)?.zone ?? workspace?.zone ?? "UTC",
    mayCheckIn: mayCheckInOn(keyResult, objective?.squadId, me, { members, squads }),
  };
}

/** The day somebody said something, where the person who looks is. */
export function dayOf(at: string, { zone }: Pick<CardData, "zone">): string {
  return localDate(at, zone);
}
