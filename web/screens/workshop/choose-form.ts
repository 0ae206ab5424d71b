import type { BusinessModel } from "../../../shared/metrics/business-model.ts";
import type { Metric, Unit } from "../../../shared/metrics/metric.ts";
import { metricKey } from "../../../shared/metrics/metric-key.ts";
import type { Args } from "../../../shared/sync/catalog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { WorkshopRows } from "./workshop-rows.ts";

/** A candidate on its way to be proposed: the metric it becomes, and for what it is proposed. "" is not chosen. */
export interface ChooseForm {
  /** A metric that is there; "" defines a new one. */
  metricId: string;
  name: string;
  /** The short name for programs; "" follows the name. */
  key: string;
  definition: string;
  unit: Unit;
  goodDirection: Metric["goodDirection"];
  cadence: Metric["cadence"];
  source: string;
  estimated: boolean;
  stewardId: string;
  statement: string;
  businessModel: BusinessModel | "";
  /** "" is the whole company. */
  productLine: string;
  forLine: boolean;
  umbrellaMetricId: string;
}
export type Mistakes = Partial<Record<keyof ChooseForm, string>>;

/** As the candidate and the workshop suggest it. */
export function suggested(
  candidate: RowOf<"candidate">,
  { workshop, metrics, stars }: WorkshopRows,
  stewardId: string,
): ChooseForm {
  const known = metrics.find((one) => one.id === candidate.metricId && one.kind === "north-star");
  const others = stars.filter((one) => one.state === "committed");
  return {
    metricId: known?.id ?? "",
    ...{ name: candidate.name, key: "", definition: candidate.definition },
    unit: { label: "", scale: "value", decimals: 1 },
    ...{ goodDirection: "up", cadence: candidate.cadence ?? "weekly", source: "", stewardId },
    // What fails to be measurable today is a proxy until it is.
    estimated: (candidate.answers.measurable?.verdict ?? "yes") !== "yes",
    statement: workshop.statement ?? "",
    businessModel: candidate.businessModel ?? workshop.businessModel ?? "",
    ...{ productLine: "", forLine: false },
    umbrellaMetricId: others.find((one) => one.umbrellaMetricId)?.umbrellaMetricId ?? "",
  };
}

export function mistakesIn(form: ChooseForm, { keys, stars }: WorkshopRows): Mistakes {
  const mistakes: Mistakes = {};
  if (form.metricId === "") {
    if (form.name.trim() === "") mistakes.name = "Give it the name people say.";
    if (form.definition.trim() === "")
      mistakes.definition = "Say exactly what is counted, so that two people get the same number.";
    if (form.definition.trim().length > 2000) mistakes.definition = "Shorten it to 2000 characters.";
    if (form.key !== "" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(form.key))
      mistakes.key = "Small letters, digits and single hyphens, like “nights-booked”.";
    else if (keys.has(form.key)) mistakes.key = "Another metric has this short name.";
    if (form.stewardId === "") mistakes.stewardId = "Name the one person who looks after it.";
  }
  if (form.statement.trim() === "") mistakes.statement = "One sentence: what value do your customers get?";
  if (form.statement.trim().length > 2000) mistakes.statement = "Shorten it to 2000 characters.";
  if (form.forLine && form.productLine.trim() === "") mistakes.productLine = "Name the product line.";
  if (needsUmbrella(form, stars) && form.umbrellaMetricId === "")
    mistakes.umbrellaMetricId = "Name the metric above all product lines; it cannot be signed without.";
  return mistakes;
}

/** Whether another line has a committed North Star, so that one metric must stand above both. */
export function needsUmbrella(form: ChooseForm, stars: WorkshopRows["stars"]): boolean {
  return hasOther(form.forLine ? lineName(form, stars) : undefined, stars);
}

/** Whether a line other than this one has a committed North Star. */
export function hasOther(productLine: string | undefined, stars: WorkshopRows["stars"]): boolean {
  return stars.some((one) => one.state === "committed" && one.productLine !== productLine);
}

/** A line that is there already keeps its spelling, so that it does not become two. */
function lineName({ productLine }: ChooseForm, stars: WorkshopRows["stars"]): string {
  const typed = productLine.trim();
  const same = (one: string | undefined) => one?.toLowerCase() === typed.toLowerCase();
  return stars.find((one) => same(one.productLine))?.productLine ?? typed;
}

/** Metrics that could stand above several North Stars: all but the one below. */
export function umbrellaChoices({ metrics }: WorkshopRows, metricId: string) {
  return metrics.filter((one) => one.id !== metricId).map((one) => ({ value: one.id, label: one.name }));
}

/** The same proposal once more, under an umbrella. */
export function underUmbrella(
  { metricId, statement, businessModel, productLine }: RowOf<"north-star">,
  id: string,
  umbrellaMetricId: string,
): Args<"north-star.propose"> {
  return {
    ...{ id, metricId, statement, umbrellaMetricId },
    ...(businessModel === undefined ? {} : { businessModel }),
    ...(productLine === undefined ? {} : { productLine }),
  };
}

export function defineArgs(form: ChooseForm, id: string, keys: ReadonlySet<string>): Args<"metric.define"> {
  const { unit, goodDirection, cadence, estimated, stewardId } = form;
  const source = form.source.trim();
  return {
    ...{ id, key: form.key || metricKey(form.name, keys), kind: "north-star" },
    ...{ name: form.name.trim(), definition: form.definition.trim() },
    ...{ unit, goodDirection, cadence, estimated, stewardId },
    ...(source === "" ? {} : { source }),
  };
}

export function proposeArgs(
  form: ChooseForm,
  stars: WorkshopRows["stars"],
  ids: { id: string; metricId: string; candidateId: string },
): Args<"north-star.propose"> {
  const { businessModel, umbrellaMetricId, forLine } = form;
  return {
    ...ids,
    statement: form.statement.trim(),
    ...(businessModel === "" ? {} : { businessModel }),
    ...(forLine ? { productLine: lineName(form, stars) } : {}),
    ...(umbrellaMetricId === "" ? {} : { umbrellaMetricId }),
  };
}
