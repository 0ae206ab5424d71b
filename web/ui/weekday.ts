import { addDays } from "../../shared/time/local-date.ts";
import { formatWeekday } from "./day.ts";

const monday = "2024-01-01";
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** "Monday" for 1, "Sunday" for 7. */
export function weekdayName(weekday: number): string {
  return formatWeekday(addDays(monday, weekday - 1));
}

/** To choose one from. */
export const weekdayOptions = weekdays.map((day) => ({ value: String(day), label: weekdayName(day) }));
