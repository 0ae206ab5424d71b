import * as z from "zod/mini";
import type { Subject } from "../people/policy.ts";
import { mayAct, type Standing } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import { type Context, defineMutation, put, type Refusal, type RowOf, refuse } from "../sync/mutation.ts";
import { change } from "../sync/write.ts";
import { leadersOf } from "./leaders.ts";

export const beat = z.enum(["weekly", "monthly", "quarterly", "yearly"]);
export type Beat = z.output<typeof beat>;

/** What an item or a decision is about. */
const subject = z.strictObject({
  kind: z.enum([
    "key-result",
    "objective",
    "metric",
    "north-star",
    "anomaly",
    "blocker",
    "bet",
    "member",
    "topic",
  ]),
  /** A row's id; of a topic its words. */
  id: field.rowId,
});
export type ReviewSubject = z.output<typeof subject>;

const item = z.strictObject({ subject, why: field.note });
const decisionAs = z.enum(["keep", "adjust", "drop", "help"]);

const mostDecisions = 200;

export const schema = z.strictObject({
  beat,
  cycleId: field.id,
  /** A weekly one is a squad's. */
  squadId: z.optional(field.id),
  /** Weekly: the due day of the occurrence; monthly: the first of the month; else the day it is named by. */
  on: field.day,
  leaderId: field.id,
  /** The agenda as it stood when it was opened. */
  items: z.array(item).check(z.maxLength(200)),
  decisions: z
    .array(
      z.strictObject({
        subject,
        as: decisionAs,
        text: field.note,
        ownerId: z.optional(field.id),
        byOn: z.optional(field.day),
        /** Of what the review before decided on it: whether it was done. */
        done: z.optional(z.boolean()),
        by: field.id,
        at: field.instant,
      }),
    )
    .check(z.maxLength(mostDecisions)),
  notes: z.optional(field.text),
  state: z.enum(["open", "done"]),
  doneAt: z.optional(field.instant),
});
export type Review = z.output<typeof schema>;

/** The id of the one review of a beat at its time, so that two people who open it at once hold the same one. */
export function reviewId({
  beat,
  cycleId,
  squadId,
  on,
}: Pick<Review, "beat" | "cycleId" | "squadId" | "on">) {
  return [beat, squadId ?? cycleId, on].join("/");
}

const leaders: Record<Beat, readonly Standing[]> = {
  weekly: ["pm"],
  monthly: ["director"],
  quarterly: ["admin"],
  yearly: ["admin"],
};
/** Whoever leads some beat; which one is judged by the rule. */
const anyLeader = ["admin", "director", "pm"] as const;

/** Opening it again changes nothing: the first agenda stands, whoever asked. */
const open = defineMutation({
  args: z.strictObject({
    beat,
    cycleId: field.id,
    squadId: z.optional(field.id),
    on: field.day,
    items: z.optional(z.array(item).check(z.maxLength(200))),
  }),
  subject({ beat, cycleId, squadId }, { rows }): Subject | Refusal {
    if (rows.get("cycle", cycleId) === undefined) return refuse("not_found", "cycleId");
    if ((beat === "weekly") !== (squadId !== undefined)) return refuse("invalid_arguments", "squadId");
    return squadId === undefined || rows.get("squad", squadId) !== undefined
      ? { squadId }
      : refuse("not_found", "squadId");
  },
  may: anyLeader,
  rule({ items, ...said }, context) {
    const { rows, who } = context;
    if (!leads(said, context)) return refuse("forbidden");
    const id = reviewId(said);
    if (rows.get("review", id) !== undefined) return { writes: [] };
    const review: Review = {
      ...said,
      leaderId: who.memberId,
      items: items ?? [],
      decisions: [],
      state: "open",
    };
    return { writes: [put("review", id, review)] };
  },
});

/** One decision a subject; a later one takes its place, and without `as` it is taken back. */
const decide = defineMutation({
  args: z.strictObject({
    reviewId: field.rowId,
    subject,
    as: z.nullable(decisionAs),
    text: z.optional(field.note),
    ownerId: z.optional(field.id),
    byOn: z.optional(field.day),
    done: z.optional(z.boolean()),
  }),
  subject: ofReview,
  may: anyLeader,
  rule({ reviewId, subject, as, text, ownerId, byOn, done }, context) {
    const { rows, who, when } = context;
    const review = rows.get("review", reviewId)!;
    const refusal = cannotWrite(review, context);
    if (refusal) return refusal;
    if (ownerId !== undefined && rows.get("member", ownerId)?.state !== "active")
      return refuse("not_found", "ownerId");
    const others = review.decisions.filter(
      (one) => one.subject.kind !== subject.kind || one.subject.id !== subject.id,
    );
    if (as === null) return change("review", review, { decisions: others });
    if (others.length >= mostDecisions) return refuse("invalid_arguments", "subject");
    const decision = { subject, as, text: text ?? "", ownerId, byOn, done, by: who.memberId, at: when.at };
    return change("review", review, { decisions: [...others, decision] });
  },
});

const note = defineMutation({
  args: z.strictObject({ reviewId: field.rowId, notes: z.nullable(field.text) }),
  subject: ofReview,
  may: anyLeader,
  rule({ reviewId, notes }, context) {
    const review = context.rows.get("review", reviewId)!;
    return cannotWrite(review, context) ?? change("review", review, { notes });
  },
});

const complete = defineMutation({
  args: z.strictObject({ reviewId: field.rowId }),
  subject: ofReview,
  may: anyLeader,
  rule({ reviewId }, context) {
    const review = context.rows.get("review", reviewId)!;
    if (!leads(review, context)) return refuse("forbidden");
    if (review.state === "done") return { writes: [] };
    return change("review", review, { state: "done", doneAt: context.when.at });
  },
});

const reopen = defineMutation({
  args: z.strictObject({ reviewId: field.rowId }),
  subject: ofReview,
  may: anyLeader,
  rule({ reviewId }, context) {
    const review = context.rows.get("review", reviewId)!;
    if (!leads(review, context)) return refuse("forbidden");
    return change("review", review, { state: "open", doneAt: null });
  },
});

export const mutations = { open, decide, note, complete, reopen };

/**
 * The PM leads a squad's week, whoever hears of it instead while all PMs are away; the director the month, admins the
 * quarter and the year. An admin may lead any.
 */
export function leads({ beat, squadId }: Pick<Review, "beat" | "squadId">, context: Context): boolean {
  if (mayAct(["admin", ...leaders[beat]], { squadId }, context)) return true;
  if (beat !== "weekly") return false;
  const { rows, who, when } = context;
  const people = { members: rows.list("member"), squads: rows.list("squad") };
  return leadersOf({ beat, squadId }, people, when.at).includes(who.memberId);
}

function ofReview({ reviewId }: { reviewId: string }, { rows }: Context): Subject | Refusal {
  const review = rows.get("review", reviewId);
  return review === undefined ? refuse("not_found", "reviewId") : { squadId: review.squadId };
}

/** Why nothing may be written into a review: it is another's to lead, or it is done. */
export function cannotWrite(review: RowOf<"review">, context: Context): Refusal | undefined {
  if (!leads(review, context)) return refuse("forbidden");
  return review.state === "done" ? refuse("state_conflict", "reviewId") : undefined;
}
