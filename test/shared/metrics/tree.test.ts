import { expect, test } from "vitest";
import { upward } from "../../../shared/metrics/tree.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

/** Metrics as "child parent" pairs; a metric alone has no parent. */
const finder = (...pairs: string[]) => {
  const rows = new Map(pairs.map((pair) => pair.split(" ")).map(([id, parentId]) => [id, { id, parentId }]));
  return (id: string) => rows.get(id) as RowOf<"metric"> | undefined;
};
const way = (from: string | undefined, ...pairs: string[]) =>
  upward(from, finder(...pairs)).map((one) => one.id);

test("the way up is nearest first, the metric itself included", () => {
  expect(way("plays", "plays habit", "habit star", "star")).toEqual(["plays", "habit", "star"]);
});

test("it ends where a parent is missing, and is empty from nothing", () => {
  expect(way("plays", "plays habit")).toEqual(["plays"]);
  expect(way("gone", "plays habit")).toEqual([]);
  expect(way(undefined, "plays habit")).toEqual([]);
});

test("a loop that two phones made together is cut, not followed for ever", () => {
  expect(way("a", "a b", "b c", "c a")).toEqual(["a", "b", "c"]);
  expect(way("x", "x a", "a b", "b a")).toEqual(["x", "a", "b"]);
  expect(way("a", "a a")).toEqual(["a"]);
});
