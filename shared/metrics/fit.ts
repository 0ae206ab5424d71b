import type { Workshop } from "../people/workspace.ts";

type Fit = NonNullable<Workshop["fit"]>;
export type FitQuestion = keyof Fit;

/** Five questions about the company; what a "no" and a "partly" mean for a North Star. */
export const fitQuestions: readonly {
  key: FitQuestion;
  question: string;
  hint: string;
  no: string;
  partly: string;
}[] = [
  {
    key: "productLed",
    question: "Do people get the value by using the product itself?",
    hint: "Not by a contract, a consultant or a campaign around it.",
    no: "Where sales or services deliver the value, a number of product use says little. Count what customers get after the sale, and keep revenue beside it as an outcome.",
    partly: "Count only the part that the product delivers, and say so in the definition.",
  },
  {
    key: "growthStage",
    question: "Do people come back by themselves, and is it time for more of them?",
    hint: "Growth stage: the product works for somebody, and the question is how to widen it.",
    no: "Before people come back by themselves a North Star measures guesses. Find out what makes a few stay; look again in a quarter.",
    partly: "Choose a metric of coming back rather than of arriving.",
  },
  {
    key: "customerValue",
    question: "Can you say what a customer has when it went well?",
    hint: "An outcome they would name: a night slept, a song enjoyed, work finished.",
    no: "Answer the value questions first; the metric follows from that answer.",
    partly: "Write it down in the value step before you look for candidates.",
  },
  {
    key: "oneModel",
    question: "Is it one kind of business?",
    hint: "Not a marketplace, a subscription and an agency under one roof.",
    no: "Several business models pull one number apart. Give each product line its own North Star, under one umbrella metric.",
    partly: "Choose for the line that carries the company; add others later, under an umbrella metric.",
  },
  {
    key: "dataVisible",
    question: "Could you read such a number every week from the data you have?",
    hint: "Tracking, a query, somebody who can run it.",
    no: "Without data one flies blind on proxies. Mark the metric as estimated, and make measuring it the first thing you do.",
    partly: "Mark it as estimated until two people get the same number.",
  },
];

export interface FitAdvice {
  standing: "open" | "fits" | "mixed" | "poor";
  answered: number;
  /** The whole in a sentence. */
  words: string;
  /** What each answer other than "yes" asks for. */
  notes: { key: FitQuestion; words: string }[];
}

/** What the answers come to. It advises; nothing is blocked by it. */
export function fitAdvice(fit: Fit = {}): FitAdvice {
  const said = fitQuestions.map((one) => ({ ...one, answer: fit[one.key] }));
  const answered = said.filter((one) => one.answer !== undefined).length;
  const count = (answer: Fit[FitQuestion]) => said.filter((one) => one.answer === answer).length;
  const notes = said.flatMap(({ key, answer, no, partly }) =>
    answer === "no" ? [{ key, words: no }] : answer === "partly" ? [{ key, words: partly }] : [],
  );
  const standing = standingOf(answered, count("no"), count("partly"));
  const soFar = standing !== "open" && answered < fitQuestions.length ? "So far: " : "";
  return { standing, answered, words: `${soFar}${sentences[standing]}`, notes };
}

const sentences: Record<FitAdvice["standing"], string> = {
  open: "Answer what you can. It advises and blocks nothing.",
  fits: "A North Star fits you well.",
  mixed: "A North Star can work here, with care about what is named below.",
  poor: "It may be too early, or the wrong tool. You can go on; keep it a proposal, and ask again in a quarter.",
};

function standingOf(answered: number, no: number, partly: number): FitAdvice["standing"] {
  if (answered === 0) return "open";
  if (no >= 2) return "poor";
  return no === 1 || partly >= 2 ? "mixed" : "fits";
}
