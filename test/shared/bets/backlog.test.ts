import { describe, expect, test } from "vitest";
import {
  backlog,
  conclusions,
  groupOf,
  justification,
  unjustifiedCount,
} from "../../../shared/bets/backlog.ts";
import type { Bet } from "../../../shared/bets/bet.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { conclusionWords } from "../../../web/screens/bets/words.ts";

const today = "2026-10-05";
const states = { runs: "committed", planned: "draft", dropped: "dropped", graded: "graded" } as const;
const find = (id: string) => (id in states ? { state: states[id as keyof typeof states] } : undefined);
const bet = (title: string, fields: Partial<Bet> = {}): RowOf<"bet"> => ({
  ...{ id: title, revision: 1, title, squadId: "podcasts", state: "idea", keyResultId: "runs" },
  ...fields,
});
const groups = (...bets: RowOf<"bet">[]) =>
  backlog(bets, find, today).map(({ group, bets: inGroup }) => [group, ...inGroup.map((one) => one.title)]);

describe("what a bet stands on", () => {
  test.each([
    ["runs", "justified"],
    ["planned", "justified"],
    ["dropped", "over"],
    ["graded", "over"],
    ["of a cycle this phone does not hold", "over"],
    [undefined, "unjustified"],
  ])("%s: %s", (keyResultId, stands) => {
    expect(justification({ keyResultId }, find)).toBe(stands);
  });
});

describe("the backlog", () => {
  test("goes from today to ideas, and within a group by title", () => {
    expect(
      groups(
        bet("b"),
        bet("a"),
        bet("next", { state: "next" }),
        bet("doing", { state: "doing" }),
        bet("now", { state: "doing", todayOn: today }),
      ),
    ).toEqual([
      ["today", "now"],
      ["doing", "doing"],
      ["next", "next"],
      ["idea", "a", "b"],
    ]);
  });

  test("puts what nothing justifies below, and what cannot move the North Star at the very bottom", () => {
    expect(
      groups(
        bet("no star", { movesStar: false, state: "doing" }),
        bet("no input", { movesInput: false, keyResultId: undefined }),
        bet("over", { keyResultId: "dropped", state: "doing" }),
        bet("alone", { keyResultId: undefined }),
        bet("idea"),
      ),
    ).toEqual([
      ["idea", "idea"],
      ["unjustified", "alone", "over"],
      ["cannot-move", "no input", "no star"],
    ]);
  });

  test("keeps a promise for today in sight, also yesterday's, but not tomorrow's", () => {
    const on = (todayOn: string) => groupOf(bet("x", { todayOn, movesStar: false }), "unjustified", today);
    expect(["2026-10-04", "2026-10-05", "2026-10-06"].map(on)).toEqual(["today", "today", "cannot-move"]);
  });

  test("counts how concluded bets went and what followed, not those dropped or taken up again", () => {
    const ended = [
      bet("a", { state: "won", next: "double-down", learning: "They stay." }),
      bet("b", { state: "won", learning: "They stay, too." }),
      bet("plain work", { state: "won" }),
      bet("c", { state: "lost", next: "cut" }),
      bet("d", { state: "dropped", next: "cut" }),
      bet("e", { state: "doing", next: "double-down" }),
    ];
    expect(conclusions(ended)).toEqual({ won: 2, lost: 1, inconclusive: 0, doubledDown: 1, cut: 1 });
    expect(conclusionWords(conclusions(ended))).toBe("2 won, 1 lost; we doubled down on 1 and cut 1.");
    expect(conclusionWords(conclusions([bet("b", { state: "inconclusive" })]))).toBe("1 inconclusive.");
    expect(conclusionWords(conclusions([bet("d", { state: "dropped" })]))).toBe("");
  });

  test("holds no bet that has ended", () => {
    const ended = (["won", "lost", "inconclusive", "dropped"] as const).map((state) => bet(state, { state }));
    expect(groups(...ended)).toEqual([]);
    expect(unjustifiedCount([...ended, bet("alone", { keyResultId: undefined })], find)).toEqual({
      open: 1,
      unjustified: 1,
    });
  });
});
