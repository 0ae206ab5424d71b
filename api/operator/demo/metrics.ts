import type { Args } from "../../../shared/sync/catalog.ts";
import type { Persona, SquadName } from "./cast.ts";
import type { Chance } from "./chance.ts";

type Definition = Omit<Args<"metric.define">, "id" | "key" | "parentId" | "stewardId" | "squadId">;

interface MetricStory extends Definition {
  steward: Persona;
  squad?: SquadName;
  parent?: MetricKey;
  /** Where the 60 weeks begin and end, and how much a week scatters around the line between. */
  from: number;
  to: number;
  scatter: number;
}

export type MetricKey =
  | "listening-per-wau"
  | "sessions-per-listener"
  | "weekly-podcast-habit"
  | "week-2-activation"
  | "saved-tracks"
  | "skips-in-30-seconds"
  | "ad-load"
  | "monthly-revenue"
  | "paying-share"
  | "failed-starts";

const minutes = { label: "min / week", scale: "value", decimals: 0 } as const;
const percent = { label: "", scale: "ratio", decimals: 1 } as const;

export const metrics: Record<MetricKey, MetricStory> = {
  "listening-per-wau": {
    name: "Time spent listening per weekly active user",
    definition:
      "Minutes of music, podcasts and audiobooks played for at least 30 seconds in a week, divided by the people who played anything that week. Paused and muted time is left out.",
    kind: "north-star",
    unit: minutes,
    goodDirection: "up",
    cadence: "weekly",
    steward: "ada",
    source: "Playback events, warehouse table listening_weekly",
    freshDays: 10,
    from: 231,
    to: 261,
    scatter: 2.1,
  },
  "sessions-per-listener": {
    name: "Sessions per listener",
    definition:
      "Listening sessions a weekly active user starts in a week. A pause of 30 minutes ends a session.",
    kind: "input",
    parent: "listening-per-wau",
    unit: { label: "a week", scale: "value", decimals: 1 },
    goodDirection: "up",
    cadence: "weekly",
    steward: "imani",
    squad: "recommendations",
    source: "Playback events",
    freshDays: 10,
    from: 8.1,
    to: 9.3,
    scatter: 0.09,
  },
  "weekly-podcast-habit": {
    name: "Weekly podcast habit",
    definition:
      "Share of weekly active users who finish two podcast episodes or audiobook chapters in the week.",
    kind: "input",
    parent: "listening-per-wau",
    unit: percent,
    goodDirection: "up",
    cadence: "weekly",
    steward: "mateo",
    squad: "podcasts",
    source: "Playback events",
    freshDays: 10,
    from: 0.151,
    to: 0.203,
    scatter: 0.0022,
  },
  "week-2-activation": {
    name: "New listeners active in week 2",
    definition:
      "Share of people who signed up two weeks ago and played on at least three days of their second week.",
    kind: "input",
    parent: "listening-per-wau",
    unit: { label: "", scale: "ratio", decimals: 0 },
    goodDirection: "up",
    cadence: "weekly",
    steward: "lena",
    squad: "social",
    source: "Sign-up cohorts",
    freshDays: 10,
    from: 0.43,
    to: 0.442,
    scatter: 0.009,
  },
  "saved-tracks": {
    name: "Saved tracks per listener",
    definition: "Tracks, shows and books a weekly active user saves to their library in a week.",
    kind: "input",
    parent: "listening-per-wau",
    unit: { label: "a week", scale: "value", decimals: 1 },
    goodDirection: "up",
    cadence: "weekly",
    steward: "aiko",
    squad: "catalog",
    source: "Library events",
    freshDays: 10,
    from: 2.6,
    to: 3.1,
    scatter: 0.06,
  },
  "skips-in-30-seconds": {
    name: "Skips in the first 30 seconds",
    definition:
      "Share of started tracks that are skipped within 30 seconds. Listening time must not be bought with noise.",
    kind: "guardrail",
    parent: "listening-per-wau",
    unit: { label: "", scale: "ratio", decimals: 1 },
    goodDirection: "down",
    cadence: "weekly",
    steward: "imani",
    squad: "recommendations",
    ceiling: 0.24,
    from: 0.215,
    to: 0.241,
    scatter: 0.0028,
  },
  "ad-load": {
    name: "Ads per free hour",
    definition: "Audio ads played in an hour of free listening, on average.",
    kind: "guardrail",
    parent: "listening-per-wau",
    unit: { label: "an hour", scale: "value", decimals: 1 },
    goodDirection: "down",
    cadence: "weekly",
    steward: "tomas",
    squad: "ads",
    ceiling: 6,
    from: 4.6,
    to: 5.1,
    scatter: 0.08,
  },
  "monthly-revenue": {
    name: "Monthly recurring revenue",
    definition: "Subscriptions and ad revenue, annualised contracts spread by month, in millions of euro.",
    kind: "outcome",
    unit: { label: "M€", scale: "value", decimals: 1 },
    goodDirection: "up",
    cadence: "weekly",
    steward: "henrik",
    from: 41.5,
    to: 47.8,
    scatter: 0.25,
  },
  "paying-share": {
    name: "Listeners who pay",
    definition: "Share of monthly active users with a paid subscription on the last day of the week.",
    kind: "outcome",
    unit: percent,
    goodDirection: "up",
    cadence: "weekly",
    steward: "henrik",
    from: 0.372,
    to: 0.391,
    scatter: 0.0011,
  },
  // Nobody counts it in the warehouse: its readings are the check-ins of the key result that measures it.
  "failed-starts": {
    name: "Play starts that fail",
    definition: "Share of taps on play after which nothing is heard within ten seconds.",
    kind: "health",
    unit: { label: "", scale: "ratio", decimals: 2 },
    goodDirection: "down",
    cadence: "weekly",
    steward: "aiko",
    squad: "catalog",
    target: 0.006,
    from: 0,
    to: 0,
    scatter: 0,
  },
};

