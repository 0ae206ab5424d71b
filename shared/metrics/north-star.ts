import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  type Rows,
  refuse,
  type Write,
} from "../sync/mutation.ts";
import { patched, sentAgain } from "../sync/write.ts";
import { addMonths, localDate } from "../time/local-date.ts";
import { businessModel } from "./business-model.ts";
import { horizonMonths, revalidating, revalidation, signature } from "./revalidation.ts";

const defaultHorizonMonths = 12;

export const schema = z.strictObject({
  metricId: field.id,
  statement: field.text,
  businessModel: z.optional(businessModel),
  productLine: z.optional(field.title),
  umbrellaMetricId: z.optional(field.id),
  state: z.enum(["proposed", "committed", "replaced"]),
  signatures: z.array(signature).check(z.maxLength(2)),
  horizonMonths,
  revalidateOn: z.optional(field.day),
  /** The re-validation under way, and those that are done, the oldest first. */
  revalidation: z.optional(revalidation),
  revalidations: z.optional(z.array(revalidation).check(z.maxLength(20))),
});
export type NorthStar = z.output<typeof schema>;

/**
 * One proposal stands at a time in a product line, beside the committed North Star if there is one; a newer proposal
 * takes its place. The candidate it comes from is chosen with it.
 */
const propose = defineMutation({
  args: z.strictObject({
    id: field.id,
    metricId: field.id,
    statement: field.sentence,
    businessModel: z.optional(businessModel),
    productLine: z.optional(field.title),
    umbrellaMetricId: z.optional(field.id),
    /** The candidate it was on the shortlist as. */
    candidateId: z.optional(field.id),
  }),
  may: ["admin"],
  rule({ id, candidateId, ...said }, { rows }) {
    const northStar: NorthStar = {
      ...said,
      state: "proposed",
      signatures: [],
      horizonMonths: defaultHorizonMonths,
    };
    const derived = [
      ...(["state", "signatures", "horizonMonths", "revalidateOn", "revalidation", "revalidations"] as const),
    ] as const;
    const again = sentAgain("north-star", id, northStar, rows, derived);
    if (again) return again;
    const metric = rows.get("metric", said.metricId);
    if (metric === undefined) return refuse("not_found", "metricId");
    if (metric.state === "retired") return refuse("metric_retired", "metricId");
    if (metric.kind !== "north-star") return refuse("invalid_arguments", "metricId");
    const flaw = unfitUmbrella(said, rows);
    if (flaw) return flaw;
    const candidate = candidateId === undefined ? undefined : rows.get("candidate", candidateId);
    if (candidateId !== undefined && candidate === undefined) return refuse("not_found", "candidateId");
    return {
      writes: [
        put("north-star", id, northStar),
        ...replaced("proposed", id, northStar, rows),
        ...(candidate ? [chosen(candidate, said.metricId)] : []),
      ],
    };
  },
});

/** Adds the signature of the ceo or the cpo. With both it is committed, and takes the place of the one before. */
const commit = defineMutation({
  args: z.strictObject({ northStarId: field.id, horizonMonths: z.optional(horizonMonths) }),
  subject: ({ northStarId }, { rows }) =>
    rows.get("north-star", northStarId) === undefined ? refuse("not_found", "northStarId") : {},
  may: ["admin", "director", "member", "viewer"],
  rule({ northStarId, horizonMonths: asked }, { rows, who, when }) {
    const northStar = rows.get("north-star", northStarId)!;
    const title = rows.get("member", who.memberId)?.title;
    if (title === undefined) return refuse("forbidden");
    if (northStar.state === "replaced") return refuse("state_conflict", "northStarId");
    const horizon = asked ?? northStar.horizonMonths;
    const standing = signaturesFor(northStar, horizon, rows);
    if (standing.some((one) => one.memberId === who.memberId)) return { writes: [] };
    if (northStar.state === "committed") return refuse("state_conflict", "northStarId");
    const signatures = [
      ...standing.filter((one) => one.title !== title),
      { memberId: who.memberId, title, at: when.at },
    ];
    const signed = patched(bodyOf<"north-star">(northStar), { signatures, horizonMonths: horizon });
    if (lacksUmbrella(northStar, rows)) return refuse("umbrella_required", "umbrellaMetricId");
    if (signatures.length < 2) return { writes: [put("north-star", northStarId, signed)] };
    const on = localDate(when.at, rows.list("workspace")[0]?.zone ?? "UTC");
    const committed: NorthStar = { ...signed, state: "committed", revalidateOn: addMonths(on, horizon) };
    return {
      writes: [
        put("north-star", northStarId, committed),
        ...replaced("committed", northStarId, committed, rows),
      ],
    };
  },
});

export const mutations = { propose, commit, ...revalidating };

/** A signature holds for the horizon it was given for, and while its giver still bears the title. */
function signaturesFor(northStar: RowOf<"north-star">, horizon: number, rows: Rows) {
  if (horizon !== northStar.horizonMonths) return [];
  return northStar.signatures.filter((one) => rows.get("member", one.memberId)?.title === one.title);
}

/** Only the North Star of the same product line gives way. */
function replaced(
  state: NorthStar["state"],
  exceptId: string,
  { productLine }: NorthStar,
  rows: Rows,
): Write[] {
  return rows
    .list("north-star")
    .filter((one) => one.id !== exceptId && one.state === state && one.productLine === productLine)
    .map((one) => put("north-star", one.id, { ...bodyOf<"north-star">(one), state: "replaced" }));
}

/** Several product lines are several directions, unless one metric stands above them all. */
function lacksUmbrella({ productLine, umbrellaMetricId }: NorthStar, rows: Rows): boolean {
  return (
    umbrellaMetricId === undefined &&
    rows.list("north-star").some((one) => one.state === "committed" && one.productLine !== productLine)
  );
}

function unfitUmbrella({ metricId, umbrellaMetricId }: Partial<NorthStar>, rows: Rows): Refusal | undefined {
  if (umbrellaMetricId === undefined) return undefined;
  const umbrella = rows.get("metric", umbrellaMetricId);
  if (umbrella === undefined) return refuse("not_found", "umbrellaMetricId");
  if (umbrella.state === "retired") return refuse("metric_retired", "umbrellaMetricId");
  return umbrellaMetricId === metricId ? refuse("loop_in_tree", "umbrellaMetricId") : undefined;
}

function chosen(candidate: RowOf<"candidate">, metricId: string): Write {
  const { reason: _reason, rejectedAt: _rejectedAt, ...body } = bodyOf<"candidate">(candidate);
  return put("candidate", candidate.id, { ...body, metricId, state: "chosen" });
}
