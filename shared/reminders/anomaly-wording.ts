import { anomalyTitle, anomalyWords, ruleWords } from "../signals/words.ts";
import type { SayingOf } from "./saying.ts";
import { clip, knownLocale, type LockScreen, type Wording } from "./wording.ts";

/** The rule that fired, in words; the number and what was usual only at "full". It never says why. */
export function anomalyWording(
  { anomaly, series }: SayingOf<"anomaly">,
  detail: LockScreen,
  locale: string,
): Wording {
  if (detail === "private") return { title: "1 unusual number", body: "" };
  const name = clip(series.name);
  const title = anomalyTitle(anomaly, name);
  if (detail === "titles") return { title, body: ruleWords(anomaly.rule, series.cadence) };
  return { title, body: anomalyWords(anomaly, { ...series, name, locale: knownLocale(locale) }) };
}
