import { readFileSync } from "node:fs";
import { forecast } from "../../shared/okrs/forecast.ts";

interface Quarter {
  direction: "up" | "down";
  target: number;
  /** The first is the baseline, then one a week. */
  readings: number[];
  hit: boolean;
}

export interface ForecastScore {
  week: number;
  /** Mean squared error of the chance: 0 knows everything, 0.25 says "one half" to everything. */
  brier: number;
  /** The share of 80 % intervals that held the last reading. */
  coverage: number;
}

/** How well chances and intervals do after weeks 4, 7 and 10 of the labelled quarters, with a prior of 0.4. */
export function forecastScores(): ForecastScore[] {
  const file = new URL("../data/forecast-dev-streams.json", import.meta.url);
  const { endWeek, items } = JSON.parse(readFileSync(file, "utf8")) as { endWeek: number; items: Quarter[] };
  return [4, 7, 10].map((week) => {
    const answers = items.map(({ direction, target, readings, hit }) => {
      const points = readings.slice(0, week + 1).map((value, week) => ({ week, value }));
      const found = forecast(points, { target, goodDirection: direction, endWeek, prior: 0.4 });
      if (found === null) throw new Error("a quarter with enough readings got no forecast");
      const last = readings[endWeek]!;
      return {
        error: (found.probability - (hit ? 1 : 0)) ** 2,
        held: found.low <= last && last <= found.high,
      };
    });
    return {
      week,
      brier: answers.reduce((sum, one) => sum + one.error, 0) / answers.length,
      coverage: answers.filter((one) => one.held).length / answers.length,
    };
  });
}
