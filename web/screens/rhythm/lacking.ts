import { addDays } from "../../../shared/time/local-date.ts";
import type { PastCycle } from "../../store/older-cycle.ts";
import type { Asked } from "./review-view.ts";

/**
 * How many days after its cycle's end the day a review is named by may lie: the week that was open then is due later, and
 * a North Star may be re-validated long before its day.
 */
const beyond = { weekly: 7, monthly: 0, quarterly: 0, yearly: 400 } as const;

/**
 * The cycle to be fetched for a review that is not on this phone, the latest it may be of; undefined where all of them are
 * here. Fetched one after another, since only its rows tell whether the review was held in it.
 */
export function lackingCycle(
  { beat, on }: { beat: Asked["beat"]; on: string },
  past: readonly PastCycle[],
): string | undefined {
  return past.find(
    ({ cycle, held }) => held !== "here" && cycle.startsOn <= on && on <= addDays(cycle.endsOn, beyond[beat]),
  )?.cycle.id;
}
