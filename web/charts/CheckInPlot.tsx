import type { Standing } from "../../shared/check-ins/history.ts";
import { judgedSeries } from "../../shared/metrics/watched.ts";
import type { Cycle } from "../../shared/okrs/cycle.ts";
import { keyResultSeries } from "../../shared/signals/series-of.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { formatDay } from "../ui/day.ts";
import { formatGoal, formatValue } from "../ui/value.ts";
import { eventWords, type Noted, ringsOf } from "./noted.ts";
import { Plot } from "./Plot.tsx";

interface CheckInPlotProps {
  keyResult: RowOf<"key-result">;
  cycle: Pick<Cycle, "startsOn" | "endsOn">;
  checkIns: readonly RowOf<"check-in">[];
  /** The same, amendments folded in. */
  said: readonly Standing[];
  /** What was marked, and what was raised of this key result. */
  noted: Noted;
  /** Where the reader is. */
  zone: string;
  today: string;
  began?: { from: string; to: string } | undefined;
  ending?: { low: number; high: number } | undefined;
}

/**
 * The values over the cycle, the way they were expected to take, the target, and what the detector expected of each.
 * Nothing before the first value.
 */
export function CheckInPlot({ keyResult, cycle, today, began, ending, ...rest }: CheckInPlotProps) {
  const { direction, baseline, target, unit } = keyResult;
  const { points, band, rings, marks, dayBy } = drawnOf({ keyResult, cycle, today, ...rest });
  const last = points.at(-1);
  const heads = direction === "increase" || direction === "decrease";
  if (last === undefined || target === undefined || (points.length < 2 && !heads)) return null;
  const from = points[0]!.on < cycle.startsOn ? points[0]!.on : cycle.startsOn;
  const to = last.on > cycle.endsOn ? last.on : cycle.endsOn;
  const started = heads && baseline !== undefined && from === cycle.startsOn;
  const goal = formatGoal(target, unit);
  const day = (on: string) => formatDay(on, undefined, today);
  return (
    <Plot
      points={points}
      from={from}
      to={to}
      fromWord={day(from)}
      midWord={rings.word}
      toWord={day(to)}
      target={{ value: target, word: heads ? `target ${goal}` : `limit ${goal}` }}
      path={
        started
          ? [
              { on: cycle.startsOn, value: baseline },
              { on: cycle.endsOn, value: target },
            ]
          : undefined
      }
      band={band}
      ringed={rings.ringed}
      answered={rings.quiet.map((one) => one.on)}
      marks={marks}
      began={began && { from: dayBy(began.from), to: dayBy(began.to) }}
      ending={ending && { on: to, ...ending }}
      label={[
        `${points.length} values from ${day(points[0]!.on)} to ${day(last.on)}, the last ${formatValue(last.value, unit)}`,
        heads ? `from ${formatGoal(baseline, unit)} to ${goal}` : `limit ${goal}`,
        rings.ringed.length > 0 && `outside its range on ${rings.ringed.map(day).join(", ")}`,
        ...rings.quiet.map((one) => `${day(one.on)} ${one.word}`),
        ...marks.map((one) => `${day(one.on)} ${eventWords(one, today)}`),
      ]
        .filter(Boolean)
        .join("; ")}
    />
  );
}

function drawnOf({ keyResult, checkIns, said, noted, zone, cycle, today }: CheckInPlotProps) {
  const points = said.flatMap(({ latest, original }) =>
    latest.value === undefined ? [] : [{ on: localDate(original.at, zone), value: latest.value }],
  );
  // The detector knows a check-in by its due day; on the plot it stands on the day it was said.
  const days = new Map(said.map((one) => [one.original.occurrenceOn, localDate(one.original.at, zone)]));
  const dayBy = (dueOn: string) => days.get(dueOn) ?? dueOn;
  // One that measures a metric is watched as that metric, and one story is told once.
  const own = keyResult.measures === undefined ? checkIns : [];
  const judged = judgedSeries(keyResultSeries(keyResult, own, noted));
  const band = judged.readings.flatMap(({ on, expected }) =>
    expected === undefined ? [] : [{ on: dayBy(on), ...expected }],
  );
  const events = noted.events.filter(
    ({ metricId, on, untilOn }) =>
      (metricId === undefined || metricId === keyResult.measures) &&
      on <= cycle.endsOn &&
      (untilOn ?? on) >= cycle.startsOn,
  );
  const placed = <F extends { on: string; onset: string }>(one: F): F => ({
    ...one,
    on: dayBy(one.on),
    onset: dayBy(one.onset),
  });
  const anomalies = noted.anomalies
    .filter(({ series }) => series.kind === "key-result" && series.id === keyResult.id)
    .map(placed);
  const signals = judged.signals.map(placed);
  return {
    ...{ points, band, dayBy, marks: events },
    rings: ringsOf({ signals }, { ...noted, anomalies }, "", today),
  };
}
