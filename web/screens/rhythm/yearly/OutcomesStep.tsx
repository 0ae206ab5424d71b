import { seriesOf } from "../../../../shared/metrics/series.ts";
import { outcomeLine } from "../../../../shared/reviews/outcome-leads.ts";
import { addDays } from "../../../../shared/time/local-date.ts";
import { MetricPlot } from "../../../charts/MetricPlot.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { focusOnMount } from "../../../ui/focus-on-mount.ts";
import retro from "../Retro.module.css";
import styles from "../Rhythm.module.css";
import type { StepProps } from "./RevalidationWalk.tsx";

/** Whether the North Star has moved before each business outcome so far, and how little that says. */
export function OutcomesStep({ view, today, mayWrite }: StepProps) {
  const { leads, metric, rows } = view;
  return (
    <Card label="Business outcomes">
      <h2 className={styles.subject} tabIndex={-1} ref={focusOnMount}>
        Has it moved before the business outcomes so far?
      </h2>
      {leads.length === 0 ? (
        <>
          <p>No business outcome is read here, so nothing can be compared.</p>
          {mayWrite ? <Button href="/metrics/new?kind=outcome">Add a business outcome</Button> : null}
        </>
      ) : (
        leads.map((one) => {
          const series = seriesOf(rows.readingsOf(one.outcome.id));
          return (
            <section key={one.outcome.id} aria-label={one.outcome.name} className={retro.plot}>
              <h3 className={retro.name} dir="auto">
                {one.outcome.name}
              </h3>
              <p>{outcomeLine(one, metric.name)}</p>
              {series.length === 0 ? null : (
                <MetricPlot metric={one.outcome} series={series} since={addDays(today, -364)} today={today} />
              )}
            </section>
          );
        })
      )}
      <p className={styles.soft}>
        Changes are compared, never levels: two numbers that only grow go together at any time. That they
        moved together cannot tell what would have happened otherwise.
      </p>
    </Card>
  );
}
