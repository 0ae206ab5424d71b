import type { Standing } from "../../../shared/check-ins/history.ts";
import { confidenceWord } from "../../../shared/okrs/confidence.ts";
import { milestonesDone } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { plural } from "../../ui/day.ts";
import { formatDelta, formatValue } from "../../ui/value.ts";
import type { CardData } from "./card-data.ts";

type Said = Pick<CardData, "keyResult" | "said" | "checkIns">;

/** "21.0%, +0.4 points, confidence 6 of 10, unsure." */
export function saidWords(one: Standing, { keyResult, said, checkIns }: Said): string {
  const { latest } = one;
  const sure = `confidence ${latest.confidence} of 10, ${confidenceWord(latest.confidence)}`;
  if (keyResult.direction === "milestones") {
    const now = latest.done?.length ?? 0;
    const all = `${milestonesDone(checkIns).size} of ${plural(keyResult.milestones?.length ?? 0, "milestone")} done`;
    return `${now > 0 ? `${now} more done, ` : ""}${all}, ${sure}`;
  }
  const before = said[said.indexOf(one) - 1]?.latest.value;
  const delta =
    latest.value === undefined || before === undefined
      ? []
      : [formatDelta(latest.value - before, keyResult.unit)];
  return [formatValue(latest.value, keyResult.unit), ...delta, sure].join(", ");
}

/** One earlier version by itself: "20.6%, confidence 5". */
export function versionWords(version: RowOf<"check-in">, { keyResult }: Said): string {
  const value = keyResult.direction === "milestones" ? [] : [formatValue(version.value, keyResult.unit)];
  return [...value, `confidence ${version.confidence}`].join(", ");
}
