import * as z from "zod/mini";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  refuse,
  type Tombstone,
  type Write,
} from "../sync/mutation.ts";
import { sentAgain } from "../sync/write.ts";
import { cannotTake } from "./acceptance.ts";
import type { CheckIn } from "./check-in.ts";
import { content } from "./content.ts";
import { readingOf, withoutReading } from "./measured.ts";

/** How long a check-in may be amended or taken back, counted from its `at`. */
export const amendHours = 72;

/** Says a check-in anew, in full, as a row of its own; what was said before stays in the history. */
export const amend = defineMutation({
  args: z.strictObject({ ...content, id: field.id, checkInId: field.id }),
  subject: byAuthor,
  may: ["self"],
  rule({ id, checkInId, ...said }, context) {
    const { rows, when } = context;
    const { original, keyResult, cycle } = amended(checkInId, context);
    if (keyResult === undefined || cycle === undefined) return refuse("not_found", "checkInId");
    const { keyResultId, cycleId, authorId, onBehalf, occurrenceOn } = original;
    const versions = versionsOf(original, context);
    const amendment: CheckIn = {
      ...said,
      ...{ keyResultId, cycleId, authorId, onBehalf, occurrenceOn },
      at: momentAfter(versions, context),
      amends: original.id,
    };
    const refusal =
      sentAgain("check-in", id, amendment, rows, ["at"]) ??
      cannotTake(keyResult, cycle, said, when) ??
      tooLate(original, context);
    if (refusal) return refusal;
    if (versions.some((one) => one.retracted)) return refuse("state_conflict", "checkInId");
    return { writes: [put("check-in", id, amendment), ...readingOf(keyResult, original, said.value, rows)] };
  },
});

/** Takes a check-in back as a whole: it counts as never made, with the blocker and the reading it brought along. */
export const retract = defineMutation({
  args: z.strictObject({ id: field.id, checkInId: field.id }),
  subject: byAuthor,
  may: ["self"],
  rule({ id, checkInId }, context) {
    const { rows } = context;
    const { original, keyResult, cycle } = amended(checkInId, context);
    if (keyResult === undefined || cycle === undefined) return refuse("not_found", "checkInId");
    const versions = versionsOf(original, context);
    const { note: _note, ...said } = bodyOf<"check-in">(original);
    const at = momentAfter(versions, context);
    const taken: CheckIn = { ...said, at, amends: original.id, retracted: true };
    const again = sentAgain("check-in", id, taken, rows, ["at"]);
    if (again) return again;
    if (versions.some((one) => one.retracted)) return { writes: [] };
    if (cycle.state === "closed" || keyResult.state === "graded") return refuse("cycle_closed", "checkInId");
    return (
      tooLate(original, context) ?? {
        writes: [
          put("check-in", id, taken),
          ...withoutBlocker(original, context),
          ...withoutReading(keyResult, original, rows),
        ],
      }
    );
  },
});

function byAuthor({ checkInId }: { checkInId: string }, { rows, who }: Context): Subject | Refusal {
  const checkIn = rows.get("check-in", checkInId);
  if (checkIn === undefined) return refuse("not_found", "checkInId");
  return checkIn.authorId === who.memberId ? { memberId: who.memberId } : refuse("not_author", "checkInId");
}

/** The check-in behind an id, which may also be that of one of its amendments. */
function amended(checkInId: string, { rows }: Context) {
  const checkIn = rows.get("check-in", checkInId)!;
  const original =
    (checkIn.amends === undefined ? undefined : rows.get("check-in", checkIn.amends)) ?? checkIn;
  const keyResult = rows.get("key-result", original.keyResultId);
  return { original, keyResult, cycle: rows.get("cycle", original.cycleId) };
}

function versionsOf(original: RowOf<"check-in">, { rows }: Context): RowOf<"check-in">[] {
  const all = rows.list("check-in", original.keyResultId);
  return [original, ...all.filter((one) => one.amends === original.id)];
}

/** The claimed moment, but after every earlier version: what was said last counts, whatever a clock says. */
function momentAfter(versions: RowOf<"check-in">[], { when }: Context): string {
  const latest = Math.max(...versions.map((one) => Date.parse(one.at)));
  return Date.parse(when.at) > latest ? when.at : new Date(latest + 1).toISOString();
}

function tooLate(original: RowOf<"check-in">, { when }: Context): Refusal | undefined {
  const hours = (Date.parse(when.at) - Date.parse(original.at)) / 3_600_000;
  return hours > amendHours ? refuse("amend_too_late", "checkInId") : undefined;
}

function withoutBlocker(original: RowOf<"check-in">, { rows }: Context): (Write | Tombstone)[] {
  return rows
    .list("blocker", original.keyResultId)
    .filter((one) => one.checkInId === original.id && one.resolvedAt === undefined)
    .map((one) => ({ kind: "blocker", id: one.id, deleted: true }));
}
