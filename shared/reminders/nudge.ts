import { standing } from "../check-ins/history.ts";
import { type Owed, owed } from "../check-ins/owed.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Planned } from "./intent.ts";
import type { Judged, OwedKeyResult } from "./saying.ts";
import { isRunning, roundsOf, type View } from "./view.ts";

/** Who is to be nudged each week: owners of running key results and those who stand in for them. */
export function nudgedMembers(view: View): RowOf<"member">[] {
  const found = new Set<string>();
  for (const { ownerId } of [...view.runningOf.values()].flat()) {
    found.add(ownerId);
    const delegate = view.members.get(ownerId)?.delegate;
    if (delegate) found.add(delegate.memberId);
  }
  return [...found].flatMap((id) => view.members.get(id) ?? []).filter((one) => one.state === "active");
}

/** What a nudge asks for: what is owed of its occurrence, and is not somebody else's today. */
export function judgeNudge(
  { kind, occurrenceOn }: Pick<Planned, "occurrenceOn"> & { kind: "nudge" | "nudge-again" },
  member: RowOf<"member">,
  view: View,
  now: string,
): Judged {
  const rounds = roundsOf(view, member.id, now);
  const all = owed(member.id, rounds);
  const mine = all.filter((one) => !takenCareOf(one, member.id));
  const due = mine.filter((one) => one.occurrence.dueOn === occurrenceOn);
  if (due.length > 0)
    return { say: { kind, owed: due.map((one) => withLast(one.keyResult, view)) }, badge: mine.length };
  if (mine.length < all.length) return { skip: "away" };
  const runs = rounds.keyResults.some((one) => isRunning(view, one));
  return { skip: runs ? "done" : "nothing-owed" };
}

/** A PM's question, while what they asked about is still owed and still the same person's. */
export function judgeAsked(
  { subjectId, occurrenceOn }: Pick<Planned, "subjectId" | "occurrenceOn">,
  member: RowOf<"member">,
  view: View,
  now: string,
): Judged {
  const nudge = view.nudges
    .filter((one) => one.keyResultId === subjectId && one.at.startsWith(occurrenceOn))
    .reduce<RowOf<"nudge"> | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
  const keyResult = view.keyResults.get(subjectId);
  if (nudge === undefined || keyResult?.ownerId !== nudge.to) return { skip: "nothing-owed" };
  const all = owed(member.id, roundsOf(view, member.id, now));
  const asked = all.find((one) => one.keyResult.id === subjectId);
  if (asked === undefined) return { skip: keyResult.ownerId === member.id ? "done" : "nothing-owed" };
  if (takenCareOf(asked, member.id)) return { skip: "away" };
  const by = view.members.get(nudge.by)?.name;
  return {
    say: {
      ...{ kind: "asked", owed: withLast(keyResult, view) },
      ...(by === undefined ? {} : { by }),
      ...(nudge.note === undefined ? {} : { note: nudge.note }),
    },
    badge: all.filter((one) => !takenCareOf(one, member.id)).length,
  };
}

/** An owner who is away still sees what is theirs, but somebody else is asked for it. */
function takenCareOf(one: Owed, memberId: string): boolean {
  return one.delegateId !== undefined && one.delegateId !== memberId;
}

function withLast(keyResult: RowOf<"key-result">, view: View): OwedKeyResult {
  return { keyResult, last: standing(view.checkInsOn.get(keyResult.id) ?? []).at(-1)?.latest };
}
