import type { ReviewSubject } from "./review.ts";
import type { ReviewRows } from "./rows.ts";
import type { Names } from "./words.ts";

/** The names of everything in the rows. `day` writes a day as its reader is used to. */
export function namesIn(rows: ReviewRows, day: (on: string) => string = shortDay): Names {
  const keyResult = (id: string) => rows.keyResults.find((one) => one.id === id);
  const metric = (id: string) => rows.metrics.find((one) => one.id === id)?.name ?? "a metric that is gone";
  const series: Names["series"] = ({ kind, id }) =>
    kind === "metric" ? metric(id) : (keyResult(id)?.title ?? "a key result of another cycle");
  return {
    day,
    series,
    member: (id) => rows.members.find((one) => one.id === id)?.name ?? "somebody who left",
    subject: ({ kind, id }) => {
      switch (kind) {
        case "key-result":
          return keyResult(id)?.title ?? "a key result of another cycle";
        case "objective":
          return rows.objectives.find((one) => one.id === id)?.title ?? "an objective of another cycle";
        case "metric":
          return metric(id);
        case "north-star":
          return metric(rows.northStars.find((one) => one.id === id)?.metricId ?? "");
        case "anomaly": {
          const anomaly = rows.anomalies.find((one) => one.id === id);
          return anomaly === undefined ? "an anomaly that is gone" : series(anomaly.series);
        }
        case "blocker":
          return blockerIn(rows, id)?.text ?? "a blocker that is gone";
        case "bet":
          return rows.bets.find((one) => one.id === id)?.title ?? "a bet that is gone";
        case "member":
          return rows.members.find((one) => one.id === id)?.name ?? "somebody who left";
        case "topic":
          return id;
      }
    },
  };
}

/** Who answers for what an item is about, as far as the rows say. */
export function ownerOf({ kind, id }: ReviewSubject, rows: ReviewRows): string | undefined {
  switch (kind) {
    case "key-result":
      return rows.keyResults.find((one) => one.id === id)?.ownerId;
    case "metric":
      return rows.metrics.find((one) => one.id === id)?.stewardId;
    case "blocker":
      return blockerIn(rows, id)?.ownerId;
    case "bet":
      return rows.bets.find((one) => one.id === id)?.ownerId;
    case "member":
      return id;
    default:
      return undefined;
  }
}

function blockerIn({ keyResults, blockersOn }: ReviewRows, id: string) {
  return keyResults.flatMap((one) => blockersOn(one.id)).find((one) => one.id === id);
}

/** "23 Nov". */
function shortDay(on: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(
    Date.parse(on),
  );
}
