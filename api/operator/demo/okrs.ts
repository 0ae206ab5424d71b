import type { Unit } from "../../../shared/metrics/metric.ts";
import type { Persona, SquadName } from "./cast.ts";
import type { MetricKey } from "./metrics.ts";

/** How a key result went, week by week, as the share of the way from baseline to target it ends at. */
export interface KeyResultStory {
  owner: Persona;
  title: string;
  direction: "increase" | "decrease";
  baseline: number;
  target: number;
  unit: Unit;
  moves: MetricKey;
  because: string;
  aspirational?: boolean;
  /** Progress at the end of the cycle if it keeps going like this; 1 is the target. */
  ends: number;
  /** The day after the due day on which its owner usually checks in, and their usual confidence. */
  habit: { day: number; hour: number; confidence: number; misses: number };
  notes: string[];
}

export interface ObjectiveStory {
  title: string;
  why: string;
  squads: { squad: SquadName; title: string; why?: string; keyResults: KeyResultStory[] }[];
}

export const percent = (decimals: number): Unit => ({ label: "", scale: "ratio", decimals });

/** The running cycle: three company objectives, each carried by squads, with 3, 2 and 2 key results. */
export const running: ObjectiveStory[] = [
  {
    title: "Become the daily audio companion for non-paying listeners",
    why: "People who listen every day stay, and most of them do not pay yet.",
    squads: [
      {
        squad: "recommendations",
        title: "Have the right first track ready every weekday",
        keyResults: [
          {
            owner: "imani",
            title: "Free listeners with five listening days a week, from 31% to 38%",
            direction: "increase",
            baseline: 0.31,
            target: 0.38,
            unit: percent(1),
            moves: "sessions-per-listener",
            because:
              "a listener who comes back five days a week starts more sessions, and every session adds minutes",
            ends: 1.02,
            habit: { day: -1, hour: 16, confidence: 8, misses: 0 },
            notes: [
              "Daily mix on the lock screen reached everybody on Tuesday.",
              "Weekday mornings carry it; weekends are flat.",
              "The calmer Monday mix keeps people past ten minutes.",
              "Nothing new, the trend holds.",
            ],
          },
        ],
      },
      {
        squad: "social",
        title: "Make the way to work a reason to press play",
        keyResults: [
          {
            owner: "lena",
            title: "Morning sessions started by voice or in the car, from 4% to 9%",
            direction: "increase",
            baseline: 0.04,
            target: 0.09,
            unit: percent(1),
            moves: "sessions-per-listener",
            because:
              "a session that needs no hands starts on the days when people would not have opened the app",
            ends: 0.72,
            habit: { day: 1, hour: 9, confidence: 6, misses: 3 },
            notes: [
              "Voice start works in the car test with two makers.",
              "The spring update of one car maker slipped by a month.",
              "Commuters who shared a playlist start twice as often.",
            ],
          },
        ],
      },
      {
        squad: "catalog",
        title: "Give new listeners something of their own to come back to",
        keyResults: [
          {
            owner: "aiko",
            title: "Tracks saved by a new free listener in week one, from 2.1 to 3.5",
            direction: "increase",
            baseline: 2.1,
            target: 3.5,
            unit: { label: "tracks", scale: "value", decimals: 1 },
            moves: "saved-tracks",
            because:
              "whoever has saved three things in the first week finds a library instead of an empty screen in the second",
            ends: 0.96,
            habit: { day: -1, hour: 8, confidence: 7, misses: 0 },
            notes: [
              "Saving from search results went live for half of new listeners.",
              "Local charts in Japan and Brazil doubled saves there.",
              "Steady week.",
            ],
          },
        ],
      },
    ],
  },
  {
    title: "Turn engaged free listeners into paying subscribers",
    why: "Paying listeners hear twice as much, and pay for everything else we do.",
    squads: [
      {
        squad: "ads",
        title: "Make the first paid month an easy yes",
        keyResults: [
          {
            owner: "tomas",
            title: "Heavy free listeners who start a trial in a month, from 6.2% to 8.0%",
            direction: "increase",
            baseline: 0.062,
            target: 0.08,
            unit: percent(1),
            moves: "week-2-activation",
            because:
              "an offer in the second week takes the ads away just when the habit forms, so more come back that week",
            ends: 0.38,
            habit: { day: 0, hour: 11, confidence: 3, misses: 1 },
            notes: [
              "The offer page loads in two seconds now, no change in starts yet.",
              "Prices moved in two markets; trials fell there.",
              "We stop the banner test and try the offer after the fifth session.",
            ],
          },
          {
            owner: "priya",
            title: "Trials cancelled before the second invoice, from 39% to 32%",
            direction: "decrease",
            baseline: 0.39,
            target: 0.32,
            unit: percent(1),
            moves: "sessions-per-listener",
            because:
              "people who stay past the second invoice listen offline and on more devices, which adds sessions",
            ends: 0.9,
            habit: { day: 0, hour: 14, confidence: 7, misses: 1 },
            notes: [
              "Reminder before the invoice halves surprise cancellations.",
              "Family plan switchers stay.",
              "Nothing to report beyond the number.",
            ],
          },
        ],
      },
    ],
  },
  {
    title: "Be the go-to for podcasts and audiobooks, not only music",
    why: "Spoken word fills hours that music never will.",
    squads: [
      {
        squad: "podcasts",
        title: "Make a weekly show a habit",
        keyResults: [
          {
            owner: "ben",
            title: "Listeners who finish two podcast episodes a week, from 18% to 26%",
            direction: "increase",
            baseline: 0.18,
            target: 0.26,
            unit: percent(1),
            moves: "weekly-podcast-habit",
            because: "a weekly podcast habit adds listening time that music does not replace",
            ends: 0.55,
            habit: { day: 1, hour: 17, confidence: 6, misses: 1 },
            notes: [
              "Resume from where you stopped is out on phones.",
              "Autoplay of the next episode lifts finishes by a tenth in cohort A.",
              "Autoplay test waits for the licence answer.",
            ],
          },
          {
            owner: "ben",
            title: "Premium listeners who start an audiobook in a month, from 2% to 5%",
            direction: "increase",
            baseline: 0.02,
            target: 0.05,
            unit: percent(1),
            moves: "weekly-podcast-habit",
            because: "a started book brings people back for chapters in the same week",
            aspirational: true,
            ends: 0.8,
            habit: { day: 1, hour: 17, confidence: 5, misses: 1 },
            notes: [
              "Forty new titles from two publishers.",
              "The book shelf on the home screen doubled starts.",
            ],
          },
        ],
      },
    ],
  },
];
