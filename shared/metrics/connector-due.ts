import { nextOccurrence } from "../time/cadence.ts";
import { wallClock } from "../time/wall-clock.ts";
import type { Schedule } from "./connector.ts";

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
