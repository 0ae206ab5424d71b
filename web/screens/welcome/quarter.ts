import { addDays, daysBetween } from "../../../shared/time/local-date.ts";

export interface Span {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** A quarter with fewer days left than this is no place to begin; the first cycle then runs into the next. */
const enoughDays = 28;
/** Up to here the quarter counts from its first day; later, from today: nobody owes weeks before Northing came. */
const justBegun = 3;

/** The first cycle to propose on a day: what is left of this quarter, or the next one begun early. */
export function proposedCycle(on: string): Span {
  const quarter = quarterOf(on);
  if (daysBetween(on, quarter.endsOn) >= enoughDays) {
    const begun = daysBetween(quarter.startsOn, on) <= justBegun;
    return begun ? quarter : { ...quarter, startsOn: on };
  }
  return { ...quarterOf(addDays(quarter.endsOn, 1)), startsOn: on };
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
