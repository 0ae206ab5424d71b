import * as z from "zod/mini";
import { unfitCounterweight } from "../metrics/counterweight.ts";
import { unit } from "../metrics/unit.ts";
import { cannotOwn } from "../people/ownership.ts";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import { bodyOf, defineMutation, put, type Refusal, type Rows, refuse } from "../sync/mutation.ts";
import { type Changes, change, patched, sentAgain } from "../sync/write.ts";
import { blocked, newFindings, planOf } from "./commit.ts";
import { gateKeyResult } from "./gate.ts";
import { grade } from "./grading.ts";
import { commit, drop, reassign } from "./key-result-commitment.ts";
import { ofKeyResult } from "./key-result-subject.ts";
import { cannotPlan } from "./phase.ts";

export const direction = z.enum(["increase", "decrease", "stay-above", "stay-below", "milestones"]);
export const milestone = z.strictObject({
  id: field.id,
  title: field.title,
  weight: z.number().check(z.positive()),
});
const milestones = z.array(milestone).check(z.maxLength(20));
const moves = z.strictObject({ metricId: field.id, because: field.text });
/** One part alone may be said: two people who change the metric and the because at once both keep their words. */
const movesPatch = z.strictObject({ metricId: z.optional(field.id), because: z.optional(field.text) });
const commitment = z.enum(["committed", "aspirational"]);
const alsoServes = z.array(field.id).check(z.maxLength(10));
const counterweights = z.array(field.id).check(z.maxLength(10));
const weight = z.number().check(z.positive(), z.maximum(1000));

export const schema = z.strictObject({
  cycleId: field.id,
  objectiveId: field.id,
  /** Objectives beside its own that it serves. */
  alsoServes,
  ownerId: field.id,
  /**
   * Who owned it before, until when, and who gave it on: a check-in made while one still owned it stays theirs for 14
   * days.
   */
  previousOwners: z
    .array(z.strictObject({ memberId: field.id, untilAt: field.instant, by: z.optional(field.id) }))
    .check(z.maxLength(50)),
  title: field.title,
  direction,
  baseline: z.optional(field.number),
  target: z.optional(field.number),
  unit,
  milestones: z.optional(milestones),
  measures: z.optional(field.id),
  moves: z.optional(moves),
  commitment,
  weight,
  payLinked: z.optional(z.boolean()),
  /** Guardrails that keep a pay-linked one from being gamed. */
  counterweights: z.optional(counterweights),
  state: z.enum(["draft", "committed", "dropped", "graded"]),
  /** Check-ins are owed from then on. */
  committedAt: z.optional(field.instant),
  grade: z.optional(
    z.strictObject({
      /** Computed; absent where nobody ever said a value. */
      score: z.optional(z.number()),
      adjusted: z.optional(z.number()),
      reason: z.optional(field.note),
      by: field.id,
      at: field.instant,
    }),
  ),
});
export type KeyResult = z.output<typeof schema>;

/** A draft may be unfinished: only the gate asks for its numbers and its path to the star. */
const draft = defineMutation({
  args: z.strictObject({
    id: field.id,
    objectiveId: field.id,
    ownerId: field.id,
    title: field.title,
    direction,
    baseline: z.optional(field.number),
    target: z.optional(field.number),
    unit,
    milestones: z.optional(milestones),
    measures: z.optional(field.id),
    moves: z.optional(moves),
    commitment: z.optional(commitment),
    weight: z.optional(weight),
    alsoServes: z.optional(alsoServes),
    payLinked: z.optional(z.boolean()),
    counterweights: z.optional(counterweights),
  }),
  subject({ objectiveId, ownerId }, { rows }): Subject | Refusal {
    const objective = rows.get("objective", objectiveId);
    if (objective === undefined) return refuse("not_found", "objectiveId");
    return { squadId: objective.squadId, ownerId };
  },
  may: ["admin", "director", "pm", "owner"],
  rule({ id, ...said }, { rows }) {
    const objective = rows.get("objective", said.objectiveId)!;
    const keyResult: KeyResult = {
      ...said,
      cycleId: objective.cycleId,
      alsoServes: said.alsoServes ?? [],
      previousOwners: [],
      commitment: said.commitment ?? "committed",
      weight: said.weight ?? 1,
      state: "draft",
    };
    const lifecycle = ["cycleId", "previousOwners", "state", "committedAt", "grade"] as const;
    const refusal =
      sentAgain("key-result", id, keyResult, rows, lifecycle) ??
      cannotPlan(objective.cycleId, rows) ??
      cannotOwn(said.ownerId, "ownerId", rows) ??
      unsound(keyResult, rows);
    if (refusal) return refusal;
    if (objective.state === "dropped") return refuse("state_conflict", "objectiveId");
    return { writes: [put("key-result", id, keyResult)] };
  },
});

