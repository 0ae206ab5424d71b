import { expect, test } from "vitest";
import { svgPlot } from "../../../shared/charts/svg-plot.ts";
import { addDays } from "../../../shared/time/local-date.ts";

const weekly = (values: readonly number[], from = "2026-08-02") =>
  values.map((value, week) => ({ on: addDays(from, 7 * week), value }));
const values = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 60];
const band = weekly(values).map(({ on }, week) => ({ on, low: 46, centre: 50 + week / 10, high: 54 }));

test("a plot for a page without script, of fixed readings", async () => {
  const points = weekly(values).filter((_, week) => week !== 5 && week !== 6);
  const picture = svgPlot({ points, band, marks: ["2026-09-01"], gapDays: 11, label: "Listening" });
  expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  await expect(`${picture.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("report-plot.svg");
});

test("nothing is drawn of nothing, and one reading is a dot", () => {
  expect(svgPlot({ points: [], band: [], marks: [], label: "" })).toBe("");
  const one = svgPlot({ points: weekly([4]), band: [], marks: ["2026-08-02"], label: "" });
  expect(one).toContain("<circle");
  expect(one).not.toMatch(/NaN|class="mark"|class="water"/);
});

test("numbers beyond what can be added up are drawn without a range", () => {
  const points = weekly([1e308, -1e308, 1e308]);
  const wild = points.map(({ on }) => ({ on, low: -1e308, centre: 0, high: 1e308 }));
  expect(svgPlot({ points, band: wild, marks: [], label: "" })).not.toMatch(/NaN|Infinity|class="water"/);
});
