import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Unit } from "../../../shared/metrics/metric.ts";
import { judgedMetric } from "../../../shared/metrics/watched.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays, addMonths } from "../../../shared/time/local-date.ts";
import { MetricPlot, type Plotted, StretchedPlot } from "../../../web/charts/MetricPlot.tsx";
import { Multiples } from "../../../web/charts/Multiples.tsx";
import { PlotTable } from "../../../web/charts/PlotTable.tsx";
import { labelledStreams } from "../../support/anomaly-score.ts";
import { drawn, drawnAll } from "../../support/drawn.ts";

const today = "2026-11-21";
const minutes: Unit = { label: "min", scale: "value", decimals: 0 };
const percent: Unit = { label: "", scale: "ratio", decimals: 1 };
const metric = (unit: Unit, more: Partial<Plotted> = {}): Plotted => ({
  ...{ id: "listening", name: "Listening", unit, cadence: "weekly", goodDirection: "up" },
  ...{ floor: undefined, ceiling: undefined, target: undefined },
  ...more,
});
/** Readings every `step` days, the last a few days before today. */
const every = (step: number, values: readonly number[]) =>
  values.map((value, index) => ({ on: addDays("2026-11-16", step * (index + 1 - values.length)), value }));
const weekly = (values: readonly number[]) => every(7, values);
const calm = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 51];
const plot = (unit: Unit, values: readonly number[], more: Partial<Plotted> = {}) => (
  <MetricPlot metric={metric(unit, more)} series={weekly(values)} since={addDays(today, -91)} today={today} />
);

const pictures: readonly [string, Unit, readonly number[], Partial<Plotted>?][] = [
  ["flat", minutes, Array(12).fill(3)],
  ["one-point", minutes, [4.2]],
  ["negative", minutes, [-20, -17, -18, -12, -14, -9, -6, -7, -2, 1, -1, 3]],
  ["huge", { label: "bytes", scale: "count", decimals: 0 }, calm.map((value) => value * 1e12)],
  ["ratio-limits", percent, calm.map((value) => value / 200), { floor: 0.2, ceiling: 0.3 }],
  ["target-and-ring", minutes, [...calm, 30, 50], { target: 60 }],
];

test.each(pictures)("a plot of fixed readings: %s", async (name, unit, values, more = {}) => {
  const picture = drawn(plot(unit, values, more));
  expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  await expect(picture).toMatchFileSnapshot(`metric-${name}.svg`);
});

test("nothing is drawn of nothing", () => {
  expect(drawn(plot(minutes, []))).toBe("");
});

test("numbers beyond what can be added up are drawn without a range", () => {
  const picture = drawn(plot(minutes, [1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308, -1e308]));
  expect(picture).not.toMatch(/NaN|Infinity/);
  expect(picture).not.toContain('class="water"');
});

test("a fortnight nobody read is bridged with dots, not drawn as if somebody had looked", async () => {
  const series = every(
    1,
    Array.from({ length: 60 }, (_, i) => 100 + 10 * Math.sin(i / 5)),
  );
  const gappy = series.filter(({ on }) => on < "2026-10-20" || on > "2026-11-03");
  const picture = drawn(
    <MetricPlot
      metric={metric(minutes, { cadence: "daily" })}
      series={gappy}
      since={addDays(today, -91)}
      today={today}
    />,
  );
  expect(picture.match(/class="bridge" d="(M[^"]*)"/)?.[1]?.match(/M/g)).toHaveLength(1);
  await expect(picture).toMatchFileSnapshot("metric-gap.svg");
});

const years = Array.from({ length: 2000 }, (_, i) => 1000 + 400 * Math.sin(i / 120) + (i === 700 ? 3000 : 0));

test.each(["weeks", "months", "years"] as const)("five years of daily readings, by %s", async (stretch) => {
  const picture = drawn(
    <StretchedPlot
      metric={metric(minutes, { cadence: "daily" })}
      series={every(1, years)}
      stretch={stretch}
      today={today}
    />,
  );
  await expect(picture).toMatchFileSnapshot(`metric-${stretch}.svg`);
});

test("two thousand points drawn at once are thinned, and the spike of one day is still there", () => {
  const picture = drawn(
    <MetricPlot
      metric={metric(minutes, { cadence: "daily" })}
      series={every(1, years)}
      since="2000-01-01"
      today={today}
    />,
  );
  const line = picture.match(/class="line" d="([^"]*)"/)![1]!;
  const points = line.split(/[ML]/).slice(1);
  expect(points.length).toBeLessThanOrEqual(402);
  const highest = Math.min(...points.map((one) => Number(one.split(" ")[1])));
  expect(highest).toBeLessThan(10);
});

test("the month that is not over yet is drawn and not judged", () => {
  const series = every(1, [
    ...Array(300)
      .fill(50)
      .map((value, i) => value + (i % 3)),
    ...Array(16).fill(500),
  ]);
  const { label } = labelled(
    <StretchedPlot
      metric={metric(minutes, { cadence: "daily" })}
      series={series}
      stretch="months"
      today={today}
    />,
  );
  expect(label).toContain("the last 500 min");
  expect(label).not.toContain("outside its range");
});

