import { useState } from "react";
import { formatFigure } from "../../../shared/metrics/figure.ts";
import { gapOf, weeksBack } from "../../../shared/metrics/stretch.ts";
import { formatValue } from "../../../shared/metrics/value.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { Multiples } from "../../charts/Multiples.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./Metric.module.css";
import { segmentsOf, seriesOfSegment } from "./metric-rows.ts";

/** As many lines as one glance takes in. */
const readable = 4;

/** The segments of the last quarter side by side on one scale; more than a glance takes in are there by choice. */
export function MetricSegments({
  metric,
  readings,
  today,
}: {
  metric: RowOf<"metric">;
  readings: RowOf<"reading">[];
  today: string;
}) {
  const [asked, setAsked] = useState<readonly string[]>();
  const since = addDays(today, -weeksBack);
  const names = segmentsOf(readings);
  if (names.length < 2) return null;
  const lines = names.map((name) => {
    const points = seriesOfSegment(readings, name).filter((one) => one.on >= since);
    const last = points.at(-1);
    return {
      name,
      points,
      lastWord: formatFigure(last?.value, metric.unit),
      label:
        last === undefined
          ? `${name}: no reading in 13 weeks`
          : `${name}: ${plural(points.length, "reading")} since ${formatDay(points[0]!.on, undefined, today)}, the last ${formatValue(last.value, metric.unit)}`,
    };
  });
  const first = [...lines].sort((a, b) => b.points.length - a.points.length).slice(0, readable);
  const shown = asked ?? first.map((one) => one.name);
  const drawn = lines.filter((one) => shown.includes(one.name));
  const toggle = (name: string) =>
    setAsked(
      shown.includes(name) ? shown.filter((one) => one !== name) : [...shown.slice(1 - readable), name],
    );
  return (
    <Section title="By segment" end="13 weeks, one scale">
      <Card>
        <Multiples lines={drawn} from={since} to={today} gapDays={gapOf(metric.cadence, "weeks")} />
        {names.length <= readable ? null : (
          <>
            <p className={styles.soft}>Four at a time; choose which.</p>
            <div className={styles.chips}>
              {names.map((name) => (
                <Chip key={name} pressed={shown.includes(name)} onClick={() => toggle(name)}>
                  {name}
                </Chip>
              ))}
            </div>
          </>
        )}
      </Card>
    </Section>
  );
}
