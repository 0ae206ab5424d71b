import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  refuse,
} from "../sync/mutation.ts";
import { patched } from "../sync/write.ts";
import { addMonths, localDate } from "../time/local-date.ts";
import { starTests } from "./candidate-tests.ts";

export const horizonMonths = z.int().check(z.minimum(12), z.maximum(18));
const test = z.enum(starTests);
const answer = z.strictObject({ verdict: z.enum(["yes", "partly", "no"]), evidence: field.text });
export const signature = z.strictObject({
  memberId: field.id,
  title: z.enum(["ceo", "cpo"]),
  at: field.instant,
});

/** What may open it before its year is over. */
export const revalidationTriggers = ["yearly", "pivot", "new-line", "changed-journey", "stall"] as const;
const trigger = z.enum(revalidationTriggers);
const decision = z.enum(["keep", "adjust", "replace"]);
export type RevalidationDecision = z.output<typeof decision>;

const link = z.string().check(z.regex(/^https?:\/\/\S{1,1990}$/));

/** The question of the year: is this still the metric to follow? The five tests again, evidence, an answer, two names. */
export const revalidation = z.strictObject({
  trigger,
  openedAt: field.instant,
  openedBy: field.id,
  answers: z.partialRecord(test, answer),
  /** How it goes with the profit and loss plan, and what the market says. */
  plan: z.optional(field.text),
  market: z.optional(field.text),
  links: z.optional(z.array(link).check(z.maxLength(20))),
  as: z.optional(decision),
  why: z.optional(field.text),
  /** What "adjust" changes the statement to. */
  statement: z.optional(field.sentence),
  signatures: z.array(signature).check(z.maxLength(2)),
  doneAt: z.optional(field.instant),
});
export type Revalidation = z.output<typeof revalidation>;

const northStarId = field.id;

const reconsider = defineMutation({
  args: z.strictObject({ northStarId, trigger }),
  subject: known,
  may: ["admin"],
  rule({ northStarId, trigger }, { rows, who, when }) {
    const star = rows.get("north-star", northStarId)!;
    if (star.state !== "committed") return refuse("state_conflict", "northStarId");
    if (star.revalidation !== undefined) return { writes: [] };
    const opened = { trigger, openedAt: when.at, openedBy: who.memberId, answers: {}, signatures: [] };
    return { writes: [put("north-star", star.id, { ...bodyOf<"north-star">(star), revalidation: opened })] };
  },
});

/** One test at a time, so that two people who judge different ones do not undo each other; null takes it back. */
const judge = defineMutation({
  args: z.strictObject({
    northStarId,
    test,
    verdict: z.nullable(z.enum(["yes", "partly", "no"])),
    evidence: z.optional(field.text),
  }),
  subject: known,
  may: ["admin"],
  rule({ northStarId, test, verdict, evidence }, { rows }) {
    const star = rows.get("north-star", northStarId)!;
    if (star.revalidation === undefined) return refuse("state_conflict", "northStarId");
    const answers = { ...star.revalidation.answers };
    if (verdict === null) delete answers[test];
    else answers[test] = { verdict, evidence: evidence ?? "" };
    return reopened(star, { answers });
  },
});

/** The evidence and the answer itself; whoever signed signed what stood there, so a change takes signatures back. */
const attest = defineMutation({
  args: z.strictObject({
    northStarId,
    plan: z.optional(z.nullable(field.text)),
    market: z.optional(z.nullable(field.text)),
    links: z.optional(z.nullable(z.array(link).check(z.maxLength(20)))),
    as: z.optional(z.nullable(decision)),
    why: z.optional(z.nullable(field.text)),
    statement: z.optional(z.nullable(field.sentence)),
  }),
  subject: known,
  may: ["admin"],
  rule({ northStarId, ...changes }, { rows }) {
    const star = rows.get("north-star", northStarId)!;
    return star.revalidation === undefined
      ? refuse("state_conflict", "northStarId")
      : reopened(star, patched(star.revalidation, changes));
  },
});

/**
 * The signature of the ceo or the cpo under the answer. With both it is done: keep and adjust set the next date, replace
 * leaves the star in place until another is committed, and asks again in three months.
 */
const revalidate = defineMutation({
  args: z.strictObject({ northStarId, horizonMonths: z.optional(horizonMonths) }),
  subject: known,
  may: ["admin", "director", "member", "viewer"],
  rule({ northStarId, horizonMonths: asked }, { rows, who, when }) {
    const star = rows.get("north-star", northStarId)!;
    const title = rows.get("member", who.memberId)?.title;
    if (title === undefined) return refuse("forbidden");
    const open = star.revalidation;
    if (open === undefined) return refuse("state_conflict", "northStarId");
    if (open.as === undefined) return refuse("invalid_arguments", "as");
    if (starTests.some((one) => open.answers[one] === undefined)) return refuse("invalid_arguments", "test");
    if (open.as === "adjust" && open.statement === undefined) return refuse("invalid_arguments", "statement");
    if (open.signatures.some((one) => one.memberId === who.memberId)) return { writes: [] };
    const standing = open.signatures.filter(
      (one) => one.title !== title && rows.get("member", one.memberId)?.title === one.title,
    );
    const signatures = [...standing, { memberId: who.memberId, title, at: when.at }];
    const horizon = asked ?? star.horizonMonths;
    const body = { ...bodyOf<"north-star">(star), horizonMonths: horizon };
    if (signatures.length < 2)
      return { writes: [put("north-star", star.id, { ...body, revalidation: { ...open, signatures } })] };
    const done = { ...open, signatures, doneAt: when.at };
    const on = localDate(when.at, rows.list("workspace")[0]?.zone ?? "UTC");
    const after = patched(body, {
      ...(open.as === "adjust" ? { statement: open.statement } : {}),
      revalidation: null,
      revalidations: [...(star.revalidations ?? []), done].slice(-kept),
      revalidateOn: addMonths(on, open.as === "replace" ? 3 : horizon),
    });
    return { writes: [put("north-star", star.id, after)] };
  },
});

const kept = 20;

export const revalidating = { reconsider, judge, attest, revalidate };

function reopened(star: RowOf<"north-star">, changes: Partial<Revalidation>) {
  const revalidation = { ...star.revalidation!, ...changes, signatures: [] };
  return { writes: [put("north-star", star.id, { ...bodyOf<"north-star">(star), revalidation })] };
}

function known({ northStarId }: { northStarId: string }, { rows }: Context): object | Refusal {
  return rows.get("north-star", northStarId) === undefined ? refuse("not_found", "northStarId") : {};
}
