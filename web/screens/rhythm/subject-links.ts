import { isUnjustifiedWork } from "../../../shared/reviews/agenda-item.ts";
import type { ReviewSubject } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";

/** Where a subject is looked at and worked on; undefined for what has no page of its own. */
export function linkOf({ kind, id }: ReviewSubject, rows: ReviewRows): string | undefined {
  switch (kind) {
    case "key-result":
      return rows.keyResults.some((one) => one.id === id) ? `/key-results/${id}` : undefined;
    case "objective":
      return `/cycle/objectives/${id}`;
    case "metric":
      return `/metrics/${id}`;
    case "north-star":
      return "/star";
    case "anomaly":
      return `/signals/${encodeURIComponent(id)}`;
    case "blocker": {
      const on = rows.keyResults.find((one) => rows.blockersOn(one.id).some((two) => two.id === id));
      return on && `/key-results/${on.id}`;
    }
    case "bet":
      return `/bets/${id}`;
    case "topic":
      return isUnjustifiedWork({ kind, id }) ? "/bets" : undefined;
    case "member":
      return undefined;
  }
}
