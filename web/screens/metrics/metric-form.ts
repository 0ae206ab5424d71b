import type { LibraryMetric } from "../../../shared/metrics/library/library-metric.ts";
import type { Metric, Unit } from "../../../shared/metrics/metric.ts";
import { metricKey } from "../../../shared/metrics/metric-key.ts";
import type { NorthStar } from "../../../shared/metrics/north-star.ts";
import type { Args } from "../../../shared/sync/catalog.ts";
import { equal } from "../../../shared/sync/write.ts";
import { retyped } from "../../ui/retyped.ts";

/** A metric as it is typed: "" and undefined are "not yet" or "none". */
export interface MetricForm {
  kind: Metric["kind"];
  name: string;
  definition: string;
  unit: Unit;
  goodDirection: Metric["goodDirection"];
  cadence: Metric["cadence"];
  stewardId: string;
  squadId: string;
  parentId: string;
  source: string;
  freshDays: number | undefined;
  estimated: boolean;
  floor: number | undefined;
  ceiling: number | undefined;
  target: number | undefined;
  payLinked: boolean;
  counterweights: readonly string[];
  /** A North Star's own: why the product exists, and the kind of business. */
  statement: string;
  businessModel: NonNullable<NorthStar["businessModel"]> | "";
}

export type Mistakes = Partial<Record<keyof MetricForm, string>>;

export function blankMetric(kind: Metric["kind"], stewardId: string): MetricForm {
  return {
    kind,
    name: "",
    definition: "",
    unit: { label: "", scale: "value", decimals: 1 },
    goodDirection: "up",
    cadence: "weekly",
    stewardId,
    squadId: "",
    parentId: "",
    source: "",
    freshDays: undefined,
    estimated: false,
    floor: undefined,
    ceiling: undefined,
    target: undefined,
    payLinked: false,
    counterweights: [],
    statement: "",
    businessModel: "",
  };
}

/** What a metric of the library puts into the form. */
export function formOf(template: LibraryMetric): Partial<MetricForm> {
  const { kind, name, definition, unit, goodDirection, cadence } = template;
  return { kind, name, definition, unit, goodDirection, cadence };
}

export function metricForm(row: Metric): MetricForm {
  const { kind, name, definition, unit, goodDirection, cadence, stewardId, estimated } = row;
  return {
    ...blankMetric(kind, stewardId),
    ...{ name, definition, unit, goodDirection, cadence, estimated },
    squadId: row.squadId ?? "",
    parentId: row.parentId ?? "",
    source: row.source ?? "",
    freshDays: row.freshDays,
    floor: row.floor,
    ceiling: row.ceiling,
    target: row.target,
    payLinked: row.payLinked ?? false,
    counterweights: row.counterweights ?? [],
  };
}

/** What must be put right before it can be saved, each with the way to do so. */
export function mistakesIn(form: MetricForm, isNew: boolean): Mistakes {
  const { floor, ceiling, freshDays } = form;
  const mistakes: Mistakes = {};
  if (form.name.trim() === "") mistakes.name = "Give it the name people say.";
  if (form.definition.trim() === "")
    mistakes.definition = "Say exactly what is counted, so that two people get the same number.";
  else if (isNew && /\{[^}]*\}/.test(form.definition))
    mistakes.definition = "Put your own words where the braces stand.";
  if (form.stewardId === "") mistakes.stewardId = "Name the one person who looks after it.";
  if (form.kind === "guardrail" && floor === undefined && ceiling === undefined)
    mistakes.floor = "A guardrail needs a floor, a ceiling, or both.";
  if (floor !== undefined && ceiling !== undefined && floor >= ceiling)
    mistakes.ceiling = "The ceiling must lie above the floor.";
  if (freshDays !== undefined && (!Number.isInteger(freshDays) || freshDays < 1 || freshDays > 400))
    mistakes.freshDays = "A whole number of days, 1 to 400.";
  if (isNew && form.kind === "north-star" && form.statement.trim() === "")
    mistakes.statement = "One sentence: what value do your customers get?";
  return mistakes;
}

export function defineArgs(form: MetricForm, id: string, keys: ReadonlySet<string>): Args<"metric.define"> {
  const { kind, unit, goodDirection, cadence, stewardId, estimated } = form;
  const { name, definition, ...rest } = said(form);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const key = metricKey(name, keys);
  return { id, key, name, definition, kind, unit, goodDirection, cadence, stewardId, estimated, ...given };
}

/** Only what differs from the row; null clears. Kind and key are for good. */
export function reviseArgs(form: MetricForm, row: Metric): Omit<Args<"metric.revise">, "metricId"> {
  const { unit, goodDirection, cadence, stewardId, estimated } = form;
  const after = { ...said(form), unit, goodDirection, cadence, stewardId, estimated };
  const changed = Object.entries(after).filter(([key, value]) => !equal(row[key as keyof Metric], value));
  return Object.fromEntries(changed.map(([key, value]) => [key, value ?? null]));
}

/** Another unit; the numbers already typed keep their digits. */
export function withUnit(form: MetricForm, unit: Unit): Partial<MetricForm> {
  const turned = (value: number | undefined) => retyped(value, form.unit.scale, unit.scale);
  return { unit, floor: turned(form.floor), ceiling: turned(form.ceiling), target: turned(form.target) };
}

function said(form: MetricForm) {
  const limited = form.kind === "guardrail";
  return {
    name: form.name.trim(),
    definition: form.definition.trim(),
    parentId: form.parentId || undefined,
    squadId: form.squadId || undefined,
    source: form.source.trim() || undefined,
    freshDays: form.freshDays,
    floor: limited ? form.floor : undefined,
    ceiling: limited ? form.ceiling : undefined,
    target: limited ? undefined : form.target,
    payLinked: form.payLinked || undefined,
    counterweights: form.payLinked && form.counterweights.length > 0 ? [...form.counterweights] : undefined,
  };
}
