import { parse } from "../okrs/lint/title.ts";
import type { Finding } from "../okrs/lint.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { Candidate } from "./candidate.ts";
import type { CandidateTest } from "./candidate-tests.ts";
import {
  isComposite,
  isInfrequent,
  isLate,
  isOneTeams,
  isOutput,
  isSurvey,
  isVain,
} from "./north-star-lint/faults.ts";
import { type StarRule, wordings } from "./north-star-lint/wording.ts";

/** What of a candidate the lint reads: its words, how often it moves, and how people judged it. */
export type LintedCandidate = Pick<Candidate, "name"> & {
  definition?: Candidate["definition"] | undefined;
  cadence?: string | undefined;
  answers?: Candidate["answers"] | undefined;
};

/** What speaks against a candidate as North Star, each fault once; a sound one has no finding. */
export function lintNorthStar({ name, definition = "", cadence, answers = {} }: LintedCandidate): Finding[] {
  const title = parse(name);
  const about = parse(definition);
  const said: Record<StarRule, boolean> = {
    vanity: isVain(title),
    output: isOutput(title),
    composite: isComposite(title, about),
    lagging: isLate(title),
    nps: isSurvey(title),
    "one-team": isOneTeams(title, about),
    infrequent: isInfrequent(title, about, cadence),
  };
  return (Object.keys(said) as StarRule[]).flatMap((rule) => {
    const judged = judgedBy[rule]?.find((test) => answers[test]?.verdict === "no");
    if (!said[rule] && judged === undefined) return [];
    const field = said[rule] ? "name" : `answers.${judged}`;
    return [{ rule, ...wordings[rule], severity: "warn" as const, field }];
  });
}

/** A test that people answered with "no" speaks for a rule, whatever the words say. */
const judgedBy: Partial<Record<StarRule, CandidateTest[]>> = {
  vanity: ["user-centric", "customer-value"],
  composite: ["one-metric"],
  lagging: ["leading", "not-lagging"],
  "one-team": ["actionable"],
};

/** A company with this many lines has lost the one direction. */
const tooManyLines = 3;

/** What several North Stars ask for: something above them, and as few of them as possible. */
export function lintNorthStars(northStars: readonly RowOf<"north-star">[]): Finding[] {
  const standing = northStars.filter((one) => one.state !== "replaced");
  const lines = new Set(standing.map((one) => one.productLine?.toLowerCase() ?? ""));
  if (lines.size < 2) return [];
  const loose = standing.some((one) => one.productLine !== undefined && one.umbrellaMetricId === undefined);
  return [
    {
      rule: "sprawl",
      message: `There are ${lines.size} North Stars, and every one more takes from the others.`,
      severity: lines.size > tooManyLines ? "warn" : "note",
      pattern: "One North Star for the company; inputs for its product lines",
    },
    ...(loose
      ? [
          {
            rule: "no-umbrella",
            message: "Nothing stands above the North Stars, so that nobody can weigh one against another.",
            severity: "warn" as const,
            field: "umbrellaMetricId",
            pattern: "One metric that all lines add to, such as [transactions of all lines] per [week]",
          },
        ]
      : []),
  ];
}
