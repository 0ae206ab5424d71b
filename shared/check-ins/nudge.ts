import * as z from "zod/mini";
import { ofKeyResult } from "../okrs/key-result-subject.ts";
import * as field from "../sync/field.ts";
import { defineMutation, put, refuse } from "../sync/mutation.ts";
import { sentAgain } from "../sync/write.ts";
import { localDate } from "../time/local-date.ts";
import { occurrenceAt } from "./occurrence.ts";
import { debtNow } from "./owed.ts";

/** Somebody asked a key result's owner for the check-in they owe. */
export const schema = z.strictObject({
  keyResultId: field.id,
  cycleId: field.id,
  by: field.id,
  /** Who was asked: the owner at that moment. */
  to: field.id,
  at: field.instant,
  note: z.optional(field.note),
});
export type Nudge = z.output<typeof schema>;

/** Once a day for a key result, whoever asks. */
export const nudgeHours = 24;

/** Only for what is owed right now, so that nobody who is done is asked. */
const send = defineMutation({
  args: z.strictObject({ id: field.id, keyResultId: field.id, note: z.optional(field.note) }),
  subject: ofKeyResult,
  may: ["pm", "director", "admin"],
  rule({ id, keyResultId, note }, { rows, who, when }) {
    const keyResult = rows.get("key-result", keyResultId)!;
    const { cycleId, ownerId } = keyResult;
    const nudge: Nudge = { keyResultId, cycleId, by: who.memberId, to: ownerId, at: when.at, note };
    const again = sentAgain("nudge", id, nudge, rows, ["at", "to"]);
    if (again) return again;
    const cycle = rows.get("cycle", cycleId);
    const workspace = rows.list("workspace")[0];
    const owner = rows.get("member", ownerId);
    if (cycle?.state !== "running" || keyResult.state !== "committed" || workspace === undefined)
      return refuse("key_result_not_running", "keyResultId");
    if (owner === undefined || owner.id === who.memberId) return refuse("nothing_owed", "keyResultId");
    if (owner.state !== "active") return refuse("member_removed", "keyResultId");
    const on = localDate(when.at, owner.zone);
    const occurrence = occurrenceAt(workspace.rhythm, on);
    const debt = debtNow(keyResult, cycle, occurrence, on, rows.list("check-in", keyResultId));
    if (debt === undefined) return refuse("nothing_owed", "keyResultId");
    const since = new Date(Date.parse(when.at) - nudgeHours * 3_600_000).toISOString();
    return rows.list("nudge", keyResultId).some((one) => one.at > since)
      ? refuse("already_nudged", "keyResultId")
      : { writes: [put("nudge", id, nudge)] };
  },
});

export const mutations = { send };
