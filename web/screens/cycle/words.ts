import type { Cycle } from "../../../shared/okrs/cycle.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { formatDay, plural } from "../../ui/day.ts";
import { formatGoal } from "../../ui/value.ts";
import { type ObjectiveView, weekOf } from "./cycle-view.ts";

/** A direction as the choice reads in the form. */
export const directions: readonly { value: KeyResult["direction"]; label: string }[] = [
  { value: "increase", label: "Raise a number" },
  { value: "decrease", label: "Lower a number" },
  { value: "stay-above", label: "Keep a number above a floor" },
  { value: "stay-below", label: "Keep a number below a ceiling" },
  { value: "milestones", label: "Reach milestones" },
];

/** The numbers of a key result in words: "12% to 18%", "2.1 to 3.5 tracks", "stays below 2.5 s", "3 milestones". */
export function numbersLine(row: KeyResult): string | undefined {
  const { direction, unit, baseline, target, milestones } = row;
  const words = (value: number | undefined) => (value === undefined ? "?" : formatGoal(value, unit));
  if (direction === "milestones") return plural(milestones?.length ?? 0, "milestone");
  if (direction === "stay-above") return `stays above ${words(target)}`;
  if (direction === "stay-below") return `stays below ${words(target)}`;
  return `${baseline === undefined ? "?" : formatGoal(baseline, { ...unit, label: "" })} to ${words(target)}`;
}

/** "week 8 of 13 · 7 key results · 5 checked in this week", or what matters in another phase. */
export function countLine(cycle: Cycle, objectives: readonly ObjectiveView[], today: string): string {
  const keyResults = objectives.flatMap((one) => one.keyResults);
  const committed = keyResults.filter((one) => one.row.state !== "draft");
  const count = (list: readonly unknown[]) => plural(list.length, "key result");
  switch (cycle.state) {
    case "planning":
      return `planning · starts ${formatDay(cycle.startsOn, undefined, today)} · ${count(keyResults)}`;
    case "running": {
      const { week, weeks } = weekOf(cycle, today);
      const when =
        week === 0 ? `starts ${formatDay(cycle.startsOn, undefined, today)}` : `week ${week} of ${weeks}`;
      const done = committed.filter((one) => one.checkedIn).length;
      return `${when} · ${count(committed)} · ${done} checked in this week`;
    }
    case "grading": {
      const graded = committed.filter((one) => one.row.state === "graded").length;
      return `grading · ${graded} of ${count(committed)} graded`;
    }
    case "closed":
      return `closed · ${spanWords(cycle, today)} · ${count(committed)}`;
  }
}

export function spanWords({ startsOn, endsOn }: Cycle, today: string): string {
  return `${formatDay(startsOn, undefined, today)} to ${formatDay(endsOn, undefined, today)}`;
}
