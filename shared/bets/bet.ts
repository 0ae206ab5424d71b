import * as z from "zod/mini";
import { cannotOwn } from "../people/ownership.ts";
import { mayAct, type Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  type Rows,
  refuse,
} from "../sync/mutation.ts";
import { change, patched, sentAgain } from "../sync/write.ts";

const hypothesis = z.strictObject({
  change: field.sentence,
  /** The input it is to move. */
  metricId: field.id,
  /** By how much, in the metric's own unit; negative to bring it down. */
  amount: field.number,
  byOn: field.day,
  because: field.sentence,
});
export type Hypothesis = z.output<typeof hypothesis>;

const openState = z.enum(["idea", "next", "doing"]);
const outcome = z.enum(["won", "lost", "inconclusive"]);

/** Any piece of work: an idea, an experiment, a backlog item. Without a key result it is unjustified. */
export const schema = z.strictObject({
  title: field.title,
  keyResultId: z.optional(field.id),
  squadId: field.id,
  ownerId: z.optional(field.id),
  hypothesis: z.optional(hypothesis),
  /** Will it move an input? Would that input plausibly move the North Star? */
  movesInput: z.optional(z.boolean()),
  movesStar: z.optional(z.boolean()),
  /** The day somebody means to work on it. */
  todayOn: z.optional(field.day),
  state: z.enum(["idea", "next", "doing", "won", "lost", "inconclusive", "dropped"]),
  learning: z.optional(field.text),
  next: z.optional(z.enum(["double-down", "cut"])),
  /** Where it came from: a link, or the file it was imported from. */
  source: z.optional(field.text),
});
export type Bet = z.output<typeof schema>;

const may = ["admin", "director", "pm", "squad-member", "owner"] as const;

const place = defineMutation({
  args: z.strictObject({
    id: field.id,
    title: field.title,
    squadId: field.id,
    keyResultId: z.optional(field.id),
    ownerId: z.optional(field.id),
    hypothesis: z.optional(hypothesis),
    movesInput: z.optional(z.boolean()),
    movesStar: z.optional(z.boolean()),
    todayOn: z.optional(field.day),
    state: z.optional(openState),
    source: z.optional(field.text),
  }),
  subject: ({ squadId }, { rows }) =>
    rows.get("squad", squadId) === undefined ? refuse("not_found", "squadId") : { squadId },
  may: ["admin", "director", "pm", "squad-member"],
  rule({ id, ...said }, { rows }) {
    const bet: Bet = { ...said, state: said.state ?? "idea" };
    return (
      sentAgain("bet", id, bet, rows, ["state", "learning", "next"]) ??
      unsound(bet, rows) ?? { writes: [put("bet", id, bet)] }
    );
  },
});

const revise = defineMutation({
  args: z.strictObject({
    betId: field.id,
    title: z.optional(field.title),
    squadId: z.optional(field.id),
    keyResultId: z.optional(z.nullable(field.id)),
    ownerId: z.optional(z.nullable(field.id)),
    hypothesis: z.optional(z.nullable(hypothesis)),
    movesInput: z.optional(z.nullable(z.boolean())),
    movesStar: z.optional(z.nullable(z.boolean())),
    todayOn: z.optional(z.nullable(field.day)),
    state: z.optional(z.enum(["idea", "next", "doing", "dropped"])),
    source: z.optional(z.nullable(field.text)),
  }),
  subject: ofBet,
  may,
  rule({ betId, ...changes }, context) {
    const { rows } = context;
    const bet = rows.get("bet", betId)!;
    if (isConcluded(bet)) return refuse("state_conflict", "betId");
    const { squadId } = changes;
    if (squadId !== undefined && squadId !== bet.squadId && !mayAct(may, { squadId }, context))
      return refuse("forbidden", "squadId");
    const after = patched(bodyOf<"bet">(bet), changes);
    return unsound(after, rows, bet) ?? change("bet", bet, changes);
  },
});

/**
 * How it ended and what was learnt; what is no longer worked on is nobody's plan for a day. Work that made no promise may
 * be done without a lesson.
 */
const conclude = defineMutation({
  args: z.strictObject({
    betId: field.id,
    as: outcome,
    learning: z.optional(field.sentence),
    next: z.optional(z.enum(["double-down", "cut"])),
  }),
  subject: ofBet,
  may,
  rule({ betId, as, learning, next }, { rows }) {
    const bet = rows.get("bet", betId)!;
    if (bet.state === "dropped") return refuse("state_conflict", "betId");
    if (learning === undefined && (as !== "won" || bet.hypothesis !== undefined))
      return refuse("value_required", "learning");
    return change("bet", bet, { state: as, learning: learning ?? null, next: next ?? null, todayOn: null });
  },
});

/** Takes a conclusion back. */
const reopen = defineMutation({
  args: z.strictObject({ betId: field.id }),
  subject: ofBet,
  may,
  rule({ betId }, { rows }) {
    const bet = rows.get("bet", betId)!;
    if (!isConcluded(bet) && bet.state !== "dropped") return { writes: [] };
    return change("bet", bet, { state: "doing", learning: null, next: null });
  },
});

export const mutations = { place, revise, conclude, reopen };

function ofBet({ betId }: { betId: string }, { rows }: Context): Subject | Refusal {
  const bet = rows.get("bet", betId);
  return bet === undefined ? refuse("not_found", "betId") : { squadId: bet.squadId, ownerId: bet.ownerId };
}

export function isConcluded({ state }: Pick<Bet, "state">): boolean {
  return state === "won" || state === "lost" || state === "inconclusive";
}

/** What is wrong with a bet as it would stand; `before` keeps an old flaw from blocking an unrelated change. */
function unsound(bet: Bet, rows: Rows, before?: RowOf<"bet">): Refusal | undefined {
  const { squadId, ownerId, keyResultId } = bet;
  if (squadId !== before?.squadId && rows.get("squad", squadId)?.state !== "active")
    return refuse("not_found", "squadId");
  if (ownerId !== undefined && ownerId !== before?.ownerId) {
    const refusal = cannotOwn(ownerId, "ownerId", rows);
    if (refusal) return refusal;
  }
  if (keyResultId !== undefined && keyResultId !== before?.keyResultId) {
    const keyResult = rows.get("key-result", keyResultId);
    if (keyResult === undefined) return refuse("not_found", "keyResultId");
    if (keyResult.state === "dropped") return refuse("state_conflict", "keyResultId");
  }
  const metricId = bet.hypothesis?.metricId;
  if (metricId === undefined || metricId === before?.hypothesis?.metricId) return undefined;
  const metric = rows.get("metric", metricId);
  if (metric === undefined) return refuse("not_found", "hypothesis.metricId");
  return metric.state === "retired" ? refuse("metric_retired", "hypothesis.metricId") : undefined;
}
