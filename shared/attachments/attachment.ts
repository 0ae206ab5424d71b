import * as z from "zod/mini";
import { mayAct, type Subject } from "../people/policy.ts";
import { cannotWrite } from "../reviews/review.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  refuse,
  type Write,
} from "../sync/mutation.ts";
import { change, sentAgain } from "../sync/write.ts";
import { addDays } from "../time/local-date.ts";
import { isFileName, largestFile, mostFiles, undoDays } from "./file-limits.ts";

const name = z.string().check(z.minLength(1), z.maxLength(200), z.refine(isFileName));
/** What the sender's device calls it; good for words on a row, and never believed. */
const type = z.string().check(z.maxLength(127), z.regex(/^[\w.+-]+\/[\w.+-]+$/));
const size = z.int().check(z.minimum(1), z.maximum(largestFile));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file beside the notes of a review or the evidence of a re-validation; its body travels by itself. */
export const schema = z.strictObject({
  /** The review's id, or the North Star's. */
  subjectId: field.rowId,
  /** Of a North Star: which of its re-validations, by the moment that one was opened. */
  openedAt: z.optional(field.instant),
  name,
  type,
  size,
  sha256,
  by: field.id,
  at: field.instant,
  /** When the server had all of the body. */
  arrivedAt: z.optional(field.instant),
  removed: z.optional(z.strictObject({ by: field.id, at: field.instant })),
});
export type Attachment = z.output<typeof schema>;

/** Whoever writes some review's notes or answers a re-validation; which one is judged by the rule. */
const writers = ["admin", "director", "pm"] as const;

const add = defineMutation({
  args: z.strictObject({ id: field.id, subjectId: field.rowId, name, type, size, sha256 }),
  subject: ({ subjectId }, { rows }) => aboutOf(subjectId, rows),
  may: writers,
  rule({ id, ...said }, context) {
    const { rows, who, when } = context;
    const openedAt = rows.get("north-star", said.subjectId)?.revalidation?.openedAt;
    const file: Attachment = { ...said, openedAt, by: who.memberId, at: when.at };
    const again = sentAgain("attachment", id, file, rows, ["openedAt", "by", "at", "arrivedAt", "removed"]);
    if (again) return again;
    const refusal = unwritable(said.subjectId, context);
    if (refusal) return refusal;
    if (isFull(file, rows)) return refuse("too_many_files", "subjectId");
    return { writes: [put("attachment", id, file), ...unsigned(said.subjectId, rows)] };
  },
});

/** Out of sight at once; the server keeps the body as long as it can be brought back. */
const remove = defineMutation({
  args: z.strictObject({ attachmentId: field.id }),
  subject: known,
  may: ["member"],
  rule({ attachmentId }, context) {
    const { rows, who, when } = context;
    const file = rows.get("attachment", attachmentId)!;
    const refusal = unwritable(file.subjectId, context, file);
    if (refusal) return refusal;
    if (file.removed !== undefined) return { writes: [] };
    // When it was received: bodies are forgotten by that, and a phone's clock or a month without network must not hurry it.
    return changed(file, { by: who.memberId, at: when.receivedAt }, rows);
  },
});

const bringBack = defineMutation({
  args: z.strictObject({ attachmentId: field.id }),
  subject: known,
  may: ["member"],
  rule({ attachmentId }, context) {
    const { rows, when } = context;
    const file = rows.get("attachment", attachmentId)!;
    const refusal = unwritable(file.subjectId, context, file);
    if (refusal) return refusal;
    if (file.removed === undefined) return { writes: [] };
    if (when.receivedAt.slice(0, 10) > addDays(file.removed.at.slice(0, 10), undoDays))
      return refuse("state_conflict", "attachmentId");
    if (isFull(file, rows)) return refuse("too_many_files", "subjectId");
    return changed(file, null, rows);
  },
});

/** The server has the whole body, and it is the one that was announced. */
const arrive = defineMutation({
  args: z.strictObject({ attachmentId: field.id }),
  subject: known,
  may: ["server"],
  rule({ attachmentId }, { rows, when }) {
    const file = rows.get("attachment", attachmentId)!;
    return change("attachment", file, { arrivedAt: file.arrivedAt ?? when.at });
  },
});

export const mutations = { add, remove, "bring-back": bringBack, arrive };

/** True while nobody has removed it. */
export function stands({ removed }: Pick<Attachment, "removed">): boolean {
  return removed === undefined;
}

function aboutOf(subjectId: string, rows: Context["rows"]): Subject | Refusal {
  const review = rows.get("review", subjectId);
  if (review !== undefined) return { squadId: review.squadId };
  return rows.get("north-star", subjectId) === undefined ? refuse("not_found", "subjectId") : {};
}

function known({ attachmentId }: { attachmentId: string }, { rows }: Context): Subject | Refusal {
  const file = rows.get("attachment", attachmentId);
  if (file === undefined) return refuse("not_found", "attachmentId");
  return { ...aboutOf(file.subjectId, rows), memberId: file.by };
}

/** Why nothing may be attached there, or this file not touched: not theirs to write, or it is over. */
function unwritable(subjectId: string, context: Context, file?: Attachment): Refusal | undefined {
  const { rows, who } = context;
  const review = rows.get("review", subjectId);
  if (review !== undefined) {
    if (file?.by !== who.memberId) return cannotWrite(review, context);
    return review.state === "done" ? refuse("state_conflict", "subjectId") : undefined;
  }
  const star = rows.get("north-star", subjectId);
  if (star === undefined) return refuse("not_found", "subjectId");
  // Also of one's own: whatever changes here takes signatures back.
  if (!mayAct(["admin"], {}, context)) return refuse("forbidden");
  const open = star.revalidation?.openedAt;
  return open === undefined || (file !== undefined && file.openedAt !== open)
    ? refuse("state_conflict", "subjectId")
    : undefined;
}

function isFull({ subjectId, openedAt }: Attachment, rows: Context["rows"]): boolean {
  const beside = rows.list("attachment", subjectId).filter((one) => stands(one) && one.openedAt === openedAt);
  return beside.length >= mostFiles;
}

function changed(file: RowOf<"attachment">, removed: Attachment["removed"] | null, rows: Context["rows"]) {
  const verdict = change("attachment", file, { removed });
  return "writes" in verdict ? { writes: [...verdict.writes, ...unsigned(file.subjectId, rows)] } : verdict;
}

/** Whoever signed a re-validation signed what lay there: other files take the signatures back. */
function unsigned(subjectId: string, rows: Context["rows"]): Write[] {
  const star = rows.get("north-star", subjectId);
  if (star?.revalidation === undefined || star.revalidation.signatures.length === 0) return [];
  const revalidation = { ...star.revalidation, signatures: [] };
  return [put("north-star", subjectId, { ...bodyOf<"north-star">(star), revalidation })];
}
