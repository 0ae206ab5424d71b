import { describe, expect, test } from "vitest";
import type { Anomaly } from "../../../shared/signals/anomaly.ts";
import { falseAlarms } from "../../../shared/signals/false-alarms.ts";
import { isTrivial, tellingOf } from "../../../shared/signals/push-policy.ts";
import {
  anomalyTitle,
  anomalyWords,
  expectedWords,
  learningWords,
  placeWords,
  ruleWords,
} from "../../../shared/signals/words.ts";

const share = { label: "%", scale: "ratio", decimals: 0 } as const;
const minutes = { label: "min", scale: "value", decimals: 0 } as const;
const expected = { low: 0.36, centre: 0.39, high: 0.42 };
const fell: Anomaly = {
  series: { kind: "metric", id: "018f0000-0000-7000-8000-000000000001" },
  ...{ on: "2026-03-02", onset: "2026-03-02", direction: "down", rule: "last-1", value: 0.31, expected },
  ...{ preset: "calm", adverse: true, raisedAt: "2026-03-03T08:00:00.000Z" },
};
const answer = { as: "explained", text: "A fair.", by: fell.series.id, at: fell.raisedAt } as const;
const words = (more: Partial<Anomaly>, about: object = {}) =>
  anomalyWords(
    { ...fell, ...more },
    { name: "Activation", unit: share, cadence: "weekly", locale: "en", ...about },
  );

describe("in words", () => {
  test("a single reading, with what recent weeks ran at, the unit said once", () => {
    expect(words({})).toBe("Activation fell to 31%. Recent weeks ran 36–42%.");
    const plain = { value: 140, direction: "up", expected: { low: 90, centre: 100, high: 110 } } as const;
    expect(words(plain, { name: "Listening", unit: minutes, cadence: "daily" })).toBe(
      "Listening rose to 140 min. Recent days ran 90–110 min.",
    );
    const signed = { value: -9, expected: { low: -4, centre: 1, high: 6 } };
    expect(words(signed, { unit: minutes })).toBe("Activation fell to −9 min. Recent weeks ran −4 to 6 min.");
  });

  test("a shift, with where its path led; by one more decimal where both would read alike", () => {
    const shift = { rule: "last-4", value: 112, direction: "up" } as const;
    const about = { name: "Listening", unit: { ...minutes, label: "" } };
    const path = (centre: number) => ({ expected: { low: centre - 10, centre, high: centre + 10 } });
    expect(words({ ...shift, ...path(100) }, about)).toBe(
      "Listening: the last 4 weeks average 112, where 100 was expected by now.",
    );
    expect(words({ ...shift, ...path(111.7) }, about)).toContain("average 112.0, where 111.7 was expected");
  });

  test("a shift on a trend, whose path already passed what its readings average", () => {
    const shift = { rule: "last-8", value: 242, direction: "up" } as const;
    const expected = { low: 238, centre: 243, high: 248 };
    const about = { name: "Listening", unit: minutes };
    expect(words({ ...shift, expected }, about)).toBe(
      "Listening: the last 8 weeks average 242 min, above where the weeks before were heading.",
    );
    expect(words({ ...shift, direction: "down", value: 243, expected }, about)).toContain(
      "average 243 min, below where the weeks before were heading.",
    );
  });

  test("a limit, and a standstill with its length", () => {
    const limit = { low: 0.4, centre: 0.4, high: 0.4 };
    expect(words({ rule: "floor", expected: limit })).toBe("Activation fell to 31%, below its floor of 40%.");
    expect(words({ rule: "ceiling", expected: limit, value: 0.5 })).toContain("above its ceiling of 40%.");
    expect(words({ rule: "stall", onset: "2026-01-12" })).toBe(
      "Activation has stood still for 8 weeks, at 31%. On its earlier path it would be at about 39%.",
    );
  });

  test("a limit that is crossed again and again, since when", () => {
    const floor = { rule: "floor", value: 0.31, expected: { low: 0.4, centre: 0.4, high: 0.4 } } as const;
    expect(words(floor)).toBe("Activation fell to 31%, below its floor of 40%.");
    const swinging = { ...floor, crossings: 4, onset: "2025-12-08" };
    expect(words(swinging)).toBe(
      "Activation fell to 31%, below its floor of 40%. Crossed 4 times since 8 Dec 2025.",
    );
    expect(words({ ...swinging, onset: "2026-02-09" }, { locale: "en-US" })).toContain("since Feb 9.");
    expect(words({ ...floor, rule: "ceiling", direction: "up" })).toBe(
      "Activation rose to 31%, above its ceiling of 40%.",
    );
  });

  test("the head, the place and what was expected are the same wherever it is told", () => {
    expect([anomalyTitle(fell, "Activation"), anomalyTitle({ adverse: false }, "Activation")]).toEqual([
      "Unusual: Activation",
      "Worth knowing why: Activation",
    ]);
    const place = (rule: Anomaly["rule"]) => [
      placeWords({ ...fell, rule }),
      expectedWords({ ...fell, rule }, { unit: share, cadence: "weekly", locale: "en" }),
    ];
    expect(place("last-1")).toEqual(["below its range", "36–42%"]);
    expect(place("last-4")).toEqual(["below its range", "36–42% for a single week"]);
    expect(place("floor")).toEqual(["below its floor", "at least 39%"]);
    expect(place("ceiling")).toEqual(["above its ceiling", "at most 39%"]);
    expect(place("stall")).toEqual(["standing still", "about 39%"]);
  });

  test("never a cause, a proof or a chance", () => {
    const rules = ["last-1", "last-2", "last-4", "last-8", "floor", "ceiling", "stall"] as const;
    for (const rule of rules)
      for (const text of [words({ rule }), ruleWords(rule, "weekly")]) {
        expect(text).not.toMatch(/caus|prov|drove|impact|because|confiden|\bp\b|signific/i);
        expect(text).not.toMatch(/undefined|NaN/);
      }
    expect(learningWords(4)).toBe("Learning: 4 of 6 readings.");
    expect(learningWords(9)).toBe("Learning: 6 of 6 readings.");
  });
});

