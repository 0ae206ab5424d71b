import { seriesOf } from "../../../shared/metrics/series.ts";
import type { Args } from "../../../shared/sync/catalog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

/** A reading as it is typed; "" is "none". */
export interface ReadingForm {
  value: number | undefined;
  on: string;
  segment: string;
  note: string;
}

/** Today, with the last value to change. */
export function freshReading(readings: readonly RowOf<"reading">[], today: string): ReadingForm {
  return { value: seriesOf(readings).at(-1)?.value, on: today, segment: "", note: "" };
}

export function mistakesIn(form: ReadingForm, today: string): Partial<Record<keyof ReadingForm, string>> {
  return {
    ...(form.value === undefined ? { value: "Enter a number." } : {}),
    ...(form.on === "" ? { on: "Say the day it is of." } : {}),
    ...(form.on > today ? { on: "That day has not come yet." } : {}),
  };
}

/** As `reading.record` takes it; undefined while there is no number. */
export function recordArgs(form: ReadingForm, metricId: string): Args<"reading.record"> | undefined {
  const { value, on } = form;
  const [segment, note] = [form.segment.trim(), form.note.trim()];
  if (value === undefined) return undefined;
  return { metricId, on, value, ...(segment === "" ? {} : { segment }), ...(note === "" ? {} : { note }) };
}

/** The reading a save would take the place of: the same day, segment and no source. */
export function sameReading(
  form: ReadingForm,
  readings: readonly RowOf<"reading">[],
): RowOf<"reading"> | undefined {
  return readings.find(
    (one) => one.on === form.on && (one.segment ?? "") === form.segment.trim() && one.source === undefined,
  );
}

/** What brings back the reading that a save took the place of. */
export function undone(
  { note: _note, ...saved }: Args<"reading.record">,
  before: RowOf<"reading">,
): Args<"reading.record"> {
  return { ...saved, value: before.value, ...(before.note === undefined ? {} : { note: before.note }) };
}
