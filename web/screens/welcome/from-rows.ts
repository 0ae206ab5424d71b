import type { Kind } from "../../../shared/sync/catalog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Reader } from "../../store/live.ts";
import type { Draft, MetricDraft } from "./draft.ts";
import type { Known } from "./intents.ts";

/** What the workspace holds of everything setting up touches. */
export interface Held {
  workspace: RowOf<"workspace"> | undefined;
  members: RowOf<"member">[];
  metrics: RowOf<"metric">[];
  northStars: RowOf<"north-star">[];
  cycles: RowOf<"cycle">[];
  objectives: RowOf<"objective">[];
  keyResults: RowOf<"key-result">[];
}

export async function held(read: Reader): Promise<Held> {
  const [workspaces, members, metrics, northStars, cycles] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("metric"),
    read.list("north-star"),
    read.list("cycle"),
  ]);
  const inCycles = async <K extends "objective" | "key-result">(kind: K) =>
    (await Promise.all(cycles.map((one) => read.inCycle(kind, one.id)))).flat();
  const [objectives, keyResults] = await Promise.all([inCycles("objective"), inCycles("key-result")]);
  return { workspace: workspaces[0], members, metrics, northStars, cycles, objectives, keyResults };
}

/** Goes on where another device of the same admin stopped: what is saved takes the place of what is blank. */
export function resumed(blank: Draft, rows: Held): Draft {
  const northStar = rows.northStars.find((one) => one.state !== "replaced");
  const star = rows.metrics.find((one) => one.id === northStar?.metricId);
  const inputs = rows.metrics.filter((one) => one.kind === "input" && one.state === "active").sort(byId);
  const cycle = rows.cycles
    .filter((one) => one.state === "planning" || one.state === "running")
    .sort(byId)[0];
  const objective = rows.objectives.filter((one) => one.cycleId === cycle?.id).sort(byId)[0];
  const keyResult = rows.keyResults.filter((one) => one.objectiveId === objective?.id).sort(byId)[0];
  const moves = keyResult?.moves ?? { metricId: inputs[0]?.id ?? blank.keyResult.movesId, because: "" };
  return {
    ...blank,
    northStarId: northStar?.id ?? blank.northStarId,
    star: star ? metricDraft(star) : blank.star,
    inputs: inputs.length > 0 ? inputs.map(metricDraft) : blank.inputs,
    cycle: cycle
      ? { id: cycle.id, name: cycle.name, startsOn: cycle.startsOn, endsOn: cycle.endsOn }
      : blank.cycle,
    objective: objective ? { id: objective.id, title: objective.title } : blank.objective,
    keyResult: {
      ...blank.keyResult,
      ...(keyResult ? keyResultDraft(keyResult) : {}),
      movesId: moves.metricId,
      because: moves.because,
    },
  };
}

export function knownFrom(rows: Held, cycleId: string): Known {
  const ids = new Set(
    [...rows.metrics, ...rows.northStars, ...rows.cycles, ...rows.objectives, ...rows.keyResults].map(
      (one) => one.id,
    ),
  );
  return {
    has: (_kind: Kind, id: string) => ids.has(id),
    keys: new Set(rows.metrics.map((one) => one.key)),
    phase: rows.cycles.find((one) => one.id === cycleId)?.state,
  };
}

function metricDraft({ id, name, definition, unit, goodDirection }: RowOf<"metric">): MetricDraft {
  return { id, name, definition, label: unit.label, scale: unit.scale, goodDirection };
}

function keyResultDraft(row: RowOf<"key-result">) {
  const { id, title, baseline, target, unit, measures, moves } = row;
  const { label, scale } = unit;
  return { id, title, baseline, target, label, scale, measures: measures === moves?.metricId };
}

/** Ids are made in order of time. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
