import { describe, expect, test } from "vitest";
import { focusOf } from "../../../shared/focus/focus.ts";
import type { FocusRows } from "../../../shared/focus/rows.ts";
import { focusWords } from "../../../shared/focus/words.ts";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";

/** The quarter began on Thursday 1 October; it is Thursday 12 November, a little under half of it. */
const today = "2026-11-12";
const cycle: RowOf<"cycle"> = {
  ...{ id: "q4", revision: 1, name: "Q4", startsOn: "2026-10-01", endsOn: "2026-12-31", state: "running" },
};
const objective = (id: string, squadId?: string): RowOf<"objective"> => ({
  ...{ id, revision: 1, cycleId: "q4", title: id, state: "committed" },
  ...(squadId && { squadId }),
});
const keyResult = (title: string, fields: Partial<RowOf<"key-result">> = {}): RowOf<"key-result"> => ({
  ...{ id: title, revision: 1, cycleId: "q4", objectiveId: "ours", alsoServes: [], ownerId: "ben" },
  ...{ previousOwners: [], title, direction: "increase", baseline: 0, target: 100 },
  ...{ unit: { label: "", scale: "value", decimals: 0 }, commitment: "committed", weight: 1 },
  ...{ state: "committed", committedAt: "2026-09-28T08:00:00.000Z" },
  ...fields,
});

interface Told {
  /** What was said of each key result this week, or how many days ago. */
  said?: Record<string, number | { value: number; daysAgo: number }>;
  anomalies?: FocusRows["anomalies"];
  /** The day on which a blocker was opened. */
  blocked?: Record<string, string>;
  choices?: FocusRows["choices"];
}

function focus(keyResults: RowOf<"key-result">[], told: Told = {}, on = today) {
  return focusOf("podcasts", on, {
    workspace: { rhythm: defaultRhythm, zone: "UTC" },
    cycles: [cycle],
    objectives: [objective("ours", "podcasts"), objective("theirs", "search"), objective("company")],
    keyResults,
    checkInsOn(keyResultId) {
      const one = told.said?.[keyResultId];
      if (one === undefined) return [];
      const { value, daysAgo } = typeof one === "number" ? { value: one, daysAgo: 2 } : one;
      const said = addDays(today, -daysAgo);
      return [
        {
          ...{ id: `${keyResultId} said`, revision: 1, keyResultId, cycleId: "q4", authorId: "ben" },
          ...{ at: `${said}T08:00:00.000Z`, occurrenceOn: said, value, confidence: 5 },
        },
      ];
    },
    blockersOn(keyResultId) {
      const openedOn = told.blocked?.[keyResultId];
      if (openedOn === undefined) return [];
      const openedAt = `${openedOn}T08:00:00.000Z`;
      return [{ id: "b", revision: 1, keyResultId, text: "Waits", ownerId: "ben", openedAt }];
    },
    anomalies: told.anomalies ?? [],
    choices: told.choices ?? [],
  });
}

const chosen = (...about: Parameters<typeof focus>) => {
  const { keyResult, reason } = focus(...about);
  return [keyResult?.title, reason?.by];
};

/** On pace by a wide margin, so that only what is said beside it counts. */
const fine = 90;

