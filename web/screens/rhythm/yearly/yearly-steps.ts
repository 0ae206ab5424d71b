import { starTests } from "../../../../shared/metrics/candidate-tests.ts";
import type { Revalidation } from "../../../../shared/metrics/revalidation.ts";
import { testWords } from "../../../../shared/metrics/star-tests.ts";

/** What a re-validation goes through: the five tests, what came of it, the evidence, the answer with its signatures. */
export const yearlySteps = [...starTests, "outcomes", "evidence", "answer"] as const;
export type YearlyStep = (typeof yearlySteps)[number];

export function stepTitle(step: YearlyStep): string {
  if (step === "outcomes") return "Business outcomes";
  if (step === "evidence") return "Plan and market";
  return step === "answer" ? "The answer" : testWords[step].title;
}

export function addressOf(step: YearlyStep): string {
  return `/rhythm/yearly?step=${step}`;
}

/** Whether a step has been answered; nothing is asked about the outcomes, which are there to be read. */
export function isDone(
  step: YearlyStep,
  { answers, plan, market, links, as }: Revalidation,
  hasFiles: boolean,
): boolean {
  if (step === "outcomes") return false;
  if (step === "evidence") return hasFiles || Boolean(plan ?? market ?? links);
  return step === "answer" ? as !== undefined : answers[step] !== undefined;
}

/** The first test nobody has answered, else the answer itself. */
export function firstOpen(revalidation: Revalidation): YearlyStep {
  return starTests.find((one) => revalidation.answers[one] === undefined) ?? "answer";
}
