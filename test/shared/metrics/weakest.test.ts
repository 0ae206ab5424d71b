import { expect, test } from "vitest";
import { weakestInputs } from "../../../shared/metrics/weakest.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { doubtWords, weakestWords } from "../../../web/ui/weakest-words.ts";

const input = (id: string, goodDirection: "up" | "down" = "up") =>
  ({ id, kind: "input", goodDirection }) as RowOf<"metric">;
const keyResult = (id: string, metricId: string, pace: number | undefined, weight = 1) => ({
  row: { id, weight, moves: { metricId, because: "it moves it" } },
  pace,
});
const still = () => [5, 5, 5, 5];

test("inputs are ranked by the weighted pace of what moves them, and those nobody moves stand apart", () => {
  const { moved, unmoved } = weakestInputs(
    [input("sessions"), input("habit"), input("saved")],
    [
      keyResult("a", "sessions", 1, 3),
      keyResult("b", "sessions", 0.2, 1),
      keyResult("c", "habit", 0.6),
      keyResult("d", "elsewhere", 0),
    ],
    still,
  );
  expect(moved.map((one) => [one.metric.id, one.pace])).toEqual([
    ["habit", 0.6],
    ["sessions", 0.8],
  ]);
  expect(unmoved.map((one) => one.metric.id)).toEqual(["saved"]);
});

test("at the same pace the one that moves the wrong way more steeply is weaker", () => {
  const values: Record<string, number[]> = {
    rising: [1, 2, 3, 2, 4, 5, 4, 6],
    falling: [6, 5, 4, 5, 3, 2, 3, 1],
    wanted: [6, 5, 4, 5, 3, 2, 3, 1],
  };
  const { moved } = weakestInputs(
    [input("rising"), input("wanted", "down"), input("falling")],
    ["rising", "wanted", "falling"].map((id) => keyResult(`k-${id}`, id, 0.5)),
    (id) => values[id]!,
  );
  expect(moved[0]!.metric.id).toBe("falling");
  expect(moved[0]!.against).toBeGreaterThan(0);
});

test("an input whose key results say nothing yet comes after those that do", () => {
  const { moved } = weakestInputs(
    [input("silent"), input("good")],
    [keyResult("a", "silent", undefined), keyResult("b", "good", 1.4)],
    still,
  );
  expect(moved.map((one) => one.metric.id)).toEqual(["good", "silent"]);
  expect(moved[1]!.pace).toBeUndefined();
});

test("an input whose last reading left its range to the wrong side comes first, whatever its pace", () => {
  const { moved } = weakestInputs(
    [input("behind"), input("fallen")],
    [keyResult("a", "behind", 0.2), keyResult("b", "fallen", 1.3)],
    still,
    (id) => id === "fallen",
  );
  expect(moved.map((one) => [one.metric.id, one.reason.by])).toEqual([
    ["fallen", "range"],
    ["behind", "pace"],
  ]);
});

test("the reason is the condition that gave the place, and its words say so", () => {
  const falling = [6, 5, 4, 5, 3, 2, 3, 1];
  const of = (pace: number | undefined, values: readonly number[], adverse = false) =>
    weakestInputs(
      [input("one")],
      [keyResult("a", "one", pace)],
      () => values,
      () => adverse,
    ).moved[0]!;
  expect(weakestWords(of(0.64, falling))).toBe(
    "The key result that moves it is at 64% of where it should be by now.",
  );
  expect(weakestWords(of(1.2, falling))).toContain("Nothing trails");
  expect(weakestWords(of(undefined, falling))).toContain("moved the wrong way");
  expect(weakestWords(of(undefined, [1, 2, 3]))).toContain("Nothing trails yet");
  expect(weakestWords(of(0.64, falling, true))).toContain("left its usual range");
});

test("with few readings, an estimate or nothing said yet it is called a hint", () => {
  const estimated = { ...input("one"), estimated: true } as RowOf<"metric">;
  const [hint] = weakestInputs([estimated], [keyResult("a", "one", undefined)], () => [1, 2]).moved;
  expect(hint!.doubts).toEqual(["few-readings", "estimated", "silent"]);
  expect(doubtWords(hint!)).toBe(
    "Take it as a hint: it has only 2 readings, it is estimated and its key results have not said enough yet.",
  );
  const [sure] = weakestInputs([input("one")], [keyResult("a", "one", 0.5)], () => [
    ...Array(8).keys(),
  ]).moved;
  expect(doubtWords(sure!)).toBe("");
});

test.each([
  ["none", []],
  ["one", [5]],
  ["all equal", Array(20).fill(5)],
  ["negative", [-5, -7, -9]],
  ["huge", [1e12, 1e12, 3e12]],
])("readings that are %s give a reason without impossible numbers", (_, values) => {
  const [one] = weakestInputs([input("one")], [keyResult("a", "one", undefined)], () => values).moved;
  expect(Number.isFinite(one!.against)).toBe(true);
  expect(weakestWords(one!)).not.toMatch(/NaN|Infinity/);
});
