import type { Beat, Missing, PartName } from "../../../shared/metrics/completeness.ts";

export const partWords: Record<PartName, string> = {
  "north-star": "North Star",
  inputs: "Three to five inputs",
  outcomes: "Business outcomes",
  rituals: "Rituals",
  "decision-rules": "Decision rules",
};

export const beatWords: Record<Beat, { title: string; detail: string }> = {
  daily: { title: "Daily", detail: "act on key results" },
  weekly: { title: "Weekly", detail: "check the metrics" },
  monthly: { title: "Monthly", detail: "review the OKRs" },
  quarterly: { title: "Quarterly", detail: "commit and close the cycle" },
  yearly: { title: "Yearly", detail: "re-validate the North Star" },
};

/** What is missing in words, and where it is put right. */
export function missingWords(missing: Missing): { words: string; href: string } {
  switch (missing.what) {
    case "no-star":
      return { words: "No metric is proposed yet", href: "/star/workshop" };
    case "not-signed":
      return { words: "Proposed; the CEO and the CPO have not both signed it", href: "/star/workshop" };
    case "too-few-inputs":
      return {
        words: missing.count === 0 ? "No input metric yet" : `${missing.count} of at least three`,
        href: "/metrics/new?kind=input",
      };
    case "too-many-inputs":
      return { words: `${missing.count} inputs; more than five are no focus`, href: "#inputs" };
    case "no-steward":
      return { words: `Nobody looks after ${missing.name}`, href: `/metrics/${missing.metricId}/edit` };
    case "no-outcome":
      return { words: "No business outcome it should end in", href: "/metrics/new?kind=outcome" };
    case "no-squads":
      return { words: "No squad yet that acts on its key results", href: "/me/squads" };
    case "no-members":
      return { words: `Nobody is in ${missing.name}`, href: "/me/squads" };
    case "no-pm":
      return { words: `${missing.name} has no PM for the weekly metric check`, href: "/me/squads" };
    case "no-director":
      return { words: "Nobody directs the monthly review", href: "/me/people" };
    case "no-cpo":
      return { words: "Nobody is CPO, who commits the quarter", href: "/me/people" };
    case "no-ceo":
      return { words: "Nobody is CEO, who signs and re-validates with the CPO", href: "/me/people" };
    case "beat-missed":
      return missing.squadId === undefined
        ? { words: `The last ${missedWords[missing.beat]} was not held`, href: `/rhythm/${missing.beat}` }
        : {
            words: `${missing.name ?? "A squad"} missed its last ${missedWords[missing.beat]}`,
            href: `/rhythm/${missing.beat}/${missing.squadId}`,
          };
    case "no-guardrail":
      return {
        words: "No guardrail that says what must not be damaged",
        href: "/metrics/new?kind=guardrail",
      };
    case "rules-unconfirmed":
      return { words: "The rules you decide by are not confirmed", href: "/star/rules" };
  }
}

const missedWords = {
  weekly: "metric check",
  monthly: "OKR review",
  quarterly: "look back at a cycle",
  yearly: "re-validation",
} as const;

/** "3½ of 5". */
export function scoreWords(completed: number): string {
  const whole = Math.floor(completed);
  const half = completed > whole ? "½" : "";
  return `${whole === 0 && half !== "" ? "" : whole}${half} of 5`;
}