describe("the focus of a squad by the rule", () => {
  test("is first of all a key result with an open anomaly on itself", () => {
    const anomalies = [{ id: "a", series: { kind: "key-result", id: "odd" } }] as const;
    const said = { odd: fine, slow: 1 };
    expect(chosen([keyResult("slow"), keyResult("odd")], { said, anomalies })).toEqual(["odd", "anomaly"]);
  });

  test("or on the metric it measures, though not on the one it moves", () => {
    const anomalies = [{ id: "a", series: { kind: "metric", id: "habit" } }] as const;
    const said = { measures: fine, moves: 1 };
    const moves = keyResult("moves", { moves: { metricId: "habit", because: "it does so" } });
    expect(chosen([moves, keyResult("measures", { measures: "habit" })], { said, anomalies })).toEqual([
      "measures",
      "anomaly",
    ]);
  });

  test.each([
    ["answered", { answer: { at: "2026-11-11T08:00:00.000Z" } }],
    ["withdrawn", { withdrawnAt: "2026-11-11T08:00:00.000Z" }],
    ["found in an old history", { on: "2024-11-12", raisedAt: "2026-11-10T08:00:00.000Z" }],
  ])("an anomaly that was %s is none", (_, over) => {
    const anomalies = [{ id: "a", series: { kind: "key-result", id: "odd" }, ...over }] as const;
    const said = { odd: fine, slow: 1 };
    expect(chosen([keyResult("slow"), keyResult("odd")], { said, anomalies })).toEqual(["slow", "pace"]);
  });

  test("then one whose blocker is older than a working day, and a weekend is none", () => {
    const keyResults = [keyResult("blocked"), keyResult("slow")];
    const told = { said: { blocked: fine, slow: 1 }, blocked: { blocked: "2026-11-06" } };
    expect(chosen(keyResults, told, "2026-11-09")).toEqual(["slow", "pace"]);
    expect(chosen(keyResults, told, "2026-11-10")).toEqual(["blocked", "blocker"]);
  });

  test("then the lowest pace that is behind or off pace", () => {
    const keyResults = [keyResult("behind"), keyResult("off"), keyResult("on pace")];
    const { ranked, ...first } = focus(keyResults, { said: { behind: 36, off: 20, "on pace": 60 } });
    expect([first.keyResult?.title, first.reason?.by, first.status]).toEqual(["off", "pace", "off-pace"]);
    expect(ranked.map((one) => [one.keyResult.title, one.reason?.by])).toEqual([
      ["off", "pace"],
      ["behind", "pace"],
      ["on pace", "gap"],
    ]);
  });

  test("then one nobody checked in on", () => {
    const said = { old: { value: 60, daysAgo: 18 }, "on pace": 60 };
    expect(chosen([keyResult("on pace"), keyResult("old")], { said })).toEqual(["old", "stale"]);
  });

  test("then what has the most left, by weight", () => {
    const keyResults = [keyResult("most left"), keyResult("weighs more", { weight: 3 })];
    expect(chosen(keyResults, { said: { "most left": 50, "weighs more": 70 } })).toEqual([
      "weighs more",
      "gap",
    ]);
  });

  test("breaks a tie by weight, then by title", () => {
    const anomalies = ["b", "a", "heavy"].map((id) => ({ id, series: { kind: "key-result", id } as const }));
    const keyResults = [keyResult("b"), keyResult("a"), keyResult("heavy", { weight: 2 })];
    const ranked = focus(keyResults, { anomalies }).ranked.map((one) => one.keyResult.title);
    expect(ranked).toEqual(["heavy", "a", "b"]);
  });

  test("looks at the squad's running key results only", () => {
    const others = [
      keyResult("theirs", { objectiveId: "theirs" }),
      keyResult("company's", { objectiveId: "company" }),
      keyResult("draft", { state: "draft" }),
      keyResult("dropped", { state: "dropped" }),
      keyResult("of a cycle that is over", { cycleId: "q3" }),
    ];
    expect(focus(others)).toEqual({ squadId: "podcasts", on: today, ranked: [] });
  });

  test("is none when everything is reached", () => {
    const { keyResult: first, ranked } = focus([keyResult("reached")], { said: { reached: 120 } });
    expect([first, ranked.length]).toEqual([undefined, 1]);
  });
});

describe("the focus a squad chose", () => {
  const keyResults = [keyResult("slow"), keyResult("other")];
  const said = { slow: 1, other: fine };
  const choice = {
    squadId: "podcasts",
    on: today,
    keyResultId: "other",
    chosenBy: "ben",
    reason: "Demo on Friday",
  };

  test("stands before the rule, on its day only", () => {
    expect(chosen(keyResults, { said, choices: [choice] })).toEqual(["other", "chosen"]);
    expect(chosen(keyResults, { said, choices: [{ ...choice, on: "2026-11-11" }] })).toEqual([
      "slow",
      "pace",
    ]);
    expect(chosen(keyResults, { said, choices: [{ ...choice, squadId: "search" }] })).toEqual([
      "slow",
      "pace",
    ]);
  });

  test("gives way to the rule when its key result is dropped", () => {
    const gone = [keyResult("slow"), keyResult("other", { state: "dropped" })];
    expect(chosen(gone, { said, choices: [choice] })).toEqual(["slow", "pace"]);
  });
});

describe("why, in words", () => {
  const nameOf = (id: string) => (id === "ben" ? "Ben" : undefined);
  const words = (...about: Parameters<typeof focus>) => focusWords(focus(...about), nameOf);

  test("carries neither a value nor anybody's own words in its plain part", () => {
    const choices = [{ squadId: "podcasts", on: today, keyResultId: "a", chosenBy: "ben", reason: "Secret" }];
    expect(words([keyResult("a")], { choices })).toEqual({
      title: "a",
      why: "Ben chose it",
      detail: "Secret",
    });
    expect(words([keyResult("a")], { said: { a: 20 } })).toEqual({
      title: "a",
      why: "It is furthest off pace",
      detail: "43% of where it should be by now",
    });
  });

  test("says how long", () => {
    const blocked = { a: "2026-11-05" };
    expect(words([keyResult("a")], { blocked })?.why).toBe("It has been blocked for 7 days");
    const said = { a: { value: 60, daysAgo: 18 } };
    expect(words([keyResult("a")], { said })?.why).toBe("Nobody has checked in on it for 18 days");
  });

  test("calls a broken limit by its name", () => {
    const limit = keyResult("a", { direction: "stay-below", target: 10 });
    expect(words([limit], { said: { a: 12 } })?.why).toBe("It is on the wrong side of what it is to keep");
  });

  test("is nothing without a focus", () => {
    expect(words([])).toBeUndefined();
  });
});
