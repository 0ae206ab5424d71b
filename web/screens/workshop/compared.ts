import type { Candidate } from "../../../shared/metrics/candidate.ts";
import { candidateTests } from "../../../shared/metrics/candidate-tests.ts";
import { testWords } from "../../../shared/metrics/star-tests.ts";
import type { Mark } from "../../ui/StatusMark.tsx";
import { verdictMarks } from "../../ui/verdict-words.ts";
import { scepticMarks, tagsOf } from "./words.ts";

/** What is said of one candidate under one heading. */
export interface Said {
  mark?: { status: Mark; word: string };
  text: string;
}

const scepticShort = { yes: "cares", no: "does not care", unsure: "not sure" } as const;

/** The headings candidates are compared under, in order, each with what it says of a candidate. */
export const headings: readonly { title: string; said: (candidate: Candidate) => Said }[] = [
  { title: "What it counts", said: ({ definition }) => ({ text: definition }) },
  { title: "Kind", said: (candidate) => ({ text: tagsOf(candidate) }) },
  ...candidateTests.map((test) => ({
    title: testWords[test].title,
    said: ({ answers }: Candidate): Said => {
      const answer = answers[test];
      if (answer === undefined) return { text: "not judged yet" };
      return { mark: { status: verdictMarks[answer.verdict], word: answer.verdict }, text: answer.evidence };
    },
  })),
  { title: "How it could be gamed", said: ({ gaming }) => ({ text: gaming ?? "not tried yet" }) },
  {
    title: "Long-term success",
    said: ({ correlation }) => ({ text: correlation ?? "nothing written yet" }),
  },
  {
    title: "The sceptic",
    said({ sceptic }) {
      if (sceptic === undefined) return { text: "nobody has answered yet" };
      const { verdict, why, by } = sceptic;
      return { mark: { status: scepticMarks[verdict], word: scepticShort[verdict] }, text: `${why} (${by})` };
    },
  },
];
