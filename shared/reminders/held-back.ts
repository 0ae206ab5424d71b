import { addDays, localDate, weekdayOf } from "../time/local-date.ts";

/** What was held back today, and since Monday, in a zone; `now` in milliseconds. */
export function heldBackIn<T extends { at: string }>(
  heldBack: readonly T[],
  now: number,
  zone: string,
): { today: T[]; week: T[] } {
  const on = localDate(now, zone);
  const monday = addDays(on, 1 - weekdayOf(on));
  const since = (day: string) => heldBack.filter((one) => localDate(one.at, zone) >= day);
  return { today: since(on), week: since(monday) };
}