/** A committed key result stays one the gate lets through. */
const revise = defineMutation({
  args: z.strictObject({
    keyResultId: field.id,
    title: z.optional(field.title),
    direction: z.optional(direction),
    baseline: z.optional(z.nullable(field.number)),
    target: z.optional(z.nullable(field.number)),
    unit: z.optional(unit),
    milestones: z.optional(z.nullable(milestones)),
    measures: z.optional(z.nullable(field.id)),
    moves: z.optional(z.nullable(movesPatch)),
    commitment: z.optional(commitment),
    weight: z.optional(weight),
    alsoServes: z.optional(alsoServes),
    payLinked: z.optional(z.nullable(z.boolean())),
    counterweights: z.optional(z.nullable(counterweights)),
  }),
  subject: ofKeyResult,
  may: ["admin", "director", "pm", "owner"],
  rule({ keyResultId, moves, ...said }, { rows }) {
    const keyResult = rows.get("key-result", keyResultId)!;
    const refusal = cannotPlan(keyResult.cycleId, rows);
    if (refusal) return refusal;
    if (keyResult.state === "dropped") return refuse("state_conflict", "keyResultId");
    const moved = moves && movedBy(moves, keyResult.moves);
    if (moves && moved === undefined) return refuse("value_required", "moves.metricId");
    const changes = fitting(keyResult, { ...said, moves: moved });
    const after = patched(bodyOf<"key-result">(keyResult), changes);
    const flaw = unsound(after, rows, keyResult);
    if (flaw) return flaw;
    if (keyResult.state === "committed") {
      const plan = planOf(keyResult.cycleId, rows);
      const found = gateKeyResult({ ...after, id: keyResultId, revision: 0 }, plan);
      const finding = blocked(newFindings(gateKeyResult(keyResult, plan), found));
      if (finding) return finding;
    }
    return change("key-result", keyResult, changes);
  },
});

export const mutations = { draft, revise, commit, reassign, drop, grade };

/** What it moves with a part of it said anew; undefined without a metric. */
function movedBy(said: z.output<typeof movesPatch>, before: KeyResult["moves"]): KeyResult["moves"] {
  const metricId = said.metricId ?? before?.metricId;
  return metricId === undefined ? undefined : { metricId, because: said.because ?? before?.because ?? "" };
}

/** Another direction leaves behind what only the old one had. */
function fitting(before: KeyResult, said: Changes<KeyResult>): Changes<KeyResult> {
  if (said.direction === undefined || said.direction === before.direction) return said;
  if (said.direction === "milestones") return { baseline: null, target: null, ...said };
  const noBaseline = said.direction === "stay-above" || said.direction === "stay-below";
  return { milestones: null, ...(noBaseline ? { baseline: null } : {}), ...said };
}

function unsound(keyResult: KeyResult, rows: Rows, before?: KeyResult): Refusal | undefined {
  const { direction, milestones = [], measures, moves } = keyResult;
  if (milestones.length > 0 && direction !== "milestones") return refuse("invalid_arguments", "milestones");
  if (new Set(milestones.map((one) => one.id)).size < milestones.length)
    return refuse("invalid_arguments", "milestones");
  return (
    unserved(keyResult, before, rows) ??
    unfitCounterweight(keyResult.counterweights, before?.counterweights, rows) ??
    unusable(measures, before?.measures, "measures", rows) ??
    unusable(moves?.metricId, before?.moves?.metricId, "moves.metricId", rows)
  );
}

/** It may serve other objectives of its cycle, each once. */
function unserved(keyResult: KeyResult, before: KeyResult | undefined, rows: Rows): Refusal | undefined {
  const { alsoServes, objectiveId, cycleId } = keyResult;
  if (new Set([...alsoServes, objectiveId]).size <= alsoServes.length)
    return refuse("invalid_arguments", "alsoServes");
  for (const id of alsoServes) {
    if (before?.alsoServes.includes(id)) continue;
    const objective = rows.get("objective", id);
    if (objective === undefined || objective.cycleId !== cycleId) return refuse("not_found", "alsoServes");
    if (objective.state === "dropped") return refuse("state_conflict", "alsoServes");
  }
  return undefined;
}

function unusable(metricId: string | undefined, before: string | undefined, name: string, rows: Rows) {
  if (metricId === undefined || metricId === before) return undefined;
  const metric = rows.get("metric", metricId);
  if (metric === undefined) return refuse("not_found", name);
  return metric.state === "retired" ? refuse("metric_retired", name) : undefined;
}
