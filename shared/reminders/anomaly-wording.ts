import { formatNumber } from "../metrics/value.ts";
import type { SayingOf } from "./saying.ts";
import { clip, knownLocale, type LockScreen, type Wording } from "./wording.ts";

type Said = SayingOf<"anomaly">;

/** The rule that fired, in words; the number and what was usual only at "full". It never says why. */
export function anomalyWording(say: Said, detail: LockScreen, locale: string): Wording {
  if (detail === "private") return { title: "1 unusual number", body: "" };
  const { anomaly, name } = say;
  const title = anomaly.adverse ? `Unusual: ${clip(name)}` : `Worth knowing why: ${clip(name)}`;
  const rule = ruleWords(anomaly);
  return { title, body: detail === "full" ? `${rule}: ${numbers(say, locale)}` : rule };
}

function ruleWords({ rule, direction }: Said["anomaly"]): string {
  const down = direction === "down";
  switch (rule) {
    case "last-1":
      return down ? "One reading below its usual range" : "One reading above its usual range";
    case "floor":
      return "Below its floor";
    case "ceiling":
      return "Above its ceiling";
    case "stall":
      return "It has stopped moving";
    default:
      return `The last ${rule.slice("last-".length)} readings run ${down ? "lower" : "higher"} than before`;
  }
}

function numbers({ anomaly: { value, expected }, unit }: Said, locale: string): string {
  const plain = unit ?? { label: "", scale: "value" as const, decimals: 1 };
  const [now, low, high] = [value, expected.low, expected.high].map((one) =>
    formatNumber(one, plain, knownLocale(locale)),
  );
  return `${now}, usually ${low} to ${high}`;
}
