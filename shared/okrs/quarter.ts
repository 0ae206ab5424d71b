import { addDays, daysBetween } from "../time/local-date.ts";

export interface Span {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** The calendar quarter a day lies in. */
export function quarterOf(on: string): Span {
  const year = Number(on.slice(0, 4));
  const index = Math.floor((Number(on.slice(5, 7)) - 1) / 3);
  const first = (quarter: number) =>
    quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`;
  return {
    name: `Q${index + 1} ${year}`,
    startsOn: first(index),
    endsOn: addDays(first(index + 1), -1),
  };
}

/** With fewer days left than this, a quarter is no place to begin. */
const enoughDays = 28;

/** The next cycle to propose on a day: behind the last one planned, in this quarter while there is room, else in the next. */
export function quarterAfter(cycles: readonly Pick<Span, "endsOn">[], on: string): Span {
  const last = cycles.reduce((latest, one) => (one.endsOn > latest ? one.endsOn : latest), "");
  const free = last === "" ? on : addDays(last, 1);
  const day = free > on ? free : on;
  const quarter = quarterOf(day);
  if (daysBetween(day, quarter.endsOn) < enoughDays) return quarterOf(addDays(quarter.endsOn, 1));
  return { ...quarter, startsOn: free > quarter.startsOn && last !== "" ? free : quarter.startsOn };
}
