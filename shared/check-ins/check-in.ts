import * as z from "zod/mini";
import { readingId } from "../metrics/reading-id.ts";
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
  type Verdict,
  type Write,
} from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { occurrenceAt } from "./occurrence.ts";

export const about = z.enum(["moved", "blocked", "help"]);

export const schema = z.strictObject({
  keyResultId: field.id,
  cycleId: field.id,
  authorId: field.id,
  onBehalf: z.optional(z.boolean()),
  at: field.instant,
  occurrenceOn: field.day,
  value: z.optional(field.number),
  confidence: field.confidence,
  note: z.optional(field.note),
  about: z.optional(z.array(about).check(z.maxLength(3))),
  done: z.optional(z.array(field.id).check(z.maxLength(20))),
  amends: z.optional(field.id),
  /** An amendment that takes the check-in back: it counts as never made, and stays in the history. */
  retracted: z.optional(z.literal(true)),
});
export type CheckIn = z.output<typeof schema>;

const said = {
  id: field.id,
  value: z.optional(field.number),
  confidence: field.confidence,
  note: z.optional(field.note),
  about: z.optional(z.array(about).check(z.maxLength(3))),
  done: z.optional(z.array(field.id).check(z.maxLength(20))),
};

/** How long a check-in may be amended, counted from its `at`. */
export const amendHours = 72;
/** How long after a reassignment a check-in made before it is still accepted. */
export const graceDays = 14;

const record = defineMutation({
  args: z.strictObject({ ...said, keyResultId: field.id, blocked: z.optional(field.sentence) }),
  subject: (args, context) => ownedAt(args.keyResultId, context),
  may: ["owner", "delegate", "pm"],
  rule(args, context) {
    const { rows, who } = context;
    const keyResult = rows.get("key-result", args.keyResultId)!;
    const refusal = cannotTake(keyResult, args, context);
    if (refusal) return refusal;
    const at = atOf(keyResult, context);
    const owner = ownerAt(keyResult, context);
    const { id, blocked, ...rest } = args;
    const checkIn: CheckIn = {
      ...rest,
      cycleId: keyResult.cycleId,
      authorId: who.memberId,
      at,
      occurrenceOn: occurrenceOn(owner, at, context),
      ...(who.memberId === owner || isDelegate(owner, context) ? {} : { onBehalf: true }),
    };
    const verdict = once(id, checkIn, context);
    if (verdict) return verdict;
    const writes = [put("check-in", id, checkIn), ...readingOf(keyResult, id, checkIn, context)];
    if (blocked !== undefined) {
      const { keyResultId } = args;
      writes.push(
        put("blocker", id, {
          keyResultId,
          checkInId: id,
          text: blocked,
          ownerId: who.memberId,
          openedAt: at,
        }),
      );
    }
    return { writes };
  },
});

const amend = defineMutation({
  args: z.strictObject({ ...said, checkInId: field.id }),
  subject: (args, { rows }) => {
    const checkIn = rows.get("check-in", args.checkInId);
    return checkIn === undefined ? refuse("not_found", "checkInId") : { memberId: checkIn.authorId };
  },
  may: ["self", "admin", "director", "member"],
  rule(args, context) {
    const { rows, who, when } = context;
    const amended = rows.get("check-in", args.checkInId)!;
    if (amended.authorId !== who.memberId) return refuse("not_author", "checkInId");
    const original =
      amended.amends === undefined ? amended : (rows.get("check-in", amended.amends) ?? amended);
    const keyResult = rows.get("key-result", original.keyResultId);
    if (keyResult === undefined) return refuse("not_found", "checkInId");
    const refusal = cannotTake(keyResult, args, context);
    if (refusal) return refusal;
    if (Date.parse(when.at) - Date.parse(original.at) > amendHours * 3_600_000)
      return refuse("amend_too_late");
    const { id, checkInId: _checkInId, ...rest } = args;
    const checkIn: CheckIn = {
      ...rest,
      keyResultId: original.keyResultId,
      cycleId: original.cycleId,
      authorId: who.memberId,
      at: when.at,
      occurrenceOn: original.occurrenceOn,
      amends: original.id,
      ...(original.onBehalf ? { onBehalf: true } : {}),
    };
    return (
      once(id, checkIn, context) ?? {
        writes: [
          put("check-in", id, checkIn),
          ...readingOf(keyResult, original.id, checkIn, context, original.at),
        ],
      }
    );
  },
});

const retract = defineMutation({
  args: z.strictObject({ id: field.id, checkInId: field.id }),
  subject: (args, { rows }) => {
    const checkIn = rows.get("check-in", args.checkInId);
    return checkIn === undefined ? refuse("not_found", "checkInId") : { memberId: checkIn.authorId };
  },
  may: ["self"],
  rule({ id, checkInId }, context) {
    const { rows, when } = context;
    const checkIn = rows.get("check-in", checkInId)!;
    const original =
      checkIn.amends === undefined ? checkIn : (rows.get("check-in", checkIn.amends) ?? checkIn);
    if (rows.get("cycle", original.cycleId)?.state === "closed") return refuse("cycle_closed");
    if (Date.parse(when.at) - Date.parse(original.at) > amendHours * 3_600_000)
      return refuse("amend_too_late");
    const { retracted: _retracted, note: _note, ...said } = bodyOf(original);
    const taken: CheckIn = { ...said, at: when.at, amends: original.id, retracted: true };
    const blocker = rows.list("blocker", original.keyResultId).find((one) => one.checkInId === original.id);
    const readings = rows.get("key-result", original.keyResultId)?.measures;
    const writes: (Write | Tombstone)[] = [put("check-in", id, taken)];
    if (blocker && blocker.resolvedAt === undefined)
      writes.push({ kind: "blocker", id: blocker.id, deleted: true });
    if (readings !== undefined)
      for (const reading of rows.list("reading", readings))
        if (reading.checkInId === original.id)
          writes.push({ kind: "reading", id: reading.id, deleted: true });
    return once(id, taken, context) ?? { writes };
  },
});

