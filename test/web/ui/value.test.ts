import { expect, test } from "vitest";
import type { Unit } from "../../../shared/metrics/metric.ts";
import { fromTyped, stepOf, stepped, toTyped } from "../../../web/ui/typed-value.ts";
import { formatDelta, formatGoal, unitWord } from "../../../web/ui/value.ts";

const share: Unit = { label: "", scale: "ratio", decimals: 1 };
const minutes: Unit = { label: "min / week", scale: "value", decimals: 0 };
const listeners: Unit = { label: "listeners", scale: "count", decimals: 0 };
const euros: Unit = { label: "€", scale: "value", decimals: 2 };

test("a ratio is typed as percent and stored as a part of one", () => {
  expect(toTyped(0.206, share, "en-GB")).toBe("20.6");
  expect(fromTyped("20.6", share, "en-GB")).toBe(0.206);
  expect(fromTyped("20.6 %", share, "en-GB")).toBe(0.206);
  expect(toTyped(0.29, share, "en-GB")).toBe("29.0");
});

test("comma and point both work, whatever the phone's language", () => {
  expect(toTyped(0.206, share, "de-DE")).toBe("20,6");
  expect(fromTyped("20,6", share, "de-DE")).toBe(0.206);
  expect(fromTyped("20.6", share, "de-DE")).toBe(0.206);
  expect(fromTyped("20,6", share, "en-GB")).toBe(0.206);
  expect(fromTyped("1,204", listeners, "en-GB")).toBe(1204);
  expect(fromTyped("1.204", listeners, "de-DE")).toBe(1204);
  expect(fromTyped("1.204.000,5", euros, "de-DE")).toBe(1204000.5);
  expect(fromTyped("٢٠٫٦", share, "ar-EG")).toBe(0.206);
  expect(fromTyped("12 040", listeners, "fr-FR")).toBe(12040);
});

test("text that is no number yet has no value", () => {
  for (const text of ["", "-", ".", "abc", "1e5", "--2", "1..2"])
    expect(fromTyped(text, euros, "en-GB")).toBeUndefined();
  expect(fromTyped("−3.5", euros, "en-GB")).toBe(-3.5);
});

test("what is shown for typing reads back as the same value", () => {
  for (const locale of ["en-GB", "de-DE", "fr-FR", "sv-SE", "ar-EG", "hi-IN"])
    for (const [value, unit] of [
      [0.206, share],
      [0.999, share],
      [1234.56, euros],
      [-7, listeners],
      [120400, listeners],
    ] as const)
      expect(fromTyped(toTyped(value, unit, locale), unit, locale), `${locale} ${value}`).toBe(value);
});

test("one tap is a round step of about a hundredth of the way, never finer than the unit shows", () => {
  expect(stepOf(share, 0.08)).toBe(0.001);
  expect(stepOf(share, 0.4)).toBe(0.005);
  expect(stepOf({ ...share, decimals: 0 }, 0.08)).toBe(0.01);
  expect(stepOf(listeners, 12)).toBe(1);
  expect(stepOf(listeners, 3000)).toBe(50);
  expect(stepOf(listeners, -150000)).toBe(2000);
  expect(stepOf(euros, 0)).toBe(0.01);
  expect(stepOf(minutes)).toBe(1);
});

test("steps gather no binary dust", () => {
  let value = 0.2;
  for (let tap = 0; tap < 30; tap += 1) value = stepped(value, 0.001);
  expect(value).toBe(0.23);
});

test("a difference is said in words, of a ratio in points", () => {
  expect(formatDelta(5, minutes, "en-GB")).toBe("+5");
  expect(formatDelta(-0.004, share, "en-GB")).toBe("−0.4 points");
  expect(formatDelta(0.0001, share, "en-GB")).toBe("no change");
});

test("a goal carries no zeros that say nothing", () => {
  expect(formatGoal(0.26, share, "en-GB")).toBe("26%");
  expect(formatGoal(0.265, share, "en-GB")).toBe("26.5%");
  expect(formatGoal(8, euros, "en-GB")).toBe("8 €");
  expect(formatGoal(undefined, share)).toBe("–");
});

test("a ratio's unit is said once", () => {
  expect(unitWord(share)).toBe("percent");
  expect(unitWord({ ...share, label: "%" })).toBe("percent");
  expect(unitWord({ ...share, label: "of listeners" })).toBe("percent of listeners");
  expect(unitWord(minutes)).toBe("min / week");
});
