import { Link } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./NorthStarCard.module.css";
import { Signatures } from "./Signatures.tsx";
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
      <div className={styles.head}>
        <h2 className={styles.name}>
          A new North Star is proposed
          {metric ? (
            <>
              : <Link href={`/metrics/${metric.id}`}>{metric.name}</Link>
            </>
          ) : null}
        </h2>
      </div>
      <p className={styles.statement}>{proposal.statement}</p>
      <Signatures northStar={proposal} members={rows.members} today={today} />
    </Card>
  );
}
