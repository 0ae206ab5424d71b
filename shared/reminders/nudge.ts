import { standing } from "../check-ins/history.ts";
import { type Owed, owed } from "../check-ins/owed.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { OwedKeyResult } from "./message.ts";
import { nextAllowed, reachOf } from "./quiet.ts";
import { roundsOf, type View } from "./view.ts";

/** Why a reminder was not sent; shown to the person it was meant for. */
export type SkipReason =
  | "done"
  | "nothing-owed"
  | "away"
  | "removed"
  | "push-off"
  | "no-device"
  | "late"
  | "no-time";

/** What becomes of a nudge at the moment it is due. */
export type Decision =
  | { send: OwedKeyResult[]; member: RowOf<"member">; badge: number }
  | { skip: SkipReason }
  /** An ISO instant: quiet hours, a day off or a day not worked are in the way until then. */
  | { notBefore: string };

/** Who is to be nudged each week: owners of running key results and those who stand in for them. */
export function nudgedMembers(view: View): RowOf<"member">[] {
  const running = new Set(view.cycles.filter((one) => one.state === "running").map((one) => one.id));
  const found = new Set<string>();
  for (const [ownerId, keyResults] of view.keyResultsOf) {
    if (!keyResults.some((one) => one.state === "committed" && running.has(one.cycleId))) continue;
    found.add(ownerId);
    const delegate = view.members.get(ownerId)?.delegate;
    if (delegate) found.add(delegate.memberId);
  }
  return [...found].flatMap((id) => view.members.get(id) ?? []).filter((one) => one.state === "active");
}

/**
 * Decides a nudge at `now`, by what is true then and not when it was planned: what has been checked in meanwhile, who
 * is away, who has left, which hours are quiet.
 */
export function decideNudge(
  nudge: { memberId: string; occurrenceOn: string; untilAt: string },
  view: View,
  now: string,
): Decision {
  const member = view.members.get(nudge.memberId);
  if (member?.state !== "active") return { skip: "removed" };
  if (now >= nudge.untilAt) return { skip: "late" };
  if (!member.preferences.channels.push) return { skip: "push-off" };
  const rounds = roundsOf(view, member.id, now);
  const all = owed(member.id, rounds);
  const mine = all.filter((one) => !takenCareOf(one, member.id));
  const due = mine.filter((one) => one.occurrence.dueOn === nudge.occurrenceOn);
  if (due.length === 0) {
    if (mine.length < all.length) return { skip: "away" };
    return { skip: rounds.keyResults.some((one) => one.state === "committed") ? "done" : "nothing-owed" };
  }
  const allowed = nextAllowed(now, nudge.untilAt, reachOf(member, view.workspace.rhythm));
  if (allowed === undefined) return { skip: "no-time" };
  if (allowed !== now) return { notBefore: allowed };
  return { send: due.map((one) => withLast(one, view)), member, badge: mine.length };
}

/** An owner who is away still sees what is theirs, but somebody else is asked for it. */
function takenCareOf(one: Owed, memberId: string): boolean {
  return one.delegateId !== undefined && one.delegateId !== memberId;
}

function withLast({ keyResult }: Owed, view: View): OwedKeyResult {
  const last = standing(view.checkInsOn.get(keyResult.id) ?? []).at(-1)?.latest;
  return { keyResult, last };
}
