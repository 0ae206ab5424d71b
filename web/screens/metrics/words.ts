import type { Stage } from "../../../shared/metrics/library/library-metric.ts";
import type { Metric } from "../../../shared/metrics/metric.ts";

export const kinds: readonly { value: Metric["kind"]; label: string; hint: string }[] = [
  {
    value: "north-star",
    label: "North Star",
    hint: "The one metric of the value customers get; everything else leads to it.",
  },
  {
    value: "input",
    label: "Input metric",
    hint: "A lever teams can move this quarter; it moves the North Star.",
  },
  {
    value: "outcome",
    label: "Business outcome",
    hint: "What the North Star ends up producing: revenue, retention.",
  },
  {
    value: "guardrail",
    label: "Guardrail",
    hint: "What must not be damaged on the way; it has a floor, a ceiling, or both.",
  },
  { value: "health", label: "Health metric", hint: "Watched; it may have a level it should hold." },
];

export function kindWord(kind: Metric["kind"]): string {
  return kinds.find((one) => one.value === kind)!.label;
}

export const cadences = [
  { value: "daily", label: "Daily" },
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
] as const;

export const directionWords = { up: "up is good", down: "down is good" } as const;

export const businessModels = [
  { value: "attention", label: "Attention: people spend time with it" },
  { value: "transaction", label: "Transaction: people buy and sell through it" },
  { value: "productivity", label: "Productivity: people get work done with it" },
  { value: "user-generated-content", label: "User-generated content: people make what others use" },
] as const;

/** Warns beside every number of a metric that is not measured well yet. */
export const estimatedWarning =
  "It cannot be measured well yet: a proxy stands in. Take a move as a hint, and make measuring it a piece of work.";

export const stageWords: Record<Stage, { title: string; detail: string }> = {
  acquisition: { title: "Acquisition", detail: "people come" },
  activation: { title: "Activation", detail: "they see what it is for" },
  engagement: { title: "Engagement", detail: "they use it" },
  retention: { title: "Retention", detail: "they stay" },
  referral: { title: "Referral", detail: "they bring others" },
  revenue: { title: "Revenue", detail: "they pay" },
};
