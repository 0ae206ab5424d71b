import * as z from "zod/mini";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import { type Context, defineMutation, put, type Refusal, type RowOf, refuse } from "../sync/mutation.ts";
import { type Changes, change, sentAgain } from "../sync/write.ts";
import { businessModel } from "./business-model.ts";
import { candidateTests } from "./candidate-tests.ts";
import { cadence } from "./unit.ts";

const test = z.enum(candidateTests);
const verdict = z.enum(["yes", "partly", "no"]);
const answer = z.strictObject({ verdict, evidence: field.text });
export const scepticVerdict = z.enum(["yes", "no", "unsure"]);
/** How deeply each customer uses the product, or how many do. */
const reach = z.enum(["depth", "breadth"]);

/** A metric on the shortlist for North Star, with the evidence it is judged on. Rejected ones stay, with the reason. */
export const schema = z.strictObject({
  name: field.title,
  definition: field.text,
  businessModel: z.optional(businessModel),
  cadence: z.optional(cadence),
  reach: z.optional(reach),
  /** The metric it is, where the company counts it already. */
  metricId: z.optional(field.id),
  answers: z.partialRecord(test, answer),
  /** How it has gone along with long-term success so far. */
  correlation: z.optional(field.text),
  /** How a team could hit it without delivering value. */
  gaming: z.optional(field.text),
  /** What somebody from outside said: does a customer care, and why. */
  sceptic: z.optional(
    z.strictObject({ verdict: scepticVerdict, why: field.text, by: field.title, at: field.instant }),
  ),
  state: z.enum(["open", "chosen", "rejected"]),
  reason: z.optional(field.text),
  rejectedAt: z.optional(field.instant),
});
export type Candidate = z.output<typeof schema>;

const propose = defineMutation({
  args: z.strictObject({
    id: field.id,
    name: field.title,
    definition: field.text,
    businessModel: z.optional(businessModel),
    cadence: z.optional(cadence),
    reach: z.optional(reach),
    metricId: z.optional(field.id),
  }),
  may: ["admin", "director"],
  rule({ id, ...said }, { rows }) {
    const candidate: Candidate = { ...said, answers: {}, state: "open" };
    const judged = ["answers", "correlation", "gaming", "sceptic", "state", "reason", "rejectedAt"] as const;
    const again = sentAgain("candidate", id, candidate, rows, judged);
    if (again) return again;
    return unusable(said.metricId, rows) ?? { writes: [put("candidate", id, candidate)] };
  },
});

const revise = defineMutation({
  args: z.strictObject({
    candidateId: field.id,
    name: z.optional(field.title),
    definition: z.optional(field.text),
    businessModel: z.optional(z.nullable(businessModel)),
    cadence: z.optional(z.nullable(cadence)),
    reach: z.optional(z.nullable(reach)),
    metricId: z.optional(z.nullable(field.id)),
    correlation: z.optional(z.nullable(field.text)),
    gaming: z.optional(z.nullable(field.text)),
  }),
  subject: known,
  may: ["admin", "director"],
  rule: ({ candidateId, ...changes }, { rows }) =>
    unusable(changes.metricId ?? undefined, rows) ?? changeOpen(candidateId, changes, rows),
});

/** One test at a time, so that two people who judge different tests do not undo each other; null takes it back. */
const judge = defineMutation({
  args: z.strictObject({
    candidateId: field.id,
    test,
    verdict: z.nullable(verdict),
    evidence: z.optional(field.text),
  }),
  subject: known,
  may: ["admin", "director"],
  rule({ candidateId, test, verdict, evidence }, { rows }) {
    const { [test]: before, ...others } = rows.get("candidate", candidateId)!.answers;
    const answers =
      verdict === null
        ? others
        : { ...others, [test]: { verdict, evidence: evidence ?? before?.evidence ?? "" } };
    return changeOpen(candidateId, { answers }, rows);
  },
});

/** A sceptic's answer, come in by the link that was given to them. */
const hear = defineMutation({
  args: z.strictObject({
    candidateId: field.id,
    verdict: scepticVerdict,
    why: field.sentence,
    by: field.title,
  }),
  subject: known,
  may: ["server"],
  rule({ candidateId, ...said }, { rows, when }) {
    const candidate = rows.get("candidate", candidateId)!;
    return change("candidate", candidate, { sceptic: { ...said, at: when.at } });
  },
});

const reject = defineMutation({
  args: z.strictObject({ candidateId: field.id, reason: field.sentence }),
  subject: known,
  may: ["admin", "director"],
  rule({ candidateId, reason }, { rows, when }) {
    const candidate = rows.get("candidate", candidateId)!;
    if (candidate.state === "chosen") return refuse("state_conflict", "candidateId");
    const rejectedAt = candidate.rejectedAt ?? when.at;
    return change("candidate", candidate, { state: "rejected", reason, rejectedAt });
  },
});

/**
 * Back on the shortlist, also when it was chosen and its North Star has given way. The reason it once fell for stays in
 * the row's history.
 */
const reopen = defineMutation({
  args: z.strictObject({ candidateId: field.id }),
  subject: known,
  may: ["admin", "director"],
  rule({ candidateId }, { rows }) {
    const candidate = rows.get("candidate", candidateId)!;
    const stands = () =>
      rows.list("north-star").some((one) => one.metricId === candidate.metricId && one.state !== "replaced");
    if (candidate.state === "chosen" && stands()) return refuse("state_conflict", "candidateId");
    return change("candidate", candidate, { state: "open", reason: null, rejectedAt: null });
  },
});

export const mutations = { propose, revise, judge, hear, reject, reopen };

function known({ candidateId }: { candidateId: string }, { rows }: Context): Subject | Refusal {
  return rows.get("candidate", candidateId) === undefined ? refuse("not_found", "candidateId") : {};
}

function changeOpen(id: string, changes: Changes<Candidate>, rows: Context["rows"]) {
  const candidate: RowOf<"candidate"> = rows.get("candidate", id)!;
  if (candidate.state === "rejected") return refuse("state_conflict", "candidateId");
  return change("candidate", candidate, changes);
}

function unusable(metricId: string | undefined, rows: Context["rows"]): Refusal | undefined {
  if (metricId === undefined) return undefined;
  const metric = rows.get("metric", metricId);
  if (metric === undefined) return refuse("not_found", "metricId");
  return metric.state === "retired" ? refuse("metric_retired", "metricId") : undefined;
}
