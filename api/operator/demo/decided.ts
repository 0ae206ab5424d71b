import type { MetricKey } from "./metrics.ts";

export interface Said {
  as: "keep" | "adjust" | "drop" | "help";
  text: string;
}

/** What the PMs of the example decide in a week, over and over. */
export const weeklySaid: readonly Said[] = [
  { as: "keep", text: "The trend holds; nothing to change." },
  { as: "help", text: "The platform team looks at the delayed events." },
  { as: "keep", text: "Moves as planned." },
  { as: "adjust", text: "One test at a time, so that we can read it." },
];

/** What the director decides about a key result in a cycle's second and third month, by its title. */
export const monthlySaid: Readonly<Record<string, readonly [Said, Said]>> = {
  "New listeners who follow a friend in week one, from 12% to 20%": [
    { as: "keep", text: "The invitation works; leave it alone." },
    { as: "keep", text: "Nearly there; no new tests in the last month." },
  ],
  "New listeners who open a shared playlist, from 9% to 14%": [
    { as: "adjust", text: "Ask after the third session, not in the first." },
    { as: "help", text: "The sharing sheet needs a designer for two weeks; Dora finds one." },
  ],
  "Episodes found from the home screen, from 18% to 30%": [
    { as: "help", text: "The home team gives the shelf one more row until the end of the cycle." },
    { as: "adjust", text: "Shows people follow come first, new ones below." },
  ],
  "Weekly users who follow two or more shows, from 14% to 22%": [
    { as: "keep", text: "Behind, but the follow button ships next week." },
    { as: "keep", text: "The button helps; let it run." },
  ],
  "Free listeners with four listening days, from 40% to 46%": [
    { as: "adjust", text: "One morning notification, not three; the rest are turned off by people." },
    { as: "help", text: "Playlists of the morning need an editor; Dora asks the content team." },
  ],
  "Free listeners with five listening days a week, from 31% to 38%": [
    { as: "keep", text: "On its way; come back only if it slows." },
    { as: "keep", text: "Nothing to change." },
  ],
  "Morning sessions started by voice or in the car, from 4% to 9%": [
    { as: "help", text: "Needs the car maker's release; Dora asks them for a date this month." },
    { as: "help", text: "Without the release, start with the two cars that have it." },
  ],
  "Tracks saved by a new free listener in week one, from 2.1 to 3.5": [
    { as: "adjust", text: "Count first-week saves only, so that the number is the squad's own." },
    { as: "keep", text: "The prompt after the second play does it." },
  ],
};

/** What the look back at a closed cycle decides about the inputs of the next one, oldest cycle first. */
export const quarterlySaid: readonly Partial<Record<MetricKey, Said>>[] = [
  {
    "week-2-activation": {
      as: "keep",
      text: "One of its two key results missed by far, so it is still untried; nobody carries it on for now.",
    },
    "sessions-per-listener": { as: "keep", text: "The podcast squad joins in the next cycle." },
  },
  {
    "weekly-podcast-habit": {
      as: "keep",
      text: "The home screen did not help enough; next are finished episodes and audiobooks.",
    },
    "sessions-per-listener": {
      as: "keep",
      text: "From four listening days to five, and mornings in the car.",
    },
  },
];
