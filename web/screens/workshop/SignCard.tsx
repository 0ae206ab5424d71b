import { Link } from "wouter";
import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { Findings } from "../../ui/Findings.tsx";
import { Signatures } from "../../ui/Signatures.tsx";
import styles from "./Candidate.module.css";
import { hasOther } from "./choose-form.ts";
import { UmbrellaForm } from "./UmbrellaForm.tsx";
import type { WorkshopRows } from "./workshop-rows.ts";

/** One North Star with its statement and its signatures. */
export function SignCard({
  northStar,
  rows,
  memberId,
  today,
}: {
  northStar: RowOf<"north-star">;
  rows: WorkshopRows;
  memberId: string;
  today: string;
}) {
  const { id, metricId, productLine, statement, umbrellaMetricId, state } = northStar;
  const [mayPropose] = useMay([["north-star.propose", {}]]);
  const lacksUmbrella =
    state === "proposed" && umbrellaMetricId === undefined && hasOther(productLine, rows.stars);
  const metric = rows.metrics.find((one) => one.id === metricId);
  const umbrella = rows.metrics.find((one) => one.id === umbrellaMetricId);
  return (
    <Card label={metric?.name ?? "North Star"}>
      <p className={styles.soft}>
        {productLine ?? "The whole company"}
        {umbrella ? ` · under ${umbrella.name}` : ""}
      </p>
      <h3 className={styles.metric}>
        <Link href={`/metrics/${metricId}`} className={styles.link}>
          {metric?.name ?? "A metric that is not here"}
        </Link>
        {metric?.estimated ? " (estimated)" : ""}
      </h3>
      <p className={styles.definition} dir="auto">
        {statement}
      </p>
      {metric ? <Findings findings={lintNorthStar(metric)} label="What lint rules say of it" /> : null}
      {lacksUmbrella ? (
        mayPropose ? (
          <UmbrellaForm northStar={northStar} rows={rows} />
        ) : (
          <p>
            Another line has a North Star: an admin names the umbrella metric above both, then it is signed.
          </p>
        )
      ) : null}
      <Signatures
        northStar={northStar}
        members={rows.members}
        memberId={memberId}
        today={today}
        onSign={(horizonMonths) => mutate("north-star.commit", { northStarId: id, horizonMonths })}
      />
    </Card>
  );
}
