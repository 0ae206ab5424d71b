import type { Metric, Unit } from "../../../shared/metrics/metric.ts";
import type { Cycle } from "../../../shared/okrs/cycle.ts";
import { retyped } from "../../ui/retyped.ts";
import type { BusinessModel } from "./examples.ts";

/** Everything typed so far. Ids are made once, so that going back and saving again changes the same rows. */
export interface Draft {
  model?: BusinessModel | undefined;
  northStarId: string;
  star: MetricDraft;
  inputs: MetricDraft[];
  /** Inputs taken out after they were saved. */
  retired: string[];
  cycle: Pick<Cycle, "name" | "startsOn" | "endsOn"> & { id: string };
  objective: { id: string; title: string };
  keyResult: KeyResultDraft;
}

export interface MetricDraft {
  id: string;
  name: string;
  definition: string;
  label: string;
  scale: Unit["scale"];
  goodDirection: Metric["goodDirection"];
  /** Today's value, where it is known. */
  now?: number | undefined;
}

export interface KeyResultDraft {
  id: string;
  /** Until it is written, the name of the metric it moves stands in. */
  title?: string | undefined;
  movesId: string;
  because: string;
  /** Its number is the metric it moves; else it has a unit of its own. */
  measures: boolean;
  label: string;
  scale: Unit["scale"];
  baseline?: number | undefined;
  target?: number | undefined;
}

export const maxInputs = 5;

export function emptyDraft(newId: () => string, cycle: Draft["cycle"] | Omit<Draft["cycle"], "id">): Draft {
  const input = emptyMetric(newId());
  return {
    northStarId: newId(),
    star: emptyMetric(newId()),
    inputs: [input],
    retired: [],
    cycle: { id: newId(), ...cycle },
    objective: { id: newId(), title: "" },
    keyResult: {
      id: newId(),
      movesId: input.id,
      because: "",
      measures: true,
      label: "",
      scale: "ratio",
    },
  };
}

export function emptyMetric(id: string): MetricDraft {
  return { id, name: "", definition: "", label: "", scale: "count", goodDirection: "up" };
}

/** The unit a few taps stand for: whole numbers, or one decimal; percent says its own label. */
export function unitOf({ label, scale }: Pick<MetricDraft, "label" | "scale">): Unit {
  return { label: scale === "ratio" ? "" : label, scale, decimals: scale === "count" ? 0 : 1 };
}

/** The metric the key result moves: an input, or the North Star itself. */
export function movedMetric(draft: Draft): MetricDraft {
  return draft.inputs.find((one) => one.id === draft.keyResult.movesId) ?? draft.star;
}

/** The key result's unit and numbers as they would be saved: those of its metric until they are changed. */
export function keyResultNumbers(draft: Draft): { unit: Unit; baseline?: number; target?: number } {
  const { keyResult } = draft;
  const moved = movedMetric(draft);
  const baseline = keyResult.baseline ?? (keyResult.measures ? moved.now : undefined);
  return {
    unit: unitOf(keyResult.measures ? moved : keyResult),
    ...(baseline === undefined ? {} : { baseline }),
    ...(keyResult.target === undefined ? {} : { target: keyResult.target }),
  };
}

/** Another scale for a metric. Numbers already typed keep what the person saw: 18 stays 18, now as 18 %. */
export function rescaled(draft: Draft, metricId: string, scale: Unit["scale"]): Draft {
  const { keyResult } = draft;
  const turn = (metric: MetricDraft): MetricDraft =>
    metric.id === metricId ? { ...metric, scale, now: retyped(metric.now, metric.scale, scale) } : metric;
  const before = [draft.star, ...draft.inputs].find((one) => one.id === metricId)?.scale ?? scale;
  const follows = keyResult.measures && movedMetric(draft).id === metricId;
  return {
    ...draft,
    star: turn(draft.star),
    inputs: draft.inputs.map(turn),
    keyResult: follows
      ? {
          ...keyResult,
          baseline: retyped(keyResult.baseline, before, scale),
          target: retyped(keyResult.target, before, scale),
        }
      : keyResult,
  };
}

export function keyResultTitle(draft: Draft): string {
  return draft.keyResult.title ?? movedMetric(draft).name;
}
