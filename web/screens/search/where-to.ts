import type { Remembered } from "../../../shared/search/remembered.ts";

/** The page on which what was found is read. */
export function whereTo({ kind, id }: Remembered["leads"]): string {
  const safe = encodeURIComponent(id);
  switch (kind) {
    case "objective":
      return `/cycle/objectives/${safe}`;
    case "bet":
      return `/bets/${safe}`;
    case "anomaly":
      return `/signals/${safe}`;
    case "candidate":
      return `/star/workshop/candidates/${safe}`;
    case "metric":
      return `/metrics/${safe}`;
    case "review":
      return reviewAt(id);
    case "event":
      return "/star";
    default:
      return `/key-results/${safe}`;
  }
}

/** A review's id says its beat, whose it is and its day. */
function reviewAt(id: string): string {
  const [beat = "", whose = "", on = ""] = id.split("/").map(encodeURIComponent);
  return `/rhythm/${beat}${beat === "weekly" ? `/${whose}` : ""}?on=${on}`;
}
