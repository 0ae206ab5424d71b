import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import styles from "./Metric.module.css";

/** Revising and retiring a metric, for those who may. */
export function MetricActions({ metric }: { metric: RowOf<"metric"> }) {
  const { id: metricId } = metric;
  const [asked, setAsked] = useState(false);
  const [mayRevise, mayRetire] = useMay([
    ["metric.revise", { metricId }],
    ["metric.retire", { metricId }],
  ]);
  if (!mayRevise && !mayRetire) return null;
  return (
    <div className={styles.actions}>
      {mayRevise ? <Button href={`/metrics/${metricId}/edit`}>Revise it</Button> : null}
      {mayRetire ? (
        <Button kind="quiet" onClick={() => setAsked(true)}>
          Retire it
        </Button>
      ) : null}
      <ConfirmSheet
        open={asked}
        title={`Retire ${metric.name}?`}
        deed="Retire it"
        onClose={() => setAsked(false)}
        onConfirm={() => mutate("metric.retire", { metricId })}
      >
        <p>
          It leaves Star and takes no more readings. What was read stays. A metric that key results, other
          metrics or the North Star still lean on is not retired.
        </p>
      </ConfirmSheet>
    </div>
  );
}
