import { metricKey } from "../../../shared/metrics/metric-key.ts";
import type { Args, Kind, MutationName } from "../../../shared/sync/catalog.ts";
import { type Draft, keyResultNumbers, keyResultTitle, type MetricDraft, unitOf } from "./draft.ts";

/** A mutation to do, in order. */
export type Intent = { [N in MutationName]: { name: N; args: Args<N> } }[MutationName];

/** What the workspace holds already: a step saved a second time changes its rows instead of adding them. */
export interface Known {
  has(kind: Kind, id: string): boolean;
  keys: ReadonlySet<string>;
  /** The phase of the cycle being set up. */
  phase: "planning" | "running" | "grading" | "closed" | undefined;
}

export interface Setting {
  memberId: string;
  /** Today, in the member's zone. */
  on: string;
  known: Known;
}

/** The North Star metric, proposed; two signatures commit it later. */
export function starIntents(draft: Draft, setting: Setting): Intent[] {
  const { star, northStarId, model } = draft;
  const intents = metricIntents(star, "north-star", setting);
  if (!setting.known.has("north-star", northStarId))
    intents.push({
      name: "north-star.propose",
      args: {
        id: northStarId,
        metricId: star.id,
        statement: star.definition.trim() || star.name,
        ...(model === undefined ? {} : { businessModel: model }),
      },
    });
  return intents;
}

export function inputIntents(draft: Draft, setting: Setting): Intent[] {
  const retired = draft.retired.filter((id) => setting.known.has("metric", id));
  const keys = new Set(setting.known.keys);
  return [
    ...retired.map((metricId): Intent => ({ name: "metric.retire", args: { metricId } })),
    ...written(draft.inputs).flatMap((input) => {
      const intents = metricIntents(
        input,
        "input",
        { ...setting, known: { ...setting.known, keys } },
        draft.star.id,
      );
      keys.add(metricKey(input.name, keys));
      return intents;
    }),
  ];
}

/** The cycle with its first objective and key result, committed through the gate in the last line. */
export function cycleIntents(draft: Draft, { memberId, known }: Setting): Intent[] {
  const { id: cycleId, name, startsOn, endsOn } = draft.cycle;
  const { id: objectiveId, title } = draft.objective;
  const { id: keyResultId, movesId, because, measures } = draft.keyResult;
  const { unit, baseline, target } = keyResultNumbers(draft);
  const said = {
    title: keyResultTitle(draft),
    direction: baseline !== undefined && target !== undefined && target < baseline ? "decrease" : "increase",
    unit,
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
    moves: { metricId: movesId, because },
  } as const;
  const intents: Intent[] = [
    known.has("cycle", cycleId)
      ? { name: "cycle.revise", args: { cycleId, name, startsOn, endsOn } }
      : { name: "cycle.open", args: { id: cycleId, name, startsOn, endsOn } },
    known.has("objective", objectiveId)
      ? { name: "objective.revise", args: { objectiveId, title } }
      : { name: "objective.draft", args: { id: objectiveId, cycleId, title } },
    known.has("key-result", keyResultId)
      ? { name: "key-result.revise", args: { keyResultId, ...said, measures: measures ? movesId : null } }
      : {
          name: "key-result.draft",
          args: {
            id: keyResultId,
            objectiveId,
            ownerId: memberId,
            ...said,
            ...(measures ? { measures: movesId } : {}),
          },
        },
  ];
  if ((known.phase ?? "planning") === "planning") intents.push({ name: "cycle.commit", args: { cycleId } });
  return intents;
}

/** Inputs somebody wrote something into; an empty card is no input. */
export function written(inputs: readonly MetricDraft[]): MetricDraft[] {
  return inputs.filter((one) => one.name.trim() !== "");
}

function metricIntents(
  metric: MetricDraft,
  kind: "north-star" | "input",
  { memberId, on, known }: Setting,
  parentId?: string,
): Intent[] {
  const { id, name, definition, goodDirection, now } = metric;
  const unit = unitOf(metric);
  const intents: Intent[] = [
    known.has("metric", id)
      ? { name: "metric.revise", args: { metricId: id, name, definition, unit, goodDirection } }
      : {
          name: "metric.define",
          args: {
            id,
            key: metricKey(name, known.keys),
            name,
            definition,
            kind,
            ...(parentId === undefined ? {} : { parentId }),
            unit,
            goodDirection,
            cadence: "weekly",
            stewardId: memberId,
          },
        },
  ];
  if (now !== undefined) intents.push({ name: "reading.record", args: { metricId: id, on, value: now } });
  return intents;
}
