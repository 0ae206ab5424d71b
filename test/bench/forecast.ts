import { forecastScores } from "../support/forecast-scores.ts";
import { type Figure, figure } from "./figure.ts";

const bars: Record<number, string> = { 4: "≤ 0.24", 7: "≤ 0.18", 10: "≤ 0.10" };

/** How good the forecast's chances and intervals are on the labelled quarters, after weeks 4, 7 and 10. */
export function forecastBench(): Figure[] {
  return forecastScores().flatMap(({ week, brier, coverage }) => [
    figure(`forecast-week-${week}-brier`, brier, "squared", bars[week]),
    figure(`forecast-week-${week}-coverage`, coverage, "share", "0.74–0.90"),
  ]);
}
