import type { Anomaly } from "./anomaly.ts";

export interface RuleRecord {
  rule: Anomaly["rule"];
  /** Everything it ever raised and nobody withdrew. */
  raised: number;
  answered: number;
  falseAlarms: number;
  /** The share of its answers that say false alarm, 0–1; absent while nobody has answered. */
  rate?: number;
}

const order: readonly Anomaly["rule"][] = [
  "last-1",
  "last-2",
  "last-4",
  "last-8",
  "floor",
  "ceiling",
  "stall",
];

/** How each signal rule has done by what people answered; rules that raised nothing are left out. */
export function falseAlarms(
  anomalies: readonly Pick<Anomaly, "rule" | "answer" | "withdrawnAt">[],
): RuleRecord[] {
  const standing = anomalies.filter((one) => one.withdrawnAt === undefined);
  return order.flatMap((rule) => {
    const raised = standing.filter((one) => one.rule === rule);
    if (raised.length === 0) return [];
    const answered = raised.filter((one) => one.answer !== undefined);
    const falseAlarms = answered.filter((one) => one.answer?.as === "false-alarm").length;
    return {
      rule,
      raised: raised.length,
      answered: answered.length,
      falseAlarms,
      ...(answered.length > 0 ? { rate: falseAlarms / answered.length } : {}),
    };
  });
}
