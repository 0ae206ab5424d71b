import { describe, expect, test } from "vitest";
import { businessModel } from "../../../shared/metrics/business-model.ts";
import { starCriteria, starTests } from "../../../shared/metrics/candidate-tests.ts";
import { fewestInputs, mostInputs } from "../../../shared/metrics/completeness.ts";
import { fitQuestions } from "../../../shared/metrics/fit.ts";
import { stages } from "../../../shared/metrics/library/library-metric.ts";
import { schema as metric } from "../../../shared/metrics/metric.ts";
import { mutations } from "../../../shared/metrics/north-star.ts";
import { shortlistAdvice } from "../../../shared/metrics/star-shortlist.ts";
import { valueQuestions } from "../../../shared/metrics/star-tests.ts";
import { mostKeyResults } from "../../../shared/okrs/load.ts";
import { limits } from "../../../shared/okrs/plan-lint.ts";
import { idOf } from "../../support/rules.ts";

describe("the counts everybody is told, in each place that keeps to them", () => {
  test("five tests and five criteria, four kinds of business, five fit and four value questions", () => {
    expect(
      [starTests, starCriteria, businessModel.options, fitQuestions, valueQuestions].map((one) => one.length),
    ).toEqual([5, 5, 4, 5, 4]);
    expect(metric.shape.kind.options).toEqual(["north-star", "input", "outcome", "guardrail", "health"]);
    expect(stages).toHaveLength(6);
  });

  test("two or three candidates, and three to five inputs", () => {
    expect([1, 2, 3, 4].map((count) => shortlistAdvice(count) === undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([fewestInputs, mostInputs]).toEqual([3, 5]);
    expect(limits.inputs).toEqual({ fewest: fewestInputs, most: mostInputs });
  });

  test("one or two objectives a squad, five of the company, two to four key results, seven an owner", () => {
    expect([limits.objectivesOfSquad, limits.companyObjectives]).toEqual([2, 5]);
    expect(limits.keyResults).toEqual({ fewest: 2, most: 4 });
    expect([limits.keyResultsOfOwner, mostKeyResults]).toEqual([7, 7]);
  });

  test("a North Star is signed for 12 to 18 months", () => {
    const takes = (horizonMonths: number) =>
      mutations.commit.args.safeParse({ northStarId: idOf("star"), horizonMonths }).success;
    expect([11, 12, 18, 19, 12.5].map(takes)).toEqual([false, true, true, false, false]);
  });
});
