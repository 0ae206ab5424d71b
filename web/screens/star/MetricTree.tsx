import { useState } from "react";
import { Link } from "wouter";
import { type Branch, outline } from "../../../shared/metrics/outline.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./MetricTree.module.css";

const kindWord = {
  "north-star": "North Star",
  input: "input",
  outcome: "outcome",
  guardrail: "guardrail",
  health: "health",
} as const;

/** The metric tree as an outline that folds: what stands below a metric moves it. */
export function MetricTree({
  metrics,
  starId,
}: {
  metrics: readonly RowOf<"metric">[];
  starId: string | undefined;
}) {
  if (metrics.length < 2) return null;
  return (
    <Section title="Metric tree">
      <Card flush>
        <Branches branches={outline(metrics, starId)} />
      </Card>
    </Section>
  );
}

function Branches({ branches }: { branches: readonly Branch[] }) {
  return (
    <ul className={styles.branches}>
      {branches.map((one) => (
        <Fold key={one.metric.id} branch={one} />
      ))}
    </ul>
  );
}

function Fold({ branch: { metric, below } }: { branch: Branch }) {
  const [open, setOpen] = useState(true);
  return (
    <li>
      <div className={styles.row}>
        {below.length === 0 ? (
          <span className={styles.leaf} />
        ) : (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={`What stands below ${metric.name}`}
            onClick={() => setOpen(!open)}
          >
            <Icon name="forward" />
          </button>
        )}
        <Link href={`/metrics/${metric.id}`} className={styles.metric}>
          <span className={styles.name}>{metric.name}</span>{" "}
          <span className={styles.kind}>{kindWord[metric.kind]}</span>
        </Link>
      </div>
      {open && below.length > 0 ? <Branches branches={below} /> : null}
    </li>
  );
}
