import { expect, test } from "vitest";
import { weakestInputs } from "../../../shared/metrics/weakest.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

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
