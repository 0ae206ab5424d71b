import { dayWords, englishLocale } from "../../shared/time/day-words.ts";

/** Days and moments in words. The words are English; the order of day and month follows an English locale. */

const day = 86_400_000;

/** "Monday 23 November". */
export function formatDayLong(on: string, locale?: string): string {
  return format(on, { weekday: "long", day: "numeric", month: "long" }, locale).replace(",", "");
}

/** "23 Nov", with the year when it is not the year of `today`. */
export function formatDay(on: string, locale?: string, today?: string): string {
  return dayWords(on, today, locale);
}

/** "Monday". */
export function formatWeekday(on: string, locale?: string): string {
  return format(on, { weekday: "long" }, locale);
}

/** "today", "yesterday", "tomorrow", "in 3 days", "9 days ago"; beyond a fortnight the day itself. */
export function formatDayAway(on: string, today: string, locale?: string): string {
  const away = Math.round((Date.parse(on) - Date.parse(today)) / day);
  if (away === 0) return "today";
  if (away === 1) return "tomorrow";
  if (away === -1) return "yesterday";
  if (Math.abs(away) > 14) return `on ${formatDay(on, locale, today)}`;
  return away > 0 ? `in ${away} days` : `${-away} days ago`;
}

/** "09:00" of an instant, in the device's zone. */
export function formatTime(at: string, locale?: string): string {
  return new Intl.DateTimeFormat(englishLocale(locale), { hour: "2-digit", minute: "2-digit" }).format(
    Date.parse(at),
  );
}

/** "just now", "4 min ago", "3 h ago", "2 days ago" of an instant; `now` in milliseconds. */
export function formatAgo(at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/** "1 check-in", "3 check-ins". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function format(on: string, options: Intl.DateTimeFormatOptions, locale?: string): string {
  return new Intl.DateTimeFormat(englishLocale(locale), { ...options, timeZone: "UTC" }).format(
    Date.parse(on),
  );
}
