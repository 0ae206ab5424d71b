import { describe, expect, test } from "vitest";
import { metricTree } from "../../../shared/okrs/map-metrics.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { drawn, metric, star } from "../../support/alignment.ts";

const tree = (metrics: RowOf<"metric">[], ...northStars: RowOf<"north-star">[]) => {
  const { roots, apart } = metricTree({ metrics, northStars });
  return [...drawn(roots), ...drawn(apart).map((one) => `apart: ${one}`)];
};

describe("the metrics of the map", () => {
  test("are nothing before there is a metric, and inputs apart before there is a star", () => {
    expect(tree([])).toEqual([]);
    expect(tree([metric("habit", "input")])).toEqual(["apart: habit"]);
    expect(tree([metric("habit", "input")], star("gone"))).toEqual(["apart: habit"]);
  });

  test("stand below the outcomes, levers without a parent below the company's own star", () => {
    const metrics = [
      metric("revenue", "outcome"),
      metric("old", "outcome", undefined, { state: "retired" }),
      metric("north", "north-star", "revenue"),
      metric("habit", "input", "north"),
      metric("deeper", "input", "habit"),
      metric("loose", "input"),
      metric("uptime", "health"),
    ];
    expect(tree(metrics, star("north"))).toEqual([
      "outcomes",
      "  north",
      "    habit",
      "      deeper",
      "    loose",
    ]);
  });

  test("put three stars below their umbrella, and a line's star where its metric stands", () => {
    const metrics = [
      metric("time", "outcome"),
      metric("music", "north-star"),
      metric("pods", "north-star"),
      metric("books", "north-star", "habit"),
      metric("habit", "input", "music"),
      metric("chapters", "input", "books"),
    ];
    const under = { umbrellaMetricId: "time" };
    const stars = [
      star("music", under),
      star("pods", { ...under, productLine: "Podcasts" }),
      star("books", { productLine: "Books" }),
    ];
    expect(tree(metrics, ...stars)).toEqual([
      "time",
      "  music",
      "    habit",
      "      books",
      "        chapters",
      "  pods",
    ]);
  });

  test("show one star once, the committed before one proposed for the same metric", () => {
    const stars = [star("north", { id: "newer", state: "proposed" }), star("north", { id: "holds" })];
    const { placed } = metricTree({ metrics: [metric("north", "north-star")], northStars: stars });
    expect(placed.get("north")?.northStar?.id).toBe("holds");
  });

  test("are never lost nor repeated on a loop, which is cut at the star", () => {
    const metrics = [
      metric("north", "north-star", "b"),
      metric("a", "input", "north"),
      metric("b", "input", "a"),
    ];
    expect(tree(metrics, star("north"))).toEqual(["north", "  a", "    b"]);
    const selves = [metric("north", "north-star", "north"), metric("me", "input", "me")];
    expect(tree(selves, star("north"))).toEqual(["north", "apart: me"]);
    const both = [metric("one", "north-star"), metric("two", "north-star")];
    const each = [star("one", { umbrellaMetricId: "two" }), star("two", { umbrellaMetricId: "one" })];
    expect(tree(both, ...each)).toEqual(["one", "  two"]);
    const apart = [metric("north", "north-star"), metric("x", "input", "y"), metric("y", "input", "x")];
    expect(tree(apart, star("north"))).toEqual(["north", "apart: x", "apart: y"]);
  });

  test("stay in their places when a parent is not there, or is an outcome that is not the star's", () => {
    const metrics = [
      metric("north", "north-star", "nowhere"),
      metric("revenue", "outcome"),
      metric("lost", "input", "nowhere"),
      metric("upsell", "input", "revenue"),
    ];
    expect(tree(metrics, star("north"))).toEqual(["outcomes", "  north", "apart: lost", "apart: upsell"]);
  });
});
