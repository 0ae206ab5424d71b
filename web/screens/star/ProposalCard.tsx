import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import styles from "./NorthStarCard.module.css";
import { StarLint } from "./StarLint.tsx";
import { StarSignatures } from "./StarSignatures.tsx";
import type { StarRows } from "./star-rows.ts";

/** A North Star proposed in place of the one that holds. */
export function ProposalCard({
  proposal,
  rows,
  today,
}: {
  proposal: RowOf<"north-star">;
  rows: StarRows;
  today: string;
}) {
  const metric = rows.metrics.find((one) => one.id === proposal.metricId);
  return (
    <Card label="A new North Star is proposed">
      <h2 className={styles.name}>A new North Star is proposed{metric ? `: ${metric.name}` : ""}</h2>
      <p className={styles.statement}>{proposal.statement}</p>
      {metric ? <Button href={`/metrics/${metric.id}`}>Look at the metric</Button> : null}
      {metric ? <StarLint metric={metric} /> : null}
      <StarSignatures northStar={proposal} members={rows.members} today={today} />
    </Card>
  );
}
