import type { ReactNode } from "react";
import { seriesOf } from "../../../../shared/metrics/series.ts";
import { outcomeLine } from "../../../../shared/reviews/outcome-leads.ts";
import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
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
        <>
          <YearOf metric={metric} rows={rows} today={today} />
          {leads.map((one) => (
            <YearOf key={one.outcome.id} metric={one.outcome} rows={rows} today={today}>
              {outcomeLine(one, metric.name)}
            </YearOf>
          ))}
        </>
      )}
      <p className={styles.soft}>
        Changes are compared, never levels: two numbers that only grow go together at any time. That they
        moved together cannot tell what would have happened otherwise. A correlation of 1 is in step, 0 is
        none; its span holds four times in five.
      </p>
    </Card>
  );
}

/** A metric's last year, with what is said of it. */
function YearOf({
  metric,
  rows,
  today,
  children,
}: {
  metric: RowOf<"metric">;
  rows: ReviewRows;
  today: string;
  children?: ReactNode;
}) {
  const series = seriesOf(rows.readingsOf(metric.id));
  return (
    <section aria-label={metric.name} className={retro.plot}>
      <h3 className={retro.name} dir="auto">
        {metric.name}
      </h3>
      {children === undefined ? null : <p>{children}</p>}
      {series.length === 0 ? null : (
        <MetricPlot metric={metric} series={series} since={addDays(today, -364)} today={today} />
      )}
    </section>
  );
}
