import { expect, test } from "vitest";
import { wouldServe } from "../../../shared/focus/day-bets.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

const on = "2026-11-23";
const bet = (title: string, more: Partial<RowOf<"bet">> = {}) =>
  ({ id: title, title, keyResultId: "habit", state: "next", ...more }) as RowOf<"bet">;
const served = (...bets: RowOf<"bet">[]) => wouldServe(bets, "habit", on).map((one) => one.title);

test("begun bets come first, then what is next, then ideas, each by title", () => {
  const ideas = [bet("B", { state: "idea" }), bet("A", { state: "idea" })];
  expect(served(...ideas, bet("D"), bet("C"), bet("E", { state: "doing" }))).toEqual([
    ...["E", "C", "D", "A", "B"],
  ]);
});

test("what is meant for today or was left from before stands there already", () => {
  expect(
    served(
      bet("today", { todayOn: on }),
      bet("left", { todayOn: "2026-11-20" }),
      bet("C", { todayOn: "2026-11-24" }),
    ),
  ).toEqual(["C"]);
});

test("nothing that is over, or serves something else", () => {
  expect(
    served(
      bet("won", { state: "won" }),
      bet("gone", { state: "dropped" }),
      bet("else", { keyResultId: "trial" }),
    ),
  ).toEqual([]);
});
