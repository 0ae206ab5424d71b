import { addDays } from "../../../shared/time/local-date.ts";

export interface DaySpan {
  from: string;
  to: string;
}

/** Single days folded into spans without gaps, in order. */
export function spansOf(days: readonly string[]): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const on of [...new Set(days)].sort()) {
    const last = spans.at(-1);
    if (last !== undefined && addDays(last.to, 1) === on) last.to = on;
    else spans.push({ from: on, to: on });
  }
  return spans;
}

/** Every day of a span, both ends included; none when it ends before it begins. At most a year and a day. */
export function daysOf({ from, to }: DaySpan): string[] {
  const days: string[] = [];
  for (let on = from; on <= to && days.length < 366; on = addDays(on, 1)) days.push(on);
  return days;
}
