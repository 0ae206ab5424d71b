import type { Persona } from "./cast.ts";
import type { MetricKey } from "./metrics.ts";
import { type KeyResultStory, type ObjectiveStory, percent } from "./okrs.ts";

/** The two closed cycles before it, oldest first; their key results are graded. */
export const closed: ObjectiveStory[][] = [
  [
    {
      title: "Make the first week of a new listener count",
      why: "Half of those who leave do so in week one.",
      squads: [
        {
          squad: "social",
          title: "Bring friends into the first week",
          keyResults: [
            past(
              "lena",
              "New listeners who follow a friend in week one, from 12% to 20%",
              0.12,
              0.2,
              "week-2-activation",
              0.83,
            ),
            past(
              "ben",
              "New listeners who open a shared playlist, from 9% to 14%",
              0.09,
              0.14,
              "week-2-activation",
              0.41,
            ),
          ],
        },
        {
          squad: "catalog",
          title: "Show something known on the first screen",
          keyResults: [
            past(
              "aiko",
              "First searches that end in a play, from 71% to 80%",
              0.71,
              0.8,
              "saved-tracks",
              0.92,
            ),
          ],
        },
      ],
    },
    {
      title: "Make more of every session",
      why: "Sessions were short although people liked what they heard.",
      squads: [
        {
          squad: "recommendations",
          title: "Keep the next track worth staying for",
          keyResults: [
            past(
              "imani",
              "Sessions longer than twenty minutes, from 38% to 44%",
              0.38,
              0.44,
              "sessions-per-listener",
              1.05,
            ),
          ],
        },
      ],
    },
  ],
  [
    {
      title: "Give podcasts a home",
      why: "People listened to shows elsewhere because ours were hard to find.",
      squads: [
        {
          squad: "podcasts",
          title: "Make following a show the normal thing",
          keyResults: [
            past(
              "ben",
              "Weekly users who follow two or more shows, from 14% to 22%",
              0.14,
              0.22,
              "weekly-podcast-habit",
              0.74,
            ),
            past(
              "mateo",
              "Episodes found from the home screen, from 18% to 30%",
              0.18,
              0.3,
              "weekly-podcast-habit",
              0.66,
            ),
          ],
        },
      ],
    },
    {
      title: "Make the free tier worth a daily visit",
      why: "Free listeners came on three days a week and met too many ads in a row.",
      squads: [
        {
          squad: "ads",
          title: "Fewer interruptions, better placed",
          keyResults: [
            past(
              "tomas",
              "Free sessions that end at an ad, from 21% to 15%",
              0.21,
              0.15,
              "sessions-per-listener",
              0.88,
            ),
          ],
        },
        {
          squad: "recommendations",
          title: "A reason to open the app each morning",
          keyResults: [
            past(
              "priya",
              "Free listeners with four listening days, from 40% to 46%",
              0.4,
              0.46,
              "sessions-per-listener",
              0.58,
            ),
          ],
        },
      ],
    },
  ],
];

function past(
  owner: Persona,
  title: string,
  baseline: number,
  target: number,
  moves: MetricKey,
  ends: number,
): KeyResultStory {
  return {
    owner,
    title,
    direction: target > baseline ? "increase" : "decrease",
    baseline,
    target,
    unit: percent(1),
    moves,
    because: "people who do this come back in the same week and stay for longer",
    ends,
    habit: { day: 0, hour: 10, confidence: ends > 0.7 ? 7 : 4, misses: 1 },
    notes: ["As planned.", "Slower than hoped; next week tells more.", "Back on the line."],
  };
}
