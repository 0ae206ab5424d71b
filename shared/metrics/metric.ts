import * as z from "zod/mini";
import { liveKeyResults } from "../okrs/live-key-results.ts";
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
import { unfitCounterweight } from "./counterweight.ts";
import { isLeantOn, leaningOn } from "./leaning.ts";
import { upward } from "./tree.ts";
import { cadence, unit } from "./unit.ts";

export type Unit = z.output<typeof unit>;

const key = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));
const kind = z.enum(["north-star", "input", "outcome", "guardrail", "health"]);
const goodDirection = z.enum(["up", "down"]);
const freshDays = z.int().check(z.minimum(1), z.maximum(400));
const counterweights = z.array(field.id).check(z.maxLength(10));

export const schema = z.strictObject({
  key,
  name: field.title,
  definition: field.text,
  kind,
  /** The metric above it in the tree; an input without one hangs from the North Star itself. */
  parentId: z.optional(field.id),
  unit,
  goodDirection,
  cadence,
  stewardId: field.id,
  squadId: z.optional(field.id),
  source: z.optional(field.note),
  freshDays: z.optional(freshDays),
  estimated: z.boolean(),
  floor: z.optional(field.number),
  ceiling: z.optional(field.number),
  target: z.optional(field.number),
  /** Somebody's pay hangs on it; the guardrails beside it are to keep it from being gamed. */
  payLinked: z.optional(z.boolean()),
  counterweights: z.optional(counterweights),
  state: z.enum(["active", "retired"]),
});
export type Metric = z.output<typeof schema>;

const define = defineMutation({
  args: z.strictObject({
    id: field.id,
    key,
    name: field.title,
    definition: field.text,
    kind,
    parentId: z.optional(field.id),
    unit,
    goodDirection,
    cadence,
    stewardId: field.id,
    squadId: z.optional(field.id),
    source: z.optional(field.note),
    freshDays: z.optional(freshDays),
    estimated: z.optional(z.boolean()),
    floor: z.optional(field.number),
    ceiling: z.optional(field.number),
    target: z.optional(field.number),
    payLinked: z.optional(z.boolean()),
    counterweights: z.optional(counterweights),
  }),
  subject: ({ squadId }) => ({ squadId }),
  may: ["admin", "pm"],
  rule({ id, ...said }, { rows }) {
    const metric: Metric = { ...said, estimated: said.estimated ?? false, state: "active" };
    const again = sentAgain("metric", id, metric, rows, ["state"]);
    if (again) return again;
    if (rows.list("metric").some((one) => one.key === said.key)) return refuse("key_taken", "key");
    return unsound(id, metric, rows) ?? { writes: [put("metric", id, metric)] };
  },
});

/** Key and kind are for good: programs know a metric by its key, and its kind is its place in the framework. */
const revise = defineMutation({
  args: z.strictObject({
    metricId: field.id,
    name: z.optional(field.title),
    definition: z.optional(field.text),
    parentId: z.optional(z.nullable(field.id)),
    unit: z.optional(unit),
    goodDirection: z.optional(goodDirection),
    cadence: z.optional(cadence),
    stewardId: z.optional(field.id),
    squadId: z.optional(z.nullable(field.id)),
    source: z.optional(z.nullable(field.note)),
    freshDays: z.optional(z.nullable(freshDays)),
    estimated: z.optional(z.boolean()),
    floor: z.optional(z.nullable(field.number)),
    ceiling: z.optional(z.nullable(field.number)),
    target: z.optional(z.nullable(field.number)),
    payLinked: z.optional(z.nullable(z.boolean())),
    counterweights: z.optional(z.nullable(counterweights)),
  }),
  subject: ofSquad,
  may: ["admin", "pm"],
  rule({ metricId, ...changes }, context) {
    const metric = context.rows.get("metric", metricId)!;
    if (metric.state === "retired") return refuse("metric_retired", "metricId");
    if (changes.squadId && !mayAct(["admin", "pm"], { squadId: changes.squadId }, context))
      return refuse("forbidden", "squadId");
    const after = patched(bodyOf<"metric">(metric), changes);
    return unsound(metricId, after, context.rows, metric) ?? change("metric", metric, changes);
  },
});

/** Refused while something stands on it; its readings and its history stay. */
const retire = defineMutation({
  args: z.strictObject({ metricId: field.id }),
  subject: ofSquad,
  may: ["admin", "pm"],
  rule({ metricId }, { rows }) {
    const metric = rows.get("metric", metricId)!;
    if (metric.state === "retired") return { writes: [] };
    const leaning = leaningOn(metricId, {
      northStars: rows.list("north-star"),
      metrics: rows.list("metric"),
      keyResults: liveKeyResults(rows),
    });
    if (isLeantOn(leaning)) return refuse("metric_in_use", "metricId");
    return change("metric", metric, { state: "retired" });
  },
});

export const mutations = { define, revise, retire };

function ofSquad({ metricId }: { metricId: string }, { rows }: Context): Subject | Refusal {
  const metric = rows.get("metric", metricId);
  return metric === undefined ? refuse("not_found", "metricId") : { squadId: metric.squadId };
}

/** What is wrong with a metric as it would stand; `before` keeps an old flaw from blocking an unrelated change. */
function unsound(id: string, metric: Metric, rows: Rows, before?: RowOf<"metric">): Refusal | undefined {
  const { floor, ceiling, parentId, squadId, stewardId } = metric;
  if (floor !== undefined && ceiling !== undefined && floor >= ceiling)
    return refuse("limits_crossed", "ceiling");
  if (metric.kind === "guardrail" && floor === undefined && ceiling === undefined)
    return refuse("value_required", "floor");
  if (stewardId !== before?.stewardId) {
    const refusal = cannotOwn(stewardId, "stewardId", rows);
    if (refusal) return refusal;
  }
  if (squadId !== undefined && squadId !== before?.squadId && rows.get("squad", squadId)?.state !== "active")
    return refuse("not_found", "squadId");
  const refusal = unfitCounterweight(metric.counterweights, before?.counterweights, rows);
  if (refusal) return refusal;
  if (parentId === undefined || parentId === before?.parentId) return undefined;
  if (parentId === id) return refuse("loop_in_tree", "parentId");
  const above = upward(parentId, (one) => rows.get("metric", one));
  if (above.some((one) => one.id === id)) return refuse("loop_in_tree", "parentId");
  if (above[0] === undefined) return refuse("not_found", "parentId");
  return above[0].state === "retired" ? refuse("metric_retired", "parentId") : undefined;
}
