import { quarterOf, type Span } from "../../../shared/okrs/quarter.ts";
import { addDays, daysBetween } from "../../../shared/time/local-date.ts";

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
