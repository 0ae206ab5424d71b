import { expect, test } from "vitest";
import { type Branch, outline } from "../../../shared/metrics/outline.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

const metric = (id: string, kind: RowOf<"metric">["kind"], parentId?: string) =>
  ({ id, kind, ...(parentId === undefined ? {} : { parentId }) }) as RowOf<"metric">;
const drawn = (branches: Branch[]): unknown =>
  branches.map(({ metric: { id }, below }) => (below.length === 0 ? id : [id, drawn(below)]));

test("inputs without a parent hang from the North Star, what names no parent stands on its own", () => {
  const metrics = [
    metric("revenue", "outcome"),
    metric("star", "north-star"),
    metric("habit", "input"),
    metric("opens", "input", "habit"),
    metric("skips", "guardrail", "star"),
  ];
  expect(drawn(outline(metrics, "star"))).toEqual(["revenue", ["star", [["habit", ["opens"]], "skips"]]]);
});

test("a parent that is gone leaves its child on top", () => {
  expect(drawn(outline([metric("opens", "health", "retired")], undefined))).toEqual(["opens"]);
});

test("a loop is broken and every metric stands exactly once", () => {
  const metrics = [metric("a", "health", "b"), metric("b", "health", "c"), metric("c", "health", "a")];
  const flat = JSON.stringify(drawn(outline(metrics, undefined)));
  for (const id of ["a", "b", "c"]) expect(flat.split(`"${id}"`)).toHaveLength(2);
  expect(drawn(outline([metric("self", "health", "self")], undefined))).toEqual(["self"]);
});
