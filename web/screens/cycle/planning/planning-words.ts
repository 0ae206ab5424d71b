import type { InputStanding, Paced } from "../../../../shared/metrics/weakest.ts";
import type { Fit } from "../../../../shared/okrs/allocation.ts";
import type { PlanningStep } from "../../../../shared/okrs/planning.ts";
import { plural } from "../../../ui/day.ts";

/** A step as the list calls it, its heading, and what it asks. */
export const stepWords: Record<PlanningStep, { label: string; title: string; asks: string }> = {
  star: {
    label: "North Star",
    title: "Where the star stands",
    asks: "Which bets in the next 90 days move us toward the star?",
  },
  inputs: {
    label: "Weakest inputs",
    title: "The weakest inputs",
    asks: "The right lever is the one that trails and that we can move. Where is that?",
  },
  squads: {
    label: "Squads",
    title: "Which squads can move them?",
    asks: "Say for each squad which inputs it can move. Its objectives are drafted from this answer.",
  },
  "carry-over": {
    label: "Carry over",
    title: "What goes on?",
    asks: "What was not reached may still be worth reaching. What is not chosen ends with its score.",
  },
  company: {
    label: "Company",
    title: "What the company wants to be true",
    asks: "An objective that does not help the star: why does it exist?",
  },
  objectives: {
    label: "Squad objectives",
    title: "What each squad will change",
    asks: "One or two a squad, each below a company objective.",
  },
  "key-results": {
    label: "Key results",
    title: "How it will show",
    asks: "Two to four an objective: a number, one owner, the input it moves, and because why.",
  },
  load: {
    label: "Load",
    title: "Who carries how much",
    asks: "Nobody keeps track of more than about seven key results a week.",
  },
  gate: {
    label: "Gate",
    title: "The gate",
    asks: "What does not reach the star is linked, declared an exemption, or dropped.",
  },
};

/** "2 left", or nothing where a step has nothing to say. */
export function openWords(step: PlanningStep, open: number): string | undefined {
  if (open === 0) return undefined;
  return step === "carry-over" ? `${open} could go on` : `${open} left`;
}

/** Why an input stands where it does among the weakest. */
export function reasonWords({ reason, metric }: InputStanding<Paced>): string {
  const wrong = metric.goodDirection === "up" ? "down" : "up";
  switch (reason.by) {
    case "range":
      return `Its last reading left its usual range, ${wrong}ward.`;
    case "pace":
      return `${plural(reason.keyResults, "key result")} at ${Math.round(reason.pace * 100)}% of the pace expected by now.`;
    case "drift":
      return `It drifted ${wrong} by ${reason.sigmas.toFixed(1)} of its own sigma over ${reason.readings} readings.`;
    case "nothing":
      return "Nothing speaks against it so far.";
  }
}

const doubts = {
  "few-readings": "few readings",
  estimated: "an estimate",
  silent: "no key result says a pace",
} as const;

/** What makes its place only a hint: "A hint only: few readings." */
export function doubtWords({ doubts: found }: InputStanding<Paced>): string | undefined {
  return found.length === 0 ? undefined : `A hint only: ${found.map((one) => doubts[one]).join(", ")}.`;
}

export const fitWords: Record<Fit, string> = {
  omtm: "its One Metric That Matters",
  own: "its own metric",
  steward: "one of its people looks after it",
  moved: "it moved it before",
};