export const mutations = { record, amend, retract };

/** Who stands as the owner towards a check-in made at `when.at`, and the squad whose PM may step in. */
function ownedAt(keyResultId: string, context: Context): Subject | Refusal {
  const { rows, who } = context;
  const keyResult = rows.get("key-result", keyResultId);
  if (keyResult === undefined) return refuse("not_found", "keyResultId");
  const squadId = rows.get("objective", keyResult.objectiveId)?.squadId;
  const ownerId = ownerAt(keyResult, context);
  const wasOwner = keyResult.previousOwners.some((one) => one.memberId === who.memberId);
  if (wasOwner && ownerId !== who.memberId && !isPmOf(squadId, context))
    return refuse("reassigned", "keyResultId");
  return { ownerId, squadId };
}

/** The actor if they owned the key result at `at` and the grace has not run out, else today's owner. */
function ownerAt(keyResult: RowOf<"key-result">, { who, when }: Context): string {
  const mine = keyResult.previousOwners.findLast((one) => one.memberId === who.memberId);
  if (mine === undefined || when.at > mine.untilAt) return keyResult.ownerId;
  const elapsed = Date.parse(when.receivedAt) - Date.parse(mine.untilAt);
  return when.healing === true || elapsed <= graceDays * 86_400_000 ? who.memberId : keyResult.ownerId;
}

function isPmOf(squadId: string | undefined, { rows, who }: Context): boolean {
  const squad = squadId === undefined ? undefined : rows.get("squad", squadId);
  return squad?.members.some((one) => one.memberId === who.memberId && one.as === "pm") === true;
}

function isDelegate(ownerId: string, { rows, who }: Context): boolean {
  return rows.get("member", ownerId)?.delegate?.memberId === who.memberId;
}

function cannotTake(
  keyResult: RowOf<"key-result">,
  args: { value?: number | undefined; done?: string[] | undefined },
  { rows }: Context,
): Refusal | undefined {
  const cycle = rows.get("cycle", keyResult.cycleId);
  if (cycle === undefined) return refuse("not_found", "keyResultId");
  if (cycle.state === "closed" || keyResult.state === "graded") return refuse("cycle_closed");
  if (cycle.state === "planning" || keyResult.state !== "committed") return refuse("key_result_not_running");
  if (keyResult.direction !== "milestones") {
    if (args.value === undefined) return refuse("value_required", "value");
    return args.done === undefined ? undefined : refuse("unknown_milestone", "done");
  }
  if (args.value !== undefined) return refuse("value_not_expected", "value");
  const known = new Set(keyResult.milestones?.map((one) => one.id));
  return args.done?.every((one) => known.has(one)) === false
    ? refuse("unknown_milestone", "done")
    : undefined;
}

/** The claimed moment, never before the key result's cycle. */
function atOf(keyResult: RowOf<"key-result">, { rows, when }: Context): string {
  const starts = `${rows.get("cycle", keyResult.cycleId)!.startsOn}T00:00:00.000Z`;
  return when.at < starts ? starts : when.at;
}

function occurrenceOn(ownerId: string, at: string, { rows }: Context): string {
  const workspace = rows.list("workspace")[0]!;
  const zone = rows.get("member", ownerId)?.zone ?? workspace.zone;
  return occurrenceAt(workspace.rhythm, localDate(at, zone)).dueOn;
}

/** The same row id again: equal content is the same check-in, other content is a clash. */
function once(id: string, checkIn: CheckIn, { rows }: Context): Verdict | undefined {
  const stored = rows.get("check-in", id);
  if (stored === undefined) return undefined;
  const same = (Object.keys(checkIn) as (keyof CheckIn)[]).every(
    (key) => key === "at" || JSON.stringify(stored[key]) === JSON.stringify(checkIn[key]),
  );
  return same ? { writes: [] } : refuse("id_conflict", "id");
}

/** The reading a check-in is at the same time, when its key result measures a metric itself. */
function readingOf(
  keyResult: RowOf<"key-result">,
  checkInId: string,
  checkIn: CheckIn,
  { rows }: Context,
  at = checkIn.at,
) {
  const metric = keyResult.measures === undefined ? undefined : rows.get("metric", keyResult.measures);
  if (metric === undefined || checkIn.value === undefined || metric.state === "retired") return [];
  const zone = rows.list("workspace")[0]!.zone;
  const reading = { metricId: metric.id, on: localDate(at, zone), source: "check-in", value: checkIn.value };
  return [put("reading", readingId(reading), { ...reading, recordedBy: checkIn.authorId, checkInId })];
}
