import type { CandidateTest } from "./candidate-tests.ts";

/** Each test as it is asked, what a plain yes looks like, and where to find the evidence. */
export const testWords: Record<CandidateTest, { title: string; question: string; evidence: string }> = {
  "one-metric": {
    title: "One metric",
    question: "Is it a single number, not several under one name?",
    evidence:
      "Write the formula and the time it counts over. A ratio of two counts is one number; a weighted score is not, and a total since the beginning is a snapshot.",
  },
  leading: {
    title: "Leading",
    question: "Does it move before conversion, retention and revenue do?",
    evidence: "Which earlier rise or fall was followed by one of these, and how many weeks later?",
  },
  "user-centric": {
    title: "User-centric",
    question: "Does it rise when a customer got what they came for?",
    evidence: "Name the moment in a customer’s week that makes it go up.",
  },
  actionable: {
    title: "Actionable by every squad",
    question: "Could every squad do something within a quarter that moves it?",
    evidence: "One lever for each squad. A metric that only one team can move is not a North Star.",
  },
  sticky: {
    title: "Sticky",
    question: "Will it still be the right number in three years?",
    evidence: "What would have to change about the product before it was wrong?",
  },
  measurable: {
    title: "Measurable today",
    question: "Can it be read with today’s data?",
    evidence: "The table or the query. If it is a proxy: mark it as estimated when you choose it.",
  },
  influenceable: {
    title: "Influenceable",
    question: "Can the product move it, rather than season, price or luck?",
    evidence: "A release or an experiment after which it moved.",
  },
  "not-lagging": {
    title: "Not lagging",
    question: "Does it answer within days or weeks, not at the end of the year?",
    evidence: "How soon after a change would you see it? Daily or weekly is ideal.",
  },
  "customer-value": {
    title: "Customer value",
    question: "If it keeps growing, do customers really get more?",
    evidence: "A case where it rose and customers were better off; one where they were not.",
  },
  understandable: {
    title: "Understandable by everyone",
    question: "Could a new colleague explain it after one sentence?",
    evidence: "Ask one, and write down what they said.",
  },
};

/** How a team could hit a number without delivering value; the pair shows what a better count changes. */
export const gamingPrompt = {
  question: "How could a team hit it without delivering value?",
  hint: "Think like somebody whose bonus hangs on it. Then say what the definition or a guardrail does against it.",
  weak: "New sign-ups: hit by a campaign of people who never return.",
  strong: "People who do the core action within 7 days: only those who got something count.",
};

/** Whether growth of the number and success of the company have gone together so far. */
export const correlationPrompt = {
  question: "Has it gone along with long-term success so far?",
  hint: "Cohorts, earlier years, another company of your kind. “We do not know yet” is an answer; say how you will find out.",
};

/** What the value step asks, by the field it is kept under. */
export const valueQuestions = [
  {
    key: "premise",
    label:
      "If one number kept growing, would customers really get more value, and would long-term growth follow?",
    hint: "The premise: better than any financial figure alone would show. Say why you believe it.",
  },
  {
    key: "valueExchanged",
    label: "Which value is exchanged?",
    hint: "Not what earns the money: revenue is the consequence. What does the customer get?",
  },
  {
    key: "valueAction",
    label: "Which single action shows most reliably that value was received?",
    hint: "By the customer, in the product: a song played to the end, a night stayed, a report shared.",
  },
  {
    key: "flywheel",
    label: "Which number, if it rose today, would make everything else turn faster?",
    hint: "The flywheel: more of it brings more of it.",
  },
] as const;
