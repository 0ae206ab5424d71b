import type { KeyResult } from "./key-result.ts";

/** A key result as it could be written, to be taken over and changed. */
export interface KeyResultExample {
  title: string;
  direction: Extract<KeyResult["direction"], "increase" | "decrease">;
  unit: KeyResult["unit"];
  baseline: number;
  target: number;
  because: string;
}

export interface ObjectiveExample {
  title: string;
  why: string;
  keyResults: readonly KeyResultExample[];
}

const share = { label: "", scale: "ratio", decimals: 0 } as const;
const days = { label: "days", scale: "value", decimals: 1 } as const;

/** Objectives to learn from or begin with: three of a listening product, and one of a tool for teams. */
export const objectiveExamples: readonly ObjectiveExample[] = [
  {
    title: "Become the daily audio companion of people who do not pay",
    why: "Who listens every day stays, whether they pay or not.",
    keyResults: [
      raise(
        "Free listeners with five listening days a week, from 31% to 38%",
        0.31,
        0.38,
        "a day more each week is a day more of listening",
      ),
      raise(
        "Free listeners who start before nine, from 12% to 18%",
        0.12,
        0.18,
        "a morning habit brings people back every day",
      ),
      {
        ...raise("Days until a new free listener has a week of three days, from 12.0 to 8.0", 12, 8, ""),
        direction: "decrease",
        unit: days,
        because: "who finds the habit sooner gives up less often",
      },
    ],
  },
  {
    title: "Turn engaged free listeners into subscribers",
    why: "They get the value already; the step to paying is the one that is missing.",
    keyResults: [
      raise(
        "Heavy free listeners who start a trial in a month, from 6% to 8%",
        0.06,
        0.08,
        "without adverts sessions grow longer",
      ),
      raise(
        "Trials that reach their second invoice, from 61% to 68%",
        0.61,
        0.68,
        "who stays for two invoices listens more than before",
      ),
    ],
  },
  {
    title: "Be the place for podcasts and audiobooks",
    why: "Speech fills hours that music does not.",
    keyResults: [
      raise(
        "Listeners who finish two podcast episodes a week, from 18% to 26%",
        0.18,
        0.26,
        "a weekly show is a reason to come back that music does not replace",
      ),
      raise(
        "Premium listeners who start an audiobook in a month, from 2% to 5%",
        0.02,
        0.05,
        "a book fills ten hours that were silent before",
      ),
    ],
  },
  {
    title: "Let a new team feel the value in its first week",
    why: "A team that has not worked together here in a week hardly ever comes back.",
    keyResults: [
      raise(
        "New teams that finish onboarding, from 40% to 60%",
        0.4,
        0.6,
        "a finished onboarding lifts the number of weekly active teams",
      ),
      raise(
        "New teams with three people active in week one, from 22% to 33%",
        0.22,
        0.33,
        "three people keep each other coming back",
      ),
    ],
  },
];

function raise(title: string, baseline: number, target: number, because: string): KeyResultExample {
  return { title, direction: "increase", unit: share, baseline, target, because };
}
