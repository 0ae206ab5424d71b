import type { Beat } from "../../shared/metrics/completeness.ts";
import type { Beat as Reviewed } from "../../shared/reviews/review.ts";
import { formatDay } from "./day.ts";

/**
 * What a review is called by, whenever it was held: "the week of 16 Nov", "November", "30 Sept". What was decided in it
 * is dated by the day that was said.
 */
export function nameOf(on: string, beat: Beat, today: string): string {
  if (beat === "weekly") return `the week of ${formatDay(on, undefined, today)}`;
  if (beat === "quarterly") return `the cycle to ${formatDay(on, undefined, today)}`;
  if (beat !== "monthly") return formatDay(on, undefined, today);
  const year = on.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC", ...year }).format(Date.parse(on));
}

/** Where a review is read; without `on` the one that is to be held now. */
export function addressOf({
  beat,
  squadId,
  on,
}: {
  beat: Reviewed;
  squadId?: string | undefined;
  on?: string | undefined;
}) {
  const path = `/rhythm/${beat}${squadId === undefined ? "" : `/${squadId}`}`;
  // The question of the year has a page of its own; a review of it that was held is read like any other.
  if (beat === "yearly" && on !== undefined) return `/rhythm/yearly/held?on=${on}`;
  return on === undefined ? path : `${path}?on=${on}`;
}