export const weeks = 60;

/** The two planted anomalies: an outage weeks ago, and a fall nobody has explained yet. */
const planted: { key: MetricKey; weeksAgo: number; value: number; note: string }[] = [
  {
    key: "listening-per-wau",
    weeksAgo: 9,
    value: 233,
    note: "Playback outage on Wednesday, 5 hours in Europe.",
  },
  { key: "week-2-activation", weeksAgo: 0, value: 0.37, note: "" },
];

const platforms = { Phone: 0, Desktop: -38, Car: 21 };

/** The North Star's last half year by platform, oldest first. */
export function platformsOf(chance: Chance): { weeksAgo: number; value: number; segment: string }[] {
  const { to, scatter } = metrics["listening-per-wau"];
  return Array.from({ length: 26 }, (_, week) => 25 - week).flatMap((weeksAgo) =>
    Object.entries(platforms).map(([segment, apart]) => ({
      weeksAgo,
      segment,
      value: Number((to + apart - weeksAgo * 0.5 + chance.normal() * scatter * 2).toFixed(1)),
    })),
  );
}

/** One metric's readings, oldest first; `weeksAgo` 0 is the newest. Values carry the metric's own decimals. */
export function seriesOf(
  key: MetricKey,
  chance: Chance,
): { weeksAgo: number; value: number; note?: string }[] {
  const { from, to, scatter, unit } = metrics[key];
  const digits = unit.decimals + (unit.scale === "ratio" ? 3 : 1);
  return Array.from({ length: weeks }, (_, week) => {
    const weeksAgo = weeks - 1 - week;
    const line = from + ((to - from) * week) / (weeks - 1);
    const value = Number((line + chance.normal() * scatter).toFixed(digits));
    const anomaly = planted.find((one) => one.key === key && one.weeksAgo === weeksAgo);
    if (anomaly === undefined) return { weeksAgo, value };
    return { weeksAgo, value: anomaly.value, ...(anomaly.note === "" ? {} : { note: anomaly.note }) };
  });
}
