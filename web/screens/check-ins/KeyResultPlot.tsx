import { Plot } from "../../charts/Plot.tsx";
import { formatDay } from "../../ui/day.ts";
import { formatGoal, formatValue } from "../../ui/value.ts";
import { type CardData, dayOf } from "./card-data.ts";
import { promiseOf } from "./question.ts";

/** The values over the cycle, the way they were expected to take, and the target. Nothing before the first value. */
export function KeyResultPlot({ data, on }: { data: CardData; on: string }) {
  const { keyResult, cycle, said } = data;
  const { direction, baseline, target, unit } = keyResult;
  const points = said.flatMap(({ latest, original }) =>
    latest.value === undefined ? [] : [{ on: dayOf(original.at, data), value: latest.value }],
  );
  const last = points.at(-1);
  const heads = direction === "increase" || direction === "decrease";
  if (last === undefined || target === undefined || (points.length < 2 && !heads)) return null;
  const from = points[0]!.on < cycle.startsOn ? points[0]!.on : cycle.startsOn;
  const to = last.on > cycle.endsOn ? last.on : cycle.endsOn;
  const started = heads && baseline !== undefined && from === cycle.startsOn;
  const goal = formatGoal(target, unit);
  return (
    <Plot
      points={points}
      from={from}
      to={to}
      fromWord={formatDay(from, undefined, on)}
      toWord={formatDay(to, undefined, on)}
      target={{ value: target, word: heads ? `target ${goal}` : `limit ${goal}` }}
      path={
        started
          ? [
              { on: cycle.startsOn, value: baseline },
              { on: cycle.endsOn, value: target },
            ]
          : undefined
      }
      label={`${points.length} values from ${formatDay(points[0]!.on)} to ${formatDay(last.on)}, the last ${formatValue(last.value, unit)}; ${promiseOf(keyResult)}`}
    />
  );
}
