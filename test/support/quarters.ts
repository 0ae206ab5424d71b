import { type Retro, retroOf } from "../../shared/reviews/retro.ts";
import { addDays } from "../../shared/time/local-date.ts";
import { chanceOf } from "./chance.ts";

const first = "2025-07-07";
const past = 52;
const cycleWeeks = 13;
const after = 4;

/** What a made-up quarter is like. */
export interface QuarterTerms {
  /** How far the input shifts at the cycle's third week, in its own scatter. */
  inputShift: number;
  /** How much of every change of the input the star repeats two weeks later, 0–1. */
  follows: number;
  score: number;
}

/** A look back at a quarter of weekly readings, with a year before it; the same seed gives the same quarter. */
export function quarterRetro(seed: number, { inputShift, follows, score }: QuarterTerms): Retro {
  const chance = chanceOf(seed);
  const noise = () => Array.from({ length: 12 }, () => chance.random()).reduce((sum, one) => sum + one, -6);
  const weeks = past + cycleWeeks + after;
  const input = Array.from(
    { length: weeks },
    (_, week) => 100 + noise() + (week >= past + 3 ? inputShift : 0),
  );
  const star = Array.from({ length: weeks }, (_, week) => {
    const earlier = input[Math.max(0, week - 2)]! - 100;
    return 200 + follows * earlier + Math.sqrt(1 - follows ** 2) * noise();
  });
  const readings = (values: readonly number[]) =>
    values.map((value, week) => ({ on: addDays(first, 7 * week), value }));
  const series = (values: readonly number[]) =>
    ({ readings: readings(values), cadence: "weekly", scale: "value", goodDirection: "up" }) as const;
  return retroOf({
    cycle: { startsOn: addDays(first, 7 * past), endsOn: addDays(first, 7 * (past + cycleWeeks) - 1) },
    input: series(input),
    northStar: series(star),
    keyResults: [{ weight: 1, score }],
    seed,
  });
}
