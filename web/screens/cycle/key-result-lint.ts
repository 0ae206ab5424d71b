import { same } from "../../../shared/okrs/carry-over.ts";
import { type Finding, lintKeyResult } from "../../../shared/okrs/lint.ts";
import { targetAgainstHistory } from "../../../shared/okrs/sandbag.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { daysBetween } from "../../../shared/time/local-date.ts";
import type { KeyResultForm } from "./key-result-form.ts";
import type { EarlierKeyResult, Place } from "./key-result-place.ts";

/** What lint says of a key result as it is typed; it never blocks. A form without a title is not judged yet. */
export function keyResultLint(form: KeyResultForm, place: Place): Finding[] {
  const { cycle } = place;
  if (form.title.trim() === "" || cycle === undefined) return [];
  const series = pastOf(form, place, cycle);
  const { baseline, target, unit, direction } = form;
  const draft = { title: form.title.trim(), baseline, target, unit, direction };
  const weeks = weeksOf(cycle);
  return [
    ...lintKeyResult(draft, { history: series.map((one) => one.value), weeks }),
    ...againstHistory(form, series, cycle),
  ];
}

/**
 * What its number did before: the readings of the metric it measures, else what was said of one of the same title. Once
 * the cycle runs, only what was before it: later readings are its progress.
 */
function pastOf(
  { measures, title }: KeyResultForm,
  { choices, earlier }: Place,
  { state, startsOn }: RowOf<"cycle">,
): EarlierKeyResult["series"] {
  const metric = choices.metrics.find((one) => one.id === measures);
  const series = metric?.series ?? earlier.find((one) => same(one.title, title))?.series ?? [];
  return series.filter((one) => state === "planning" || one.on < startsOn);
}

function againstHistory(
  { direction, target, unit }: KeyResultForm,
  series: EarlierKeyResult["series"],
  cycle: RowOf<"cycle">,
): Finding[] {
  if (target === undefined || (direction !== "increase" && direction !== "decrease")) return [];
  const points = series.map(({ on, value }) => ({ week: daysBetween(cycle.startsOn, on) / 7, value }));
  const goodDirection = direction === "increase" ? "up" : "down";
  return targetAgainstHistory(points, { target, goodDirection, endWeek: weeksOf(cycle), scale: unit.scale });
}

function weeksOf({ startsOn, endsOn }: Pick<RowOf<"cycle">, "startsOn" | "endsOn">): number {
  return Math.max(1, Math.round((daysBetween(startsOn, endsOn) + 1) / 7));
}
