import { formatFigure } from "../../../shared/metrics/figure.ts";
import { seriesOf } from "../../../shared/metrics/series.ts";
import { formatValue } from "../../../shared/metrics/value.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { Multiple } from "../../charts/Multiples.tsx";
import { formatDay, plural } from "../../ui/day.ts";

/** As many lines as one glance takes in. */
export const readable = 4;

/** A line for every segment that has readings, by name, and the names of those read most since then. */
export function segmentLines(
  metric: RowOf<"metric">,
  readings: readonly RowOf<"reading">[],
  since: string,
  today: string,
): { lines: Multiple[]; first: string[] } {
  const lines = [...bySegment(readings)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, own]) =>
      lineOf(
        name,
        seriesOf(own).filter((one) => one.on >= since),
        metric,
        today,
      ),
    );
  const first = [...lines].sort((a, b) => b.points.length - a.points.length).slice(0, readable);
  return { lines, first: first.map((one) => one.name) };
}

function lineOf(
  name: string,
  points: RowOf<"reading">[],
  { unit }: RowOf<"metric">,
  today: string,
): Multiple {
  const [first, last] = [points[0], points.at(-1)];
  const label =
    first === undefined || last === undefined
      ? `${name}: no reading in 13 weeks`
      : `${name}: ${plural(points.length, "reading")} since ${formatDay(first.on, undefined, today)}, the last ${formatValue(last.value, unit)}`;
  return { name, points, lastWord: formatFigure(last?.value, unit), label };
}

/** Grouped in one pass: there may be hundreds of them. */
function bySegment(readings: readonly RowOf<"reading">[]): Map<string, RowOf<"reading">[]> {
  const found = new Map<string, RowOf<"reading">[]>();
  for (const { segment, ...whole } of readings) {
    if (segment === undefined) continue;
    const known = found.get(segment);
    if (known === undefined) found.set(segment, [whole]);
    else known.push(whole);
  }
  return found;
}
