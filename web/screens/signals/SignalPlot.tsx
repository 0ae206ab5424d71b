import { standing } from "../../../shared/check-ins/history.ts";
import { metricSeries } from "../../../shared/signals/series-of.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { CheckInPlot } from "../../charts/CheckInPlot.tsx";
import { MetricPlot } from "../../charts/MetricPlot.tsx";
import { useMemberId } from "../../store/me.ts";
import styles from "./Signals.module.css";
import type { SignalRows } from "./signal-rows.ts";

/** So much of the line as says what was usual before, and what came of it since. */
const before = { daily: 63, weekly: 189, monthly: 730 } as const;
const after = { daily: 42, weekly: 91, monthly: 365 } as const;

/** The series around what fired, with what was expected of each reading, its onset, and what was marked around it. */
export function SignalPlot({ rows, today }: { rows: SignalRows; today: string }) {
  const { signal, events, anomalies, members, readings, cycle, checkIns } = rows;
  const { anomaly, metric, keyResult, cadence } = signal;
  const me = useMemberId();
  const { on, onset, series } = anomaly;
  const noted = { events, anomalies, members, about: anomaly.id };
  const began = { from: onset, to: on };
  if (keyResult !== undefined && cycle !== undefined)
    return (
      <CheckInPlot
        {...{ keyResult, cycle, checkIns, noted, today, began }}
        said={standing(checkIns)}
        zone={members.find((one) => one.id === me)?.zone ?? "UTC"}
      />
    );
  const line = metric && metricSeries(metric, readings, { events, anomalies }, series.segment).readings;
  const until = addDays(on, after[cadence]);
  const shown = line?.filter((one) => one.on <= until) ?? [];
  if (metric === undefined || shown.length === 0)
    return <p className={styles.soft}>Its readings are not on this phone.</p>;
  // Floor, ceiling and target hold for the whole, not for a segment.
  const { floor: _floor, ceiling: _ceiling, target: _target, ...plain } = metric;
  return (
    <MetricPlot
      metric={series.segment === undefined ? metric : plain}
      series={shown}
      segment={series.segment}
      noted={noted}
      began={began}
      since={addDays(onset, -before[cadence])}
      today={today}
    />
  );
}
