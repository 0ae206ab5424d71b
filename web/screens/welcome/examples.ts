import type { NorthStar } from "../../../shared/metrics/north-star.ts";

export type BusinessModel = NonNullable<NorthStar["businessModel"]>;

/** What stands greyed in the empty fields, so that every step shows what a good answer looks like. */
export interface Example {
  label: string;
  star: { name: string; definition: string; unit: string };
  inputs: { name: string; unit: string }[];
  objective: string;
  keyResult: { title: string; because: string };
}

export const examples: Record<BusinessModel, Example> = {
  attention: {
    label: "Time well spent",
    star: {
      name: "Listening per weekly active user",
      definition: "Minutes listened in a week, divided by the people who listened at all that week",
      unit: "min / week",
    },
    inputs: [
      { name: "Listeners who finish two podcast episodes a week", unit: "percent" },
      { name: "Sessions per listener", unit: "a week" },
      { name: "New listeners active in week 2", unit: "percent" },
    ],
    objective: "Become the daily companion of people who do not pay yet",
    keyResult: {
      title: "Listeners who finish two podcast episodes a week",
      because: "a weekly habit adds listening time that music does not replace",
    },
  },
  transaction: {
    label: "Buying, booking",
    star: {
      name: "Nights booked",
      definition: "Nights booked in a week and not cancelled within 48 hours",
      unit: "nights / week",
    },
    inputs: [
      { name: "Searches that end in a booking", unit: "percent" },
      { name: "Guests who book a second time within a year", unit: "percent" },
      { name: "New homes ready to book", unit: "homes / week" },
    ],
    objective: "Make the second booking as natural as the first",
    keyResult: {
      title: "Guests who book a second time within a year",
      because: "a returning guest books more nights and needs no advertising",
    },
  },
  productivity: {
    label: "Getting work done",
    star: {
      name: "Weekly active teams",
      definition: "Teams in which two people or more finished a piece of work together this week",
      unit: "teams",
    },
    inputs: [
      { name: "New teams that finish onboarding", unit: "percent" },
      { name: "Pieces of work per team", unit: "a week" },
      { name: "Teams still active after 30 days", unit: "percent" },
    ],
    objective: "Every new team gets its first work done together",
    keyResult: {
      title: "New teams that finish onboarding",
      because: "a team that finishes onboarding is active in later weeks",
    },
  },
  "user-generated-content": {
    label: "Made by its members",
    star: {
      name: "Answered questions",
      definition: "Questions asked in a week that got an answer marked helpful within a day",
      unit: "a week",
    },
    inputs: [
      { name: "Members who answer in a week", unit: "percent" },
      { name: "Questions answered within an hour", unit: "percent" },
      { name: "New members who ask in their first week", unit: "percent" },
    ],
    objective: "Nobody waits a day for a helpful answer",
    keyResult: {
      title: "Questions answered within an hour",
      because: "people who are answered fast come back and answer others",
    },
  },
};

/** The example to show while nothing was chosen. */
export function exampleFor(model: BusinessModel | undefined): Example {
  return examples[model ?? "productivity"];
}
