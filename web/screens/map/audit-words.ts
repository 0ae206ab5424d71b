import type { Audit, InputAudit } from "../../../shared/okrs/audit.ts";
import type { Answer, Verdict } from "../../../shared/okrs/audit-answer.ts";
import { plural } from "../../ui/day.ts";
import type { Mark } from "../../ui/StatusMark.tsx";

export type Question = "committed" | "answered" | "scored";

export const questions: readonly { name: Question; words: string }[] = [
  { name: "committed", words: "A committed key result this cycle?" },
  { name: "answered", words: "This week's nudge answered?" },
  { name: "scored", words: "Will it be scored?" },
];

export const verdictMarks: Record<Verdict, { mark: Mark; word: string }> = {
  yes: { mark: "ok", word: "yes" },
  partly: { mark: "warn", word: "partly" },
  waiting: { mark: "too-early", word: "still time" },
  no: { mark: "bad", word: "no" },
};

/** Why the answer is what it is, in a sentence. */
export function because(question: Question, { verdict, why, good, of }: Answer): string {
  if (why === "no-cycle") return "There is no cycle yet.";
  if (why === "nobody-moves-it")
    return question === "committed"
      ? "No key result of this cycle moves it."
      : question === "answered"
        ? "Nobody is asked about it."
        : "There is nothing to score.";
  if (why === "only-drafts") return `${plural(of, "draft")} would move it; none is committed.`;
  if (why === "nudges-over") return "The cycle does not run; nobody is asked.";
  if (why === "not-due") return "The first one comes with the next check-in day.";
  if (why === "still-time")
    return good === 0
      ? "Nobody has answered yet; there is still time."
      : `${good} of ${of} answered; the others still have time.`;
  if (why === "unanswered") return `${good} of ${of} answered this week.`;
  if (why === "never-said")
    return good === 0
      ? "Nobody has said a value yet, so a score would be empty."
      : `${good} of ${of} have a value to score.`;
  if (question === "committed") return `${plural(good, "key result moves", "key results move")} it.`;
  return question === "answered"
    ? verdict === "yes" && of === 1
      ? "Its owner answered."
      : `All ${of} answered.`
    : of === 1
      ? "It has a value to score."
      : `All ${of} have a value to score.`;
}

export const bearingMarks: Record<InputAudit["bears"], { mark: Mark; word: string }> = {
  yes: { mark: "ok", word: "bears load" },
  partly: { mark: "warn", word: "in part" },
  no: { mark: "bad", word: "only on show" },
};

/** What the whole of it says: "2 of 4 input metrics bear load, 1 in part; 1 is only on show." */
export function overall({ inputs }: Pick<Audit, "inputs">): string {
  const all = inputs.length;
  if (all === 0) return "No input metric reaches the North Star yet, so nothing bears its load.";
  const count = (bears: InputAudit["bears"]) => inputs.filter((one) => one.bears === bears).length;
  const [yes, partly, no] = [count("yes"), count("partly"), count("no")];
  if (all === 1)
    return `The one input metric ${no === 1 ? "is only on show" : `bears load${yes === 1 ? "" : " in part"}`}.`;
  if (yes === all) return `All ${all} input metrics bear load.`;
  const whole = `${yes === 0 ? "None" : yes} of ${plural(all, "input metric")} ${yes > 1 ? "bear" : "bears"} load`;
  const part = partly === 0 ? "" : yes === 0 ? ` in full, ${partly} in part` : `, ${partly} in part`;
  return `${whole}${part}${no === 0 ? "" : `; ${no} ${no === 1 ? "is" : "are"} only on show`}.`;
}

/** Inputs nobody committed a key result to. */
export function unmoved(inputs: readonly InputAudit[]): InputAudit[] {
  return inputs.filter((one) => one.committed.verdict === "no");
}
