import { describe, expect, test } from "vitest";
import { alignmentMap } from "../../../shared/okrs/map.ts";
import { filterMap, lineThrough, type MapFilter } from "../../../shared/okrs/map-filter.ts";
import {
  alignment,
  checkIn,
  keyResult,
  member,
  metric,
  objective,
  squad,
  star,
} from "../../support/alignment.ts";

const map = alignmentMap(
  alignment({
    metrics: [
      metric("north", "north-star"),
      metric("habit", "input", "north"),
      metric("shares", "input", "north"),
    ],
    ...{ northStars: [star("north")], squads: [squad("pods"), squad("social")] },
    members: [member("ben", { name: "Ben Kramer" }), member("lena", { name: "Łéna Ünver" })],
    objectives: [objective("all"), objective("one", "pods", "all"), objective("two", "social")],
    keyResults: [
      keyResult("a", "one", "habit", { title: "Finishes of episodes" }),
      keyResult("b", "one", "habit", { title: "Starts (100%) of *books*", ownerId: "lena" }),
      keyResult("c", "two", "shares", { title: "Finishes shared" }),
      keyResult("lights", "two", undefined, { title: "Lights stay on" }),
    ],
    checkIns: [checkIn("a", "2026-11-02", 0.35), checkIn("c", "2026-11-02", 0.1)],
  }),
  Date.parse("2026-11-04T12:00:00.000Z"),
);
const shown = (filter: MapFilter) =>
  [...(filterMap(map, filter) ?? ["everything"])].map((id) => id.slice(id.indexOf("/") + 1)).sort();

describe("a filter of the map", () => {
  test("that asks nothing hides nothing", () => {
    expect(shown({})).toEqual(["everything"]);
    expect(shown({ text: "  " })).toEqual(["everything"]);
  });

  test("by squad keeps its objectives and key results, wherever they stand, and all above them", () => {
    expect(shown({ squadId: "pods" })).toEqual(["a", "all", "b", "habit", "north", "one"]);
    expect(shown({ squadId: "social" })).toEqual(["c", "lights", "north", "shares", "two"]);
    expect(shown({ squadId: "" })).toEqual(["all", "habit", "north"]);
    expect(shown({ squadId: "gone" })).toEqual([]);
  });

  test("by status keeps key results that stand so, and all above them", () => {
    expect(shown({ status: "on-pace" })).toEqual(["a", "all", "habit", "north", "one"]);
    expect(shown({ status: "off-pace" })).toEqual(["c", "north", "shares", "two"]);
    expect(shown({ status: "no-data" })).toEqual(["all", "b", "habit", "lights", "north", "one"]);
    expect(shown({ status: "no-data", squadId: "social" })).toEqual(["lights"]);
    expect(shown({ status: "done" })).toEqual([]);
  });

  test("by text finds titles and owners, whatever their case, and keeps what hangs below a title", () => {
    expect(shown({ text: "FINISHES" })).toEqual(["a", "all", "c", "habit", "north", "one", "shares", "two"]);
    expect(shown({ text: "finishes shared" })).toEqual(["c", "north", "shares", "two"]);
    expect(shown({ text: "ünver" })).toEqual(["all", "b", "habit", "north", "one"]);
    expect(shown({ text: "objective one" })).toEqual(["a", "all", "b", "habit", "north", "one"]);
    expect(shown({ text: "objective one", status: "on-pace" })).toEqual([
      "a",
      "all",
      "habit",
      "north",
      "one",
    ]);
  });

  test("takes a text for what it says, not for a pattern", () => {
    expect(shown({ text: "(100%)" })).toEqual(["all", "b", "habit", "north", "one"]);
    expect(shown({ text: "*books*" })).toEqual(["all", "b", "habit", "north", "one"]);
    expect(shown({ text: ".*" })).toEqual([]);
    expect(shown({ text: "[" })).toEqual([]);
  });
});

describe("the line through a place", () => {
  test("is all above it and all below it, and nothing beside it", () => {
    expect([...lineThrough(map, "key-result/a")]).toEqual([
      "key-result/a",
      "objective/one",
      "objective/all",
      "metric/habit",
      "metric/north",
    ]);
    expect(lineThrough(map, "metric/habit").has("key-result/b")).toBe(true);
    expect(lineThrough(map, "metric/habit").has("key-result/c")).toBe(false);
    expect([...lineThrough(map, "metric/nowhere")]).toEqual(["metric/nowhere"]);
  });
});