test("by month an expected dip is drawn and not judged, and a new meaning is learnt anew", () => {
  const months = (level: (month: number) => number) =>
    Array.from({ length: 30 }, (_, month) => ({
      on: addMonths("2024-06-10", month),
      value: level(month) + (month % 3),
    }));
  const told = (
    series: ReturnType<typeof months>,
    event?: Pick<RowOf<"event">, "on" | "type"> & Partial<RowOf<"event">>,
  ) =>
    labelled(
      <StretchedPlot
        metric={metric(minutes, { cadence: "monthly" })}
        series={series}
        stretch="years"
        today={today}
        noted={{
          ...{ anomalies: [], members: [] },
          events:
            event === undefined
              ? []
              : [{ id: "said", revision: 1, by: "ada", text: "Known", ...event } as const],
        }}
      />,
    ).label;
  const dipped = months((month) => (month === 27 ? 0 : 50));
  expect(told(dipped)).toContain("outside its range");
  const dip = { on: "2026-09-01", untilOn: "2026-09-30", type: "expected-dip" } as const;
  expect(told(dipped, dip)).not.toMatch(/(outside|below|above) its range/);
  expect(told(dipped, dip)).toContain("30 months");
  const stepped = months((month) => (month >= 24 ? 80 : 50));
  expect(told(stepped)).toMatch(/its range/);
  expect(told(stepped, { on: "2026-06-01", type: "definition", rebaseline: true })).not.toMatch(/its range/);
});

test("segments lie side by side on one scale, each with its own name and value", async () => {
  const line = (name: string, values: number[]) => ({
    ...{
      name,
      points: weekly(values),
      lastWord: String(values.at(-1)),
      label: `${name}: ${values.length} readings`,
    },
  });
  const multiples = (
    <Multiples
      lines={[line("iOS", [1, 2, 3]), line("再生 🎧", [40, 41, 43]), line("Web", [])]}
      from="2026-08-22"
      to={today}
    />
  );
  const picture = drawnAll(multiples);
  expect(picture.match(/xmlns/g)).toHaveLength(3);
  expect(picture).not.toMatch(/NaN|Infinity/);
  await expect(picture).toMatchFileSnapshot("segments.svg");
});

test("what the drawing says stands in words and in a table", () => {
  const { label } = labelled(plot(minutes, [...calm, 30, 50], { target: 60 }));
  expect(label).toBe(
    "Listening: 13 readings from 24 Aug to 16 Nov, the last 50 min; usual range 41 min to 59 min; outside its range on 9 Nov",
  );
  const table = drawnTable();
  expect(table).toContain('<th scope="row">16 Nov</th><td>50 min</td>');
  expect(table).toContain("<summary");
});

test("no chart carries a colour of its own: light and dark are the same picture with other tokens", () => {
  const all = pictures.map(([, unit, values, more]) => drawn(plot(unit, values, more))).join("");
  expect(all).not.toMatch(/\b(fill|stroke|style|color)="/);
  for (const name of ["chart", "Multiples", "PlotTable", "StretchPlot"]) {
    const css = readFileSync(`web/charts/${name}.module.css`, "utf8");
    for (const [, value] of css.matchAll(/(?:color|fill|stroke|background):\s*([^;]+);/g))
      expect(value).toMatch(/^(var\(--|none|CanvasText)/);
  }
});

function labelled(chart: ReactNode) {
  return { label: drawn(chart).match(/aria-label="([^"]*)"/)![1]! };
}

function drawnTable(): string {
  const rows = [{ key: "a", when: "16 Nov", value: "50 min" }];
  return renderToStaticMarkup(
    <PlotTable caption="Listening, each reading" heads={["Day", "Value"]} rows={rows} />,
  );
}

test("every single reading that fired is drawn outside what was expected of it", () => {
  let single = 0;
  const streams = labelledStreams().filter(({ cls }) => /spike|trend_step|variance/.test(cls));
  for (const { cadence, unit: scale, points } of streams) {
    const series = points.map(({ t, v }) => ({ on: t, value: v }));
    const plotted = metric({ label: "", scale, decimals: 2 }, { cadence });
    const judged = judgedMetric(plotted, series);
    const picture = drawn(
      <MetricPlot metric={plotted} series={series} since={series[0]!.on} today={series.at(-1)!.on} />,
    );
    const rings = placesOf(picture, "ring|ringAnswered");
    const edges = edgesOf(picture);
    const days = [...new Set(judged.signals.map((one) => one.on))].sort();
    expect(rings).toHaveLength(days.length);
    for (const { on, rule, direction } of judged.signals) {
      if (rule !== "last-1") continue;
      single += 1;
      const [x, y] = rings.sort((a, b) => a[0] - b[0])[days.indexOf(on)]!;
      const [upper, lower] = edges.get(x)!;
      if (direction === "up") expect(y, `${on} above`).toBeLessThan(upper);
      else expect(y, `${on} below`).toBeGreaterThan(lower);
    }
  }
  expect(single).toBeGreaterThan(40);
});

function placesOf(picture: string, name: string): [number, number][] {
  const circles = picture.matchAll(
    new RegExp(`<circle class="(?:${name})" cx="([^%]*)%" cy="([^%]*)%"`, "g"),
  );
  return [...circles].map(([, x, y]) => [Number(x), Number(y)]);
}

/** Of every place along the plot the upper and the lower edge of the band there. */
function edgesOf(picture: string): Map<number, [number, number]> {
  const found = new Map<number, [number, number]>();
  for (const piece of picture.match(/class="water" d="([^"]*)"/)?.[1]?.split("Z") ?? []) {
    const corners = piece
      .split(/[ML]/)
      .slice(1)
      .map((one) => one.split(" ").map(Number));
    for (const [x, y] of corners) {
      const known = found.get(x!);
      found.set(x!, known === undefined ? [y!, y!] : [Math.min(known[0], y!), Math.max(known[1], y!)]);
    }
  }
  return found;
}
