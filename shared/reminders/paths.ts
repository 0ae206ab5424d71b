import type { Planned } from "./intent.ts";

/** The longest path a message may lead to; a series with a segment of many foreign letters can make a longer one. */
const longest = 600;

/** The page of the app where what a reminder is about can be done, without the origin. */
export function pathOf(
  { kind, subjectId, occurrenceOn }: Pick<Planned, "kind" | "subjectId" | "occurrenceOn">,
  keyResultId?: string,
): string {
  switch (kind) {
    case "nudge":
    case "nudge-again":
      return keyResultId === undefined ? "/check-in" : `/check-in?kr=${keyResultId}`;
    case "asked":
      return `/check-in?kr=${subjectId}`;
    case "assigned":
      return `/key-results/${subjectId}`;
    case "metric-check":
    case "miss":
      return `/rhythm/weekly/${subjectId}`;
    case "digest":
      return `/rhythm/digest/${subjectId}/${occurrenceOn}`;
    case "focus":
      return `/focus/${subjectId}`;
    case "review-monthly":
      return "/rhythm/monthly";
    case "cycle-commit":
      return "/cycle/plan";
    case "grading":
      return "/cycle";
    case "retro":
      return "/rhythm/quarterly";
    case "revalidate":
      return "/rhythm/yearly";
    case "anomaly": {
      const path = `/signals/${encodeURIComponent(subjectId)}`;
      return path.length > longest ? "/signals" : path;
    }
  }
}
