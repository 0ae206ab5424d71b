import { starTests } from "../metrics/candidate-tests.ts";
import { testWords } from "../metrics/star-tests.ts";
import { standing } from "../okrs/line.ts";
import { type AgendaItem, type AgendaPart, once, type ReviewTerms } from "./agenda-item.ts";
import { decidedBefore } from "./agenda-pieces.ts";
import type { ReviewRows } from "./rows.ts";

/** What may end a North Star before its time. */
const triggers = [
  ["A pivot", "Has the strategy turned, so that it measures what we no longer do?"],
  ["A new line", "Has a product or a market come that it does not count?"],
  [
    "A changed journey",
    "Do customers get their value elsewhere, or in another way, than when it was chosen?",
  ],
] as const;

const evidence = [
  ["The P&L plan", "Does next year’s plan still follow from it? Where does it not?"],
  ["Market signals", "What do customers, rivals and prices say that it does not show?"],
] as const;

/**
 * The yearly re-validation: the North Star itself, the five tests asked again, what the plan and the market say, and
 * what would end it sooner.
 */
export function yearlyAgenda(terms: ReviewTerms, rows: ReviewRows): AgendaItem[] {
  const star = standing(rows.northStars)[0];
  const asked =
    (part: AgendaPart) =>
    ([topic, question]: readonly [string, string]): AgendaItem => ({
      subject: { kind: "topic", id: topic },
      part,
      reasons: [{ what: "asks", question }],
    });
  return once([
    ...decidedBefore(terms, rows),
    ...starTests.map((one) => asked("tests")([testWords[one].title, testWords[one].question])),
    ...evidence.map(asked("questions")),
    ...triggers.map(asked("triggers")),
    // Last, because it is decided on what was said above.
    ...(star === undefined
      ? []
      : [
          {
            subject: { kind: "north-star" as const, id: star.id },
            part: "north-star" as const,
            reasons: [
              {
                what: "re-validation" as const,
                ...(star.revalidateOn === undefined ? {} : { on: star.revalidateOn }),
              },
            ],
          },
        ]),
  ]);
}
