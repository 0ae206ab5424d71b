import { describe, expect, test } from "vitest";
import { lineToStar, standing } from "../../../shared/okrs/line.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

type Metric = RowOf<"metric">;
type NorthStar = RowOf<"north-star">;
const metric = (id: string, kind: Metric["kind"], parentId?: string, state: Metric["state"] = "active") =>
  ({ id, kind, parentId, state }) as Metric;
const star = (id: string, metricId: string, state: NorthStar["state"] = "committed") =>
  ({ id, metricId, state }) as NorthStar;
const because = "a habit brings people back";

const metrics = [
  metric("revenue", "outcome"),
  metric("listening", "north-star", "revenue"),
  metric("habit", "input", "listening"),
  metric("finishes", "input", "habit"),
  metric("loose", "input"),
  metric("skips", "guardrail", "listening"),
  metric("uptime", "health"),
  metric("below-health", "input", "uptime"),
  metric("old", "input", "listening", "retired"),
  metric("below-old", "input", "old"),
];
const northStars = [star("northing", "listening")];
const line = (metricId: string, sky = { metrics, northStars }) => {
  const { metrics: way, northStar } = lineToStar({ moves: { metricId, because } }, sky);
  return [...way.map((one) => one.id), northStar === undefined ? "…" : `★ ${northStar.id}`].join(" > ");
};

describe("the line to the star", () => {
  test("climbs the metric tree and ends at the North Star, not at the outcome above it", () => {
    expect(line("habit")).toBe("habit > listening > ★ northing");
    expect(line("finishes")).toBe("finishes > habit > listening > ★ northing");
  });

  test("is shortest for who moves the North Star directly", () => {
    expect(line("listening")).toBe("listening > ★ northing");
  });

  test("from an input that names no parent, as a lever of the North Star itself", () => {
    expect(line("loose")).toBe("loose > listening > ★ northing");
  });

  test("from such an input leads to the company's own North Star, whatever product lines have", () => {
    const line = { ...star("audiobooks", "finishes"), productLine: "Audiobooks" };
    const sky = { metrics, northStars: [line, star("northing", "listening", "proposed")] };
    const reached = (metricId: string) => lineToStar({ moves: { metricId, because } }, sky).northStar?.id;
    expect([reached("loose"), reached("habit"), reached("finishes")]).toEqual([
      "northing",
      "northing",
      "audiobooks",
    ]);
    expect(standing(sky.northStars).map((one) => one.id)).toEqual(["northing", "audiobooks"]);
  });

  test("carries its because", () => {
    expect(lineToStar({ moves: { metricId: "habit", because } }, { metrics, northStars }).because).toBe(
      because,
    );
  });

  test("begins at no guardrail, health metric or outcome", () => {
    for (const id of ["skips", "uptime", "revenue"]) expect(line(id)).toMatch(/…$/);
  });

  test("ends in the air where the tree leads elsewhere, or through a retired metric", () => {
    expect(line("below-health")).toBe("below-health > uptime > …");
    expect(line("old")).toMatch(/…$/);
    expect(line("below-old")).toMatch(/…$/);
    expect(line("gone")).toBe("…");
  });

  test("is empty for a key result that moves nothing", () => {
    expect(lineToStar({}, { metrics, northStars })).toEqual({ metrics: [] });
  });

  test("is not drawn to a star that was replaced, nor to one whose metric is not here", () => {
    expect(line("habit", { metrics, northStars: [star("old", "listening", "replaced")] })).toMatch(/…$/);
    expect(line("loose", { metrics, northStars: [star("else", "elsewhere")] })).toBe("loose > …");
    expect(line("loose", { metrics, northStars: [] })).toBe("loose > …");
  });

  test("is cut in a loop that two phones made together", () => {
    const loop = [metric("a", "input", "b"), metric("b", "input", "a")];
    expect(line("a", { metrics: loop, northStars })).toBe("a > b > …");
  });
});

test("of a proposed and a committed North Star the committed one holds", () => {
  const both = [
    star("next", "listening", "proposed"),
    star("now", "listening"),
    star("past", "x", "replaced"),
  ];
  expect(standing(both).map((one) => one.id)).toEqual(["now", "next"]);
  expect(line("habit", { metrics, northStars: both })).toBe("habit > listening > ★ now");
  expect(line("loose", { metrics, northStars: both })).toBe("loose > listening > ★ now");
});
