import type { RuleRecord } from "../../../shared/signals/false-alarms.ts";
import { ruleWords } from "../../../shared/signals/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { SeenSignal } from "../../store/signals.ts";
import { plural } from "../../ui/day.ts";

type Anomaly = RowOf<"anomaly">;

/** What a rule looks at and why that is worth a look, for somebody who never read about statistics. */
export function ruleExplained({ rule, preset }: Anomaly, cadence: SeenSignal["cadence"]): string {
  const period = { daily: "day", weekly: "week", monthly: "month" }[cadence];
  switch (rule) {
    case "last-1":
      return `Each ${period} is held against those before it: their level, their trend and how far they scatter. This one lies further off than chance alone puts it${often(preset, cadence)}.`;
    case "floor":
    case "ceiling":
      return "Somebody set this limit by hand. A reading beyond it counts however usual it may be.";
    case "stall":
      return "It grew, and its readings since then do not. The path it was on says where it would be by now.";
    default:
      return `One ${period} alone would not stand out. Their mean does: it lies further from the ${period}s before than chance alone puts it${often(preset, cadence)}.`;
  }
}

/** Measured on made-up series without anything in them; real ones are wilder. */
function often(preset: Anomaly["preset"], cadence: SeenSignal["cadence"]): string {
  if (cadence === "daily") return preset === "calm" ? " about once a year" : " once or twice a year";
  if (cadence === "monthly") return " once in many years";
  return preset === "calm" ? " about once in five years" : " about once in three years";
}

/** "2 of 7 answered were false alarms"; says when nobody has answered any. */
export function recordWords({ raised, answered, falseAlarms }: RuleRecord): string {
  if (answered === 0) return `${plural(raised, "signal")}, none answered yet`;
  return `${falseAlarms} of ${answered} answered ${answered === 1 ? "was a false alarm" : "were false alarms"}`;
}

/** A rule by its name in a list. */
export function ruleName(rule: Anomaly["rule"]): string {
  if (rule === "last-1") return "One reading alone";
  if (rule.startsWith("last-")) return `The mean of the last ${rule.slice(5)}`;
  return ruleWords(rule, "weekly");
}

const deeds = {
  explained: "explained it",
  blocker: "called it a blocker",
  "false-alarm": "called it a false alarm",
} as const;

/** "Ada explained it". */
export function answeredWords(
  { as, by }: NonNullable<Anomaly["answer"]>,
  members: readonly RowOf<"member">[],
): string {
  const name = members.find((one) => one.id === by)?.name ?? "Somebody who left";
  return `${name} ${deeds[as]}`;
}

/** A shift may be the new normal; one reading alone, a limit or a stall is not. */
export function isShift({ rule }: Pick<Anomaly, "rule">): boolean {
  return rule === "last-2" || rule === "last-4" || rule === "last-8";
}
