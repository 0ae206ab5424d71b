import { describe, expect, test } from "vitest";
import type { BeatState } from "../../../../shared/reviews/beat-state.ts";
import { whenWords } from "../../../../web/screens/rhythm/rhythm-words.ts";
import { addressOf, nameOf } from "../../../../web/ui/review-name.ts";

const today = "2026-11-24";
const weekly = (fields: Partial<BeatState>): BeatState => ({ beat: "weekly", state: "waiting", ...fields });

describe("when a beat is", () => {
  test.each([
    [weekly({ dueOn: "2026-11-25", lastOn: "2026-11-16" }), "tomorrow, last held for the week of 16 Nov"],
    [weekly({ state: "due", dueOn: today }), "due today"],
    [weekly({ state: "due", dueOn: "2026-11-23" }), "due since yesterday"],
    [
      weekly({ state: "due", dueOn: "2026-11-18", missedOn: "2026-11-09" }),
      "due since 18 Nov; the week of 9 Nov was missed",
    ],
    [
      weekly({ state: "missed", dueOn: "2026-11-25", missedOn: "2026-11-16" }),
      "the week of 16 Nov was missed; next tomorrow",
    ],
    [
      weekly({ state: "held", lastOn: "2026-11-23", nextOn: "2026-12-02" }),
      "held for the week of 23 Nov, next on Wednesday 2 Dec",
    ],
    [weekly({ state: "resting" }), ""],
  ])("%j: %s", (state, words) => {
    expect(whenWords(state, today)).toBe(words);
  });

  test("is named by its week, its month, the end of its cycle, or its day", () => {
    expect(
      ["weekly", "monthly", "quarterly", "yearly"].map((one) => nameOf("2026-11-01", one as "weekly", today)),
    ).toEqual(["the week of 1 Nov", "November", "the cycle to 1 Nov", "1 Nov"]);
    expect(nameOf("2025-12-01", "monthly", today)).toBe("December 2025");
  });

  test("has one address a review", () => {
    expect(addressOf({ beat: "weekly", squadId: "s", on: "2026-11-16" })).toBe(
      "/rhythm/weekly/s?on=2026-11-16",
    );
    expect(addressOf({ beat: "monthly" })).toBe("/rhythm/monthly");
  });
});
