import { starTests } from "../../../shared/metrics/candidate-tests.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";

/** The way to ask whether it is still the right one: before its day, when something changed, or where it is asked now. */
export function StarTrigger({
  northStar,
  anomalies,
}: {
  northStar: RowOf<"north-star">;
  anomalies: readonly RowOf<"anomaly">[];
}) {
  const { id, metricId, state, revalidation } = northStar;
  const [may] = useMay([["north-star.reconsider", { northStarId: id }]]);
  if (state !== "committed") return null;
  if (revalidation !== undefined) {
    const answered = starTests.filter((one) => revalidation.answers[one] !== undefined).length;
    return (
      <Button href="/rhythm/yearly">
        {answered < starTests.length
          ? `Being re-validated: ${answered} of ${starTests.length} tests answered`
          : "Being re-validated: to be signed"}
      </Button>
    );
  }
  if (may !== true) return null;
  const stands = anomalies.some(
    ({ rule, series, answer, withdrawnAt }) =>
      rule === "stall" && series.id === metricId && answer === undefined && withdrawnAt === undefined,
  );
  return stands ? (
    <Button kind="quiet" href="/rhythm/yearly?trigger=stall">
      It stands still. Is it still the right one?
    </Button>
  ) : (
    <Button kind="quiet" href="/rhythm/yearly">
      Something changed?
    </Button>
  );
}
