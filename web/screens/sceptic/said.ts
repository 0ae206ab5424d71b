import type { ScepticAnswer } from "../../store/sceptic.ts";

/** The answer as it is typed. */
export type Said = Omit<ScepticAnswer, "verdict"> & { verdict?: ScepticAnswer["verdict"] };

export const verdicts = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unsure", label: "Not sure" },
] as const;

/** What must be put right before it can be sent. */
export function mistakesIn({ verdict, why, by }: Said): Partial<Record<keyof Said, string>> {
  return {
    ...(verdict === undefined && { verdict: "Choose yes, no or not sure." }),
    ...(why.trim() === "" && { why: "Say why in a sentence; that is what helps." }),
    ...(why.trim().length > 2000 && { why: "Shorten it to 2000 characters." }),
    ...(by.trim() === "" && { by: "Say who you are, so that they know whose answer it is." }),
  };
}
