import { describe, expect, test } from "vitest";
import type { Answer } from "../../../../shared/okrs/audit-answer.ts";
import { alignmentMap } from "../../../../shared/okrs/map.ts";
import { addDays } from "../../../../shared/time/local-date.ts";
import { because, overall } from "../../../../web/screens/map/audit-words.ts";
import { metricMark } from "../../../../web/screens/map/metric-mark.ts";
import {
  cycleWords,
  hrefOf,
  kindWords,
  linkWords,
  shortTally,
  tallyWords,
  titleOf,
} from "../../../../web/screens/map/words.ts";
import { alignment, keyResult, metric, objective, q4, star } from "../../../support/alignment.ts";

const noon = Date.parse("2026-11-04T12:00:00.000Z");

describe("the words of the map", () => {
  test("say of key results first what needs a look", () => {
    expect(tallyWords({ "on-pace": 2, stale: 1, "off-pace": 3 })).toBe("6 key results: 3 off pace, 1 stale");
    expect(tallyWords({ "on-pace": 1 })).toBe("1 key result");
    expect(tallyWords({})).toBe("");
    expect([shortTally({ behind: 1, done: 4 }), shortTally({ done: 4 })]).toEqual([
      "1 behind",
      "4 key results",
    ]);
  });

  test("name a place, what it is and where it leads", () => {
    const metrics = [
      metric("revenue", "outcome"),
      metric("north", "north-star"),
      metric("habit", "input", "north"),
    ];
    const given = {
      metrics,
      northStars: [star("north", { state: "proposed" })],
      objectives: [objective("one")],
    };
    const map = alignmentMap(alignment({ ...given, keyResults: [keyResult("a", "one", "habit")] }), noon);
    const places = [...map.nodes.values()].map((one) =>
      [titleOf(one), kindWords(one), hrefOf(one)].join(" | "),
    );
    expect(places).toEqual([
      "Metric revenue | business outcome | /metrics/revenue",
      "Metric north | North Star, proposed | /metrics/north",
      "Metric habit | input metric | /metrics/habit",
      "Objective one | company objective | /cycle/objectives/one",
      "Key result a | key result | /key-results/a",
    ]);
    const to = map.nodes.get("metric/habit")!;
    expect(linkWords({ from: "x", to: to.id, as: "moves" }, to)).toBe("moves “Metric habit”");
    expect(linkWords({ from: "x", to: to.id, as: "serves" }, to)).toBe("also serves “Metric habit”");
  });

  test("say which week of the cycle it is", () => {
    expect(cycleWords(q4, "2026-10-01")).toBe("Q4 2026 · week 1 of 13");
    expect(cycleWords(q4, "2027-02-01")).toBe("Q4 2026 · week 13 of 13");
    expect(cycleWords({ ...q4, state: "planning" }, "2026-09-01")).toBe("Q4 2026 · planning");
    expect(cycleWords(undefined, "2026-09-01")).toBe("no cycle yet");
  });

  test("say how a metric stands: its value and range, that it is old, or that nothing was read", () => {
    const habit = metric("habit", "input", undefined, { cadence: "weekly" });
    const at = (on: string, values: number[]) => {
      const series = values.map((value, index) => ({
        id: `r${index}`,
        on: addDays("2026-10-01", 7 * index),
        value,
      }));
      return metricMark(habit, {
        ...alignment(),
        on,
        ...{ cycles: [], events: [], anomalies: [] },
        series: new Map([["habit", series]]),
      } as never);
    };
    expect(at("2026-11-08", [])).toEqual({ value: "", status: "no-data", word: "no reading yet" });
    expect(at("2026-10-04", [0.2])).toEqual({
      value: "20%",
      status: "too-early",
      word: "learning its range",
    });
    expect(at("2026-12-24", [0.2]).word).toBe("84 days old");
    expect(at("2026-11-22", [0.2, 0.21, 0.2, 0.21, 0.2, 0.21, 0.2, 0.6])).toEqual({
      ...{ value: "60%", status: "ok", word: "above its range" },
    });
  });
});

describe("the words of the audit", () => {
  const answer = (verdict: Answer["verdict"], why?: Answer["why"], good = 0, of = 0) =>
    ({ verdict, good, of, about: [], ...(why ? { why } : {}) }) as Answer;

  test("say why an answer is what it is", () => {
    expect(because("committed", answer("yes", undefined, 1, 1))).toBe("1 key result moves it.");
    expect(because("committed", answer("no", "nobody-moves-it"))).toBe(
      "No key result of this cycle moves it.",
    );
    expect(because("committed", answer("no", "only-drafts", 0, 2))).toBe(
      "2 drafts would move it; none is committed.",
    );
    expect(because("answered", answer("waiting", "still-time", 0, 2))).toMatch(/^Nobody has answered yet/);
    expect(because("answered", answer("partly", "unanswered", 1, 2))).toBe("1 of 2 answered this week.");
    expect(because("answered", answer("yes", undefined, 1, 1))).toBe("Its owner answered.");
    expect(because("scored", answer("no", "never-said", 0, 2))).toMatch(/a score would be empty/);
    expect(because("scored", answer("yes", undefined, 3, 3))).toBe("All 3 have a value to score.");
  });

  test("sum it up in a sentence", () => {
    const of = (...bears: ("yes" | "partly" | "no")[]) =>
      overall({ inputs: bears.map((one) => ({ bears: one })) } as never);
    expect(of()).toMatch(/nothing bears its load/);
    expect([of("yes"), of("yes", "yes")]).toEqual([
      "The one input metric bears load.",
      "All 2 input metrics bear load.",
    ]);
    expect([of("partly"), of("no")]).toEqual([
      "The one input metric bears load in part.",
      "The one input metric is only on show.",
    ]);
    expect(of("no", "yes", "yes")).toBe("2 of 3 input metrics bear load; 1 is only on show.");
    expect(of("no", "partly", "yes")).toBe("1 of 3 input metrics bears load, 1 in part; 1 is only on show.");
    expect(of("partly", "partly")).toBe("None of 2 input metrics bears load in full, 2 in part.");
    expect(of("no", "no")).toBe("None of 2 input metrics bears load; 2 are only on show.");
  });
});
