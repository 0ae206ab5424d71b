import * as z from "zod/mini";
import { isDelegateOf } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import {
  type Context,
  defineMutation,
  put,
  type RowOf,
  refuse,
  type Verdict,
  type Write,
} from "../sync/mutation.ts";
import { sentAgain } from "../sync/write.ts";
import { localDate } from "../time/local-date.ts";
import { cannotTake } from "./acceptance.ts";
import { amend, retract } from "./amendment.ts";
import { content } from "./content.ts";
import { readingOf } from "./measured.ts";
import { occurrenceAt } from "./occurrence.ts";
import { mayCheckIn, ownerOf, towards } from "./owner.ts";

export const schema = z.strictObject({
  ...content,
  keyResultId: field.id,
  cycleId: field.id,
  authorId: field.id,
  onBehalf: z.optional(z.boolean()),
  at: field.instant,
  /** The due day of the occurrence it answers, in the owner's zone. */
  occurrenceOn: field.day,
  amends: z.optional(field.id),
  /** An amendment that takes the check-in back: it counts as never made, and stays in the history. */
  retracted: z.optional(z.literal(true)),
});
export type CheckIn = z.output<typeof schema>;

const record = defineMutation({
  args: z.strictObject({
    ...content,
    id: field.id,
    keyResultId: field.id,
    /** What stops the key result; opens a blocker under the check-in's id. */
    blocked: z.optional(field.sentence),
  }),
  subject: towards,
  may: mayCheckIn,
  rule({ id, blocked, ...said }, context) {
    const { rows, who } = context;
    const keyResult = rows.get("key-result", said.keyResultId)!;
    const cycle = rows.get("cycle", keyResult.cycleId);
    const workspace = rows.list("workspace")[0];
    if (cycle === undefined || workspace === undefined) return refuse("not_found", "keyResultId");
    const ownerId = ownerOf(keyResult, context);
    const at = momentOf(cycle.startsOn, context);
    const on = localDate(at, rows.get("member", ownerId)?.zone ?? workspace.zone);
    const checkIn: CheckIn = {
      ...said,
      cycleId: keyResult.cycleId,
      authorId: who.memberId,
      at,
      occurrenceOn: occurrenceAt(workspace.rhythm, on < cycle.startsOn ? cycle.startsOn : on).dueOn,
      ...(who.memberId === ownerId || isDelegateOf(ownerId, context) ? {} : { onBehalf: true }),
    };
    const refusal = again(id, checkIn, blocked, context) ?? cannotTake(keyResult, cycle, said, context.when);
    if (refusal) return refusal;
    return {
      writes: [
        put("check-in", id, checkIn),
        ...readingOf(keyResult, { ...checkIn, id }, checkIn.value, rows),
        ...(blocked === undefined ? [] : [blockerOf(id, checkIn, blocked)]),
      ],
    };
  },
});

export const mutations = { record, amend, retract };

/** The claimed moment, never before the key result's cycle, and never after the arrival. */
function momentOf(startsOn: string, { when }: Context): string {
  const starts = `${startsOn}T00:00:00.000Z`;
  const earliest = starts < when.receivedAt ? starts : when.receivedAt;
  return when.at < earliest ? earliest : when.at;
}

function blockerOf(id: string, { keyResultId, authorId, at }: CheckIn, text: string): Write {
  return put("blocker", id, { keyResultId, checkInId: id, text, ownerId: authorId, openedAt: at });
}

/** The same check-in told twice, its blocker included; what the rule works out may come out otherwise by then. */
function again(
  id: string,
  checkIn: CheckIn,
  blocked: string | undefined,
  { rows }: Context,
): Verdict | undefined {
  const verdict = sentAgain("check-in", id, checkIn, rows, ["cycleId", "at", "occurrenceOn", "onBehalf"]);
  const blocker: RowOf<"blocker"> | undefined =
    verdict !== undefined || blocked !== undefined ? rows.get("blocker", id) : undefined;
  return blocker === undefined || blocker.text === blocked ? verdict : refuse("id_conflict", "id");
}
