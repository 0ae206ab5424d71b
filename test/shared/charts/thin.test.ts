import { expect, test } from "vitest";
import { piecesOf } from "../../../shared/charts/pieces.ts";
import { valueScale } from "../../../shared/charts/scale.ts";
import { thin } from "../../../shared/charts/thin.ts";
import { addDays } from "../../../shared/time/local-date.ts";

const days = (values: readonly number[]) =>
  values.map((value, index) => ({ on: addDays("2020-01-01", index), value }));
const noisy = days(Array.from({ length: 2000 }, (_, i) => Math.sin(i / 30) + ((i * 7919) % 13) / 40));

test("few points stay as they are", () => {
  expect(thin(noisy.slice(0, 400))).toEqual(noisy.slice(0, 400));
  expect(thin([])).toEqual([]);
});

test("of many points the first, the last, and every peak and valley of a stretch stay, in order", () => {
  const spike = noisy.map((one, index) => (index === 1234 ? { ...one, value: 99 } : one));
  const dip = spike.map((one, index) => (index === 321 ? { ...one, value: -99 } : one));
  const kept = thin(dip, 100);
  expect(kept.length).toBeLessThanOrEqual(100);
  expect(kept[0]).toEqual(dip[0]);
  expect(kept.at(-1)).toEqual(dip.at(-1));
  expect(kept.map((one) => one.value)).toEqual(expect.arrayContaining([99, -99]));
  expect(kept.map((one) => one.on)).toEqual([...kept.map((one) => one.on)].sort());
  for (const one of kept) expect(dip).toContainEqual(one);
});

test("a line is broken where nobody read, and every point stays in one piece", () => {
  const points = days([1, 2, 3, 4, 5, 6]).filter((_, index) => index !== 2 && index !== 3);
  const { pieces, bridges } = piecesOf(points, 1);
  expect(pieces.map((one) => one.map(({ value }) => value))).toEqual([
    [1, 2],
    [5, 6],
  ]);
  expect(bridges.map((one) => one.map(({ value }) => value))).toEqual([[2, 5]]);
  const [first, , third] = days([1, 2, 3]);
  expect(piecesOf([first!, third!], 2).pieces).toHaveLength(1);
  expect(piecesOf([first!, third!], 1).pieces).toHaveLength(2);
  expect(piecesOf(points).pieces).toHaveLength(1);
  expect(piecesOf([]).pieces).toEqual([]);
});

test.each([
  ["huge", [1e308, -1e308]],
  ["huge and equal", [1e308, 1e308]],
  ["too close to tell apart", [1e15, 1e15 + 0.1]],
  ["zero", [0]],
  ["negative", [-5, -3]],
])("values that are %s lie within the box", (_, values) => {
  const y = valueScale(values);
  for (const value of values) {
    expect(y(value)).toBeGreaterThanOrEqual(0);
    expect(y(value)).toBeLessThanOrEqual(100);
  }
});
