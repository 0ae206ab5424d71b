import type { Revalidation, RevalidationDecision } from "../../../../shared/metrics/revalidation.ts";

export type Trigger = Revalidation["trigger"];

/** What opens the question, and what each of them means. */
export const triggerWords: Record<Trigger, { label: string; hint: string }> = {
  yearly: { label: "Its year is over", hint: "The day set when it was last signed has come." },
  pivot: { label: "A pivot", hint: "The strategy turned, so it may measure what we no longer do." },
  "new-line": { label: "A new line", hint: "A product or a market came that it does not count." },
  "changed-journey": {
    label: "A changed journey",
    hint: "Customers get their value elsewhere, or in another way, than when it was chosen.",
  },
  stall: { label: "It stands still", hint: "It has not moved the good way for long." },
};

export const answerWords: Record<RevalidationDecision, { label: string; hint: string }> = {
  keep: { label: "Keep", hint: "It stays as it is until its next day." },
  adjust: { label: "Adjust", hint: "The metric stays; its statement says better what it is for." },
  replace: {
    label: "Replace",
    hint: "It stands until another is signed in the workshop, and is asked about again in three months.",
  },
};

/** The lines of a text field as links; undefined where one is no web address. */
export function linksIn(text: string): string[] | undefined {
  const lines = text
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);
  return lines.length <= 20 && lines.every((one) => /^https?:\/\/\S{1,1990}$/.test(one)) ? lines : undefined;
}
