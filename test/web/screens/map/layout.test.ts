import { describe, expect, test } from "vitest";
import { alignmentMap } from "../../../../shared/okrs/map.ts";
import { nextBox } from "../../../../web/screens/map/drawing-keys.ts";
import { layout, layoutForPaper } from "../../../../web/screens/map/layout.ts";
import { type Box, size } from "../../../../web/screens/map/place-nodes.ts";
import { alignment, keyResult, metric, objective, squad, star } from "../../../support/alignment.ts";

const noon = Date.parse("2026-11-04T12:00:00.000Z");
const company = (keyResults: number) =>
  alignmentMap(
    alignment({
      metrics: [
        metric("revenue", "outcome"),
        metric("north", "north-star"),
        metric("habit", "input", "north"),
        metric("shares", "input", "north"),
      ],
      ...{ northStars: [star("north")], squads: [squad("pods"), squad("social")] },
      objectives: [objective("all"), objective("one", "pods", "all"), objective("empty", "social")],
      keyResults: Array.from({ length: keyResults }, (_, at) =>
        keyResult(`k${at}`, "one", at % 5 === 4 ? "shares" : "habit"),
      ),
    }),
    noon,
  );
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + size.height &&
  other.y < one.y + size.height;

describe("the drawing of the map", () => {
  test.each([1, 2, 5])("lays no place over another, %i key results abreast", (abreast) => {
    const { boxes, width, height } = layout(company(23), undefined, abreast);
    expect(boxes.map((one) => one.id).sort()).toEqual([...new Set(boxes.map((one) => one.id))].sort());
    for (const [at, one] of boxes.entries()) {
      expect(
        boxes
          .slice(at + 1)
          .filter((other) => overlap(one, other))
          .map((other) => other.id),
      ).toEqual([]);
      expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + size.height <= height).toBe(
        true,
      );
    }
  });

  test("reads from outcomes on the left to key results on the right, squads' objectives below the company's", () => {
    const { boxes } = layout(company(2), undefined);
    const at = (id: string) => boxes.find((one) => one.id === id)!;
    const across = ["outcomes", "metric/north", "metric/habit", "objective/all", "key-result/k0"].map(
      (id) => at(id).x,
    );
    expect(across).toEqual([...across].sort((a, b) => a - b));
    expect(at("objective/one").y).toBeGreaterThan(at("objective/all").y);
    expect(at("objective/one").x).toBe(at("objective/all").x + size.indent);
  });

  test("says where an input moves by nobody, and draws what reaches nothing apart and below", () => {
    const { boxes, apartFrom } = layout(company(2), undefined);
    expect(boxes.filter((one) => one.ghost).map((one) => one.over)).toEqual(["metric/shares"]);
    expect(boxes.find((one) => one.id === "objective/empty")!.y).toBeGreaterThan(apartFrom!);
    expect(layout(alignmentMap(alignment(), noon), undefined)).toMatchObject({ boxes: [], curves: [] });
  });

  test("draws the tree whole and ties as dashed lines, each between two places that are there", () => {
    const { boxes, curves } = layout(company(6), undefined);
    expect(curves.filter((one) => one.beside === undefined)).toHaveLength(
      boxes.filter((one) => one.over !== undefined).length,
    );
    expect(curves.filter((one) => one.beside).map((one) => [one.from, one.to])).toEqual([
      ["key-result/k4", "metric/shares"],
    ]);
    expect(curves.filter((one) => /NaN|undefined|Infinity/.test(one.path))).toEqual([]);
  });

  test("draws only what is in sight", () => {
    const { boxes, curves } = layout(company(6), new Set(["outcomes", "metric/north", "metric/habit"]));
    expect(boxes.map((one) => one.id)).toEqual(["outcomes", "metric/north", "metric/habit"]);
    expect(curves).toHaveLength(2);
  });

  test("puts key results abreast until a sheet of paper is filled best", () => {
    const sheet = { width: 1000, height: 620 };
    const scale = (drawn: { width: number; height: number }) =>
      Math.min(sheet.width / drawn.width, sheet.height / drawn.height);
    const large = company(120);
    expect(scale(layoutForPaper(large, undefined, sheet))).toBeGreaterThan(
      2 * scale(layout(large, undefined)),
    );
    expect(layoutForPaper(company(1), undefined, sheet)).toEqual(layout(company(1), undefined));
  });
});

test("arrows go along the lines of the drawing, and nowhere from its edges", () => {
  const boxes = layout(company(3), undefined).boxes.filter((one) => !one.ghost);
  const go = (id: string, key: string) => nextBox(boxes, id, `Arrow${key}`);
  expect(go("key-result/k0", "Left")).toBe("objective/one");
  expect(go("metric/north", "Right")).toBe("metric/habit");
  expect(go("metric/habit", "Down")).toBe("metric/shares");
  expect(go("key-result/k0", "Down")).toBe("key-result/k1");
  expect(go("key-result/k0", "Up")).toBeUndefined();
  expect(go("outcomes", "Left")).toBeUndefined();
  expect(go("nowhere", "Left")).toBeUndefined();
  expect(nextBox(boxes, "key-result/k0", "x")).toBeUndefined();
});
