import { describe, expect, test } from "vitest";
import { labelledStreams, scoreOf } from "../support/anomaly-score.ts";

const streams = labelledStreams();

describe("on the labelled series", () => {
  test("the calm preset finds what happened and seldom what did not", () => {
    const score = scoreOf(streams, "calm");
    console.info("calm", score);
    expect(score.recall).toBeGreaterThanOrEqual(0.87);
    expect(score.precision).toBeGreaterThanOrEqual(0.75);
    expect(score.weeklyClean).toBeLessThanOrEqual(0.25);
    expect(score.dailyClean).toBeLessThanOrEqual(1.1);
    expect(score.cleanTrend).toBeLessThanOrEqual(0.25);
    expect(score.medianDelay).toBeLessThanOrEqual(1);
    expect(score.repeats).toBeLessThanOrEqual(0.2);
  });

  test("the standard and the eager preset find more, at more false alarms", () => {
    const [quiet, usual, eager] = (["calm", "standard", "eager"] as const).map((one) =>
      scoreOf(streams, one),
    );
    console.info("standard", usual, "eager", eager);
    expect(usual!.recall).toBeGreaterThanOrEqual(quiet!.recall);
    expect(eager!.recall).toBeGreaterThan(usual!.recall);
    expect(usual!.weeklyClean).toBeGreaterThan(quiet!.weeklyClean);
    expect(eager!.weeklyClean).toBeGreaterThan(usual!.weeklyClean);
  });
});
