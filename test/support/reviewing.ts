import type { ReviewRows } from "../../shared/reviews/rows.ts";
import type { Rules } from "./rules.ts";

/** A company told through rules, as agendas, digests and beats read it. */
export function rowsOf(rules: Rules): ReviewRows {
  const under =
    <T extends { keyResultId: string }>(all: T[]) =>
    (id: string) =>
      all.filter((one) => one.keyResultId === id);
  return {
    workspace: rules.all("workspace")[0]!,
    members: rules.all("member"),
    squads: rules.all("squad"),
    metrics: rules.all("metric"),
    northStars: rules.all("north-star"),
    cycles: rules.all("cycle"),
    objectives: rules.all("objective"),
    keyResults: rules.all("key-result"),
    checkInsOn: under(rules.all("check-in")),
    blockersOn: under(rules.all("blocker")),
    readingsOf: (id) => rules.all("reading").filter((one) => one.metricId === id),
    anomalies: rules.all("anomaly"),
    bets: rules.all("bet"),
    reviews: rules.all("review"),
  };
}
