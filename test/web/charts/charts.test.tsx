import { expect, test } from "vitest";
import { Plot } from "../../../web/charts/Plot.tsx";
import { Sparkline } from "../../../web/charts/Sparkline.tsx";
import { drawn } from "../../support/drawn.ts";

const weeks = ["10-05", "10-12", "10-19", "10-26", "11-02", "11-09", "11-16"].map((day) => `2026-${day}`);
const values = [0.186, 0.188, 0.187, 0.194, 0.199, 0.198, 0.206];
const points = weeks.map((on, index) => ({ on, value: values[index]! }));

test("a sparkline is a thin line with its last point dotted", async () => {
  await expect(drawn(<Sparkline values={values} label="rising" />)).toMatchFileSnapshot("sparkline.svg");
});

test("what was expected of each value lies behind it as water, its centre dashed", async () => {
  const band = values.map((value, index) =>
    index < 2 ? undefined : { low: value - 0.01, centre: value, high: 0.2 + index / 1000 },
  );
  await expect(drawn(<Sparkline values={values} band={band} />)).toMatchFileSnapshot("sparkline-range.svg");
});

test("one value is a point, none is nothing", () => {
  expect(drawn(<Sparkline values={[]} />)).toBe("");
  const one = drawn(<Sparkline values={[5]} />);
  expect(one).toContain('cx="100%" cy="50%"');
  expect(one).not.toContain("NaN");
});

test("a flat series lies in the middle", () => {
  expect(drawn(<Sparkline values={[3, 3, 3]} />)).toContain('d="M0 50L50 50L100 50"');
});

test("a key result's plot shows the way it was expected to take and its target", async () => {
  const plot = (
    <Plot
      points={points}
      from="2026-10-01"
      to="2026-12-31"
      fromWord="1 Oct"
      toWord="31 Dec"
      target={{ value: 0.26, word: "target 26%" }}
      path={[
        { on: "2026-10-01", value: 0.18 },
        { on: "2026-12-31", value: 0.26 },
      ]}
      label="7 values, the last 20.6%"
    />
  );
  await expect(drawn(plot)).toMatchFileSnapshot("plot-key-result.svg");
});

test("a metric's plot shows what was expected of each reading, with what fell out of it ringed", async () => {
  const fell = [...points, { on: "2026-11-23", value: 0.15 }];
  const plot = (
    <Plot
      points={fell}
      from="2026-10-05"
      to="2026-11-23"
      fromWord="5 Oct"
      toWord="23 Nov"
      band={fell.slice(3).map(({ on }, index) => {
        const centre = 0.194 + index / 500;
        return { on, low: centre - 0.016, centre, high: centre + 0.016 };
      })}
      ringed={["2026-11-23"]}
      answered={["2026-10-26"]}
      marks={[
        { id: "launch", on: "2026-11-02" },
        { id: "holiday", on: "2026-09-28", untilOn: "2026-10-12" },
      ]}
      label="8 readings, the last below its range"
    />
  );
  await expect(drawn(plot)).toMatchFileSnapshot("plot-metric.svg");
});

test("a plot of one day has a width and no impossible numbers", () => {
  const plot = drawn(
    <Plot
      points={[points[0]!]}
      from={weeks[0]!}
      to={weeks[0]!}
      fromWord="5 Oct"
      toWord="5 Oct"
      label="one"
    />,
  );
  expect(plot).not.toMatch(/NaN|Infinity/);
});
