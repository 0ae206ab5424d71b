import { gapOf } from "../../../shared/metrics/stretch.ts";
import type { Report } from "../../../shared/reviews/report.ts";
import type { ReportText } from "../../../shared/reviews/report-text.ts";
import { Plot } from "../../charts/Plot.tsx";

/** The North Star's line with its usual range and the day the cycle began; nothing while it has no reading. */
export function StarPlot({
  report: { star, cycle },
  text: { star: words },
}: {
  report: Pick<Report, "star" | "cycle">;
  text: Pick<ReportText, "star">;
}) {
  const [first, last] = [star?.points[0], star?.points.at(-1)];
  if (star === undefined || words === undefined || first === undefined || last === undefined) return null;
  return (
    <Plot
      points={star.points}
      band={star.band.filter((one) => one.on >= first.on)}
      from={first.on}
      to={last.on}
      fromWord={words.plot.from}
      toWord={words.plot.to}
      marks={[{ id: cycle.id, on: cycle.startsOn }].filter((one) => one.on > first.on && one.on < last.on)}
      gapDays={gapOf(star.metric.cadence, "weeks")}
      label={words.plot.label}
    />
  );
}
