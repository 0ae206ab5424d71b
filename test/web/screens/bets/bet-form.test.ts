import { describe, expect, test } from "vitest";
import type { Bet } from "../../../../shared/bets/bet.ts";
import { schema } from "../../../../shared/bets/bet.ts";
import {
  betForm,
  blankBet,
  mistakesIn,
  placeArgs,
  reviseArgs,
} from "../../../../web/screens/bets/bet-form.ts";
import { hypothesisSentence } from "../../../../web/screens/bets/words.ts";
import { finishes, habit, percent, podcasts } from "../../../support/cast.ts";
import { idOf } from "../../../support/rules.ts";

const today = "2026-10-05";
const hypothesis = {
  ...{ change: "Shorter intros", metricId: habit, amount: 0.008, byOn: "2026-12-31" },
  because: "because listeners leave in the intro.",
};
const bet: Bet = {
  ...{ title: "Shorter intros", squadId: podcasts, keyResultId: finishes, ownerId: idOf("ben") },
  ...{ hypothesis, movesInput: true, state: "doing", todayOn: "2026-10-04", source: "A talk." },
};

describe("a new bet", () => {
  test("asks for a title and a squad, and for a hypothesis only where one is begun", () => {
    expect(mistakesIn(blankBet({}))).toEqual({
      title: "Say in a few words what is to be tried.",
      squadId: "Choose the squad whose work it is.",
    });
    const begun = blankBet({ title: "x", squadId: podcasts, isHypothesis: true, amount: 0 });
    expect(Object.keys(mistakesIn(begun))).toEqual(["change", "metricId", "amount", "byOn", "because"]);
  });

  test("says nothing of what was left open, and is a bet as the rule takes it", () => {
    const form = blankBet({ title: "  Shorter intros ", squadId: podcasts });
    const args = placeArgs(form, today);
    expect(args).toEqual({ title: "Shorter intros", squadId: podcasts, state: "idea" });
    const full = placeArgs({ ...betForm(bet, today), movesStar: "no" }, today);
    expect(schema.safeParse(full).success).toBe(true);
    expect(full).toMatchObject({ todayOn: today, movesInput: true, movesStar: false, hypothesis });
  });
});

describe("an edited bet", () => {
  test("sends only what was changed, so that what a colleague changes meanwhile stays", () => {
    const form = betForm(bet, today);
    expect(reviseArgs(form, bet, today)).toEqual({});
    expect(reviseArgs({ ...form, title: "Ten seconds" }, bet, today)).toEqual({ title: "Ten seconds" });
  });

  test("clears with null", () => {
    const form = {
      ...betForm(bet, today),
      keyResultId: "",
      isHypothesis: false,
      movesInput: "unsure" as const,
    };
    expect(reviseArgs({ ...form, isToday: false }, bet, today)).toEqual({
      ...{ keyResultId: null, hypothesis: null, movesInput: null, todayOn: null },
    });
  });

  test("leaves yesterday's promise as it is, and a bet meant for tomorrow gets today's date when asked to", () => {
    expect(reviseArgs(betForm(bet, today), bet, today)).not.toHaveProperty("todayOn");
    const tomorrow = { ...bet, todayOn: "2026-10-06" };
    const form = betForm(tomorrow, today);
    expect(form.isToday).toBe(false);
    expect(reviseArgs({ ...form, isToday: true }, tomorrow, today)).toEqual({ todayOn: today });
    expect(reviseArgs({ ...form, title: "T" }, tomorrow, today)).toEqual({ title: "T" });
  });
});

test("a hypothesis reads as one sentence", () => {
  const metric = { name: "Weekly podcast habit", unit: percent };
  expect(hypothesisSentence(hypothesis, metric, today)).toBe(
    "We believe shorter intros will move Weekly podcast habit by +0.8 points by 31 Dec, because listeners leave in the intro.",
  );
  const api = { ...hypothesis, change: "API limits", amount: -3, because: "they wait" };
  const minutes = { name: "Time", unit: { label: "min", scale: "value", decimals: 0 } as const };
  expect(hypothesisSentence(api, minutes, today)).toBe(
    "We believe API limits will move Time by −3 min by 31 Dec, because they wait.",
  );
});
