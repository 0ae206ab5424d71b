import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { nextOccurrence } from "../time/cadence.ts";
import { wallClock } from "../time/wall-clock.ts";

/** When a source is asked, by the workspace's clock; an hourly one at the minutes of `time`. */
export const schedule = z.strictObject({
  every: z.enum(["hour", "day", "week"]),
  /** ISO weekday of a weekly one. */
  weekday: z.optional(field.weekday),
  time: field.time,
});
export type Schedule = z.output<typeof schedule>;

const minute = 60_000;

/** The first planned moment after an instant, both ISO in UTC. */
export function nextFetch({ every, weekday, time }: Schedule, zone: string, after: string): string {
  if (every !== "hour")
    return nextOccurrence({ every, time, ...(weekday === undefined ? {} : { weekday }) }, zone, after).dueAt;
  const minutes = (clock: string) => Number(clock.slice(3));
  const ahead = (minutes(time) - minutes(wallClock(after, zone).time) + 60) % 60 || 60;
  const start = Math.floor(Date.parse(after) / minute) * minute;
  return new Date(start + ahead * minute).toISOString();
}
