import { useState } from "react";
import { isLeantOn, type Leaning } from "../../../shared/metrics/leaning.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";

/** Revising and retiring a metric, for those who may; what still leans on it is named instead. */
export function MetricActions({ metric, leaning }: { metric: RowOf<"metric">; leaning: Leaning }) {
  const { id: metricId } = metric;
  const [asked, setAsked] = useState(false);
  const [mayRevise, mayRetire] = useMay([
    ["metric.revise", { metricId }],
    ["metric.retire", { metricId }],
  ]);
  if (!mayRevise && !mayRetire) return null;
  const close = () => setAsked(false);
  return (
    <SideBySide>
      {mayRevise ? <Button href={`/metrics/${metricId}/edit`}>Revise it</Button> : null}
      {mayRetire ? (
        <Button kind="quiet" onClick={() => setAsked(true)}>
          Retire it
        </Button>
      ) : null}
      {isLeantOn(leaning) ? (
        <Sheet open={asked} title={`${metric.name} still carries something`} onClose={close}>
          <p>Point these at another metric first, then it can be retired.</p>
          <Card flush>
            {leaning.northStars.map((one) => (
              <ListRow
                key={one.id}
                href="/star"
                title={
                  one.metricId === metricId ? "It is the North Star" : "It is the umbrella of a North Star"
                }
                detail={one.statement}
              />
            ))}
            {leaning.below.map((one) => (
              <ListRow
                key={one.id}
                href={`/metrics/${one.id}`}
                title={one.name}
                detail="stands below it in the tree"
              />
            ))}
            {leaning.keyResults.map((one) => (
              <ListRow
                key={one.id}
                href={`/key-results/${one.id}`}
                title={one.title}
                detail={one.measures === metricId ? "measures it" : "moves it"}
              />
            ))}
          </Card>
        </Sheet>
      ) : (
        <ConfirmSheet
          open={asked}
          title={`Retire ${metric.name}?`}
          deed="Retire it"
          onClose={close}
          onConfirm={() => mutate("metric.retire", { metricId })}
        >
          <p>It leaves Star and takes no more readings. What was read stays. It cannot be brought back.</p>
        </ConfirmSheet>
      )}
    </SideBySide>
  );
}