describe("the push policy", () => {
  const told = (more: Partial<Anomaly>) => {
    const telling = tellingOf({ ...fell, ...more }, "weekly");
    return telling.push ? telling.as : telling.because;
  };

  test("pushes what is adverse, and a favourable shift as worth knowing why", () => {
    expect(told({})).toBe("adverse");
    expect(told({ adverse: false, rule: "last-4" })).toBe("worth-knowing-why");
    expect(told({ adverse: false })).toBe("favourable-reading");
    expect(told({ adverse: false, rule: "last-2" })).toBe("favourable-reading");
  });

  test("pushes nothing that is not sure, a slice, withdrawn, answered or trivial", () => {
    expect(told({ preset: "standard" })).toBe("not-sure-enough");
    expect(told({ series: { ...fell.series, segment: "phone" } })).toBe("segment");
    expect(told({ withdrawnAt: fell.raisedAt })).toBe("withdrawn");
    expect(told({ answer })).toBe("answered");
    expect(told({ value: 0.3825 })).toBe("trivial");
    expect(told({ value: 0.3825, rule: "floor" })).toBe("adverse");
  });

  test("pushes only news: a reading that was still fresh when it was found", () => {
    expect(told({ on: "2026-02-21" })).toBe("adverse");
    expect(told({ on: "2026-02-20" })).toBe("old");
    expect(tellingOf({ ...fell, on: "2026-02-28" }, "daily").push).toBe(false);
    expect(tellingOf({ ...fell, on: "2026-01-20" }, "monthly").push).toBe(true);
  });

  test("takes two per cent of what was expected for the least that matters, unless told otherwise", () => {
    const moved = (value: number, centre: number) => ({ value, expected: { low: 0, centre, high: 0 } });
    expect([isTrivial(moved(101.9, 100)), isTrivial(moved(102, 100))]).toEqual([true, false]);
    expect([isTrivial(moved(-98.1, -100)), isTrivial(moved(0.001, 0))]).toEqual([true, false]);
    expect(isTrivial(moved(104, 100), 0.05)).toBe(true);
  });
});

test("false alarms are counted by rule, withdrawn ones left out", () => {
  const alarm = { ...answer, as: "false-alarm" } as const;
  const all = [
    { ...fell, answer: alarm },
    { ...fell, answer },
    fell,
    { ...fell, answer: alarm, withdrawnAt: fell.raisedAt },
    { ...fell, rule: "floor" } as const,
  ];
  expect(falseAlarms(all)).toEqual([
    { rule: "last-1", raised: 3, answered: 2, falseAlarms: 1, rate: 0.5 },
    { rule: "floor", raised: 1, answered: 0, falseAlarms: 0 },
  ]);
  expect(falseAlarms([])).toEqual([]);
});
