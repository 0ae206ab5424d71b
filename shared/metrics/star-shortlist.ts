import type { Candidate } from "./candidate.ts";
import { type CandidateTest, candidateTests } from "./candidate-tests.ts";
import { testWords } from "./star-tests.ts";

/** How far the judging of a candidate has come. */
export interface Judged {
  yes: number;
  partly: number;
  no: number;
  /** Tests nobody has judged yet. */
  open: CandidateTest[];
  failed: CandidateTest[];
  /** A verdict was given, and nothing said for it. */
  bare: CandidateTest[];
}

export function judged({ answers }: Pick<Candidate, "answers">): Judged {
  const having = (verdict: "yes" | "partly" | "no") =>
    candidateTests.filter((test) => answers[test]?.verdict === verdict);
  return {
    yes: having("yes").length,
    partly: having("partly").length,
    no: having("no").length,
    open: candidateTests.filter((test) => answers[test] === undefined),
    failed: having("no"),
    bare: candidateTests.filter((test) => answers[test]?.evidence === ""),
  };
}

/** What is still to be done or known before this candidate is chosen with a quiet mind. It advises only. */
export function choiceNotes(candidate: Candidate): string[] {
  const { open, failed, bare } = judged(candidate);
  const titles = (tests: CandidateTest[]) => tests.map((test) => testWords[test].title).join(", ");
  return [
    failed.length > 0 && `It fails: ${titles(failed)}.`,
    open.length > 0 &&
      (open.length === candidateTests.length
        ? "None of the ten tests has been judged."
        : `Not judged yet: ${titles(open)}.`),
    bare.length > 0 && `A verdict without evidence: ${titles(bare)}.`,
    !candidate.gaming && "Nobody has tried to game it on paper.",
    !candidate.correlation && "Nothing is written about how it goes along with long-term success.",
    candidate.sceptic === undefined && "No sceptic from outside has answered.",
    candidate.sceptic?.verdict === "no" && "The sceptic says that a customer would not care. Simplify it.",
  ].filter((one) => one !== false);
}

/** Whether the shortlist is one: two or three that are open. Undefined when there is nothing to say. */
export function shortlistAdvice(open: number): string | undefined {
  if (open === 0) return "Put two or three on the shortlist. A choice needs something to choose from.";
  if (open === 1) return "One candidate is no choice yet. Add one or two that you would seriously defend.";
  if (open > 3)
    return `${open} candidates are many. Two or three judged well beat ${open} judged quickly: reject the weakest, with the reason.`;
  return undefined;
}
