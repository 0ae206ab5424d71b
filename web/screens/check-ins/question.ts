import type { Cycle } from "../../../shared/okrs/cycle.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { formatDay } from "../../ui/day.ts";
import { formatGoal } from "../../ui/value.ts";

/** What confidence answers: "Will it reach 26%?" */
export function questionOf(
  { direction, target, unit }: Pick<KeyResult, "direction" | "target" | "unit">,
  cycle: Pick<Cycle, "endsOn">,
  locale?: string,
): string {
  const goal = formatGoal(target, unit, locale);
  switch (direction) {
    case "stay-above":
      return `Will it stay above ${goal}?`;
    case "stay-below":
      return `Will it stay below ${goal}?`;
    case "milestones":
      return `Will all be done by ${formatDay(cycle.endsOn, locale)}?`;
    default:
      return `Will it reach ${goal}?`;
  }
}

/** What the key result promises, in one line: "from 18% to 26%", "stay below 24%", "5 milestones". */
export function promiseOf(
  {
    direction,
    baseline,
    target,
    unit,
    milestones = [],
  }: Pick<KeyResult, "direction" | "baseline" | "target" | "unit" | "milestones">,
  locale?: string,
): string {
  const value = (number: number | undefined) => formatGoal(number, unit, locale);
  if (direction === "milestones") return `${milestones.length} milestones`;
  if (direction === "stay-above") return `stay above ${value(target)}`;
  if (direction === "stay-below") return `stay below ${value(target)}`;
  return `from ${value(baseline)} to ${value(target)}`;
}
