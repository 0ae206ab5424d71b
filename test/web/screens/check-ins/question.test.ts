import { expect, test } from "vitest";
import { promiseOf, questionOf } from "../../../../web/screens/check-ins/question.ts";

const unit = { label: "", scale: "ratio" as const, decimals: 1 };
const cycle = { endsOn: "2026-12-31" };
const asked = (direction: "increase" | "stay-above" | "stay-below" | "milestones") =>
  questionOf({ direction, target: 0.26, unit }, cycle, "en-GB");

test("confidence answers a question in the words of the key result", () => {
  expect(asked("increase")).toBe("Will it reach 26%?");
  expect(asked("stay-above")).toBe("Will it stay above 26%?");
  expect(asked("stay-below")).toBe("Will it stay below 26%?");
  expect(asked("milestones")).toBe("Will all be done by 31 Dec?");
});

test("a key result's promise is one line", () => {
  const said = (direction: "decrease" | "stay-below" | "milestones") =>
    promiseOf({ direction, baseline: 0.3, target: 0.24, unit, milestones: [] }, "en-GB");
  expect(said("decrease")).toBe("from 30% to 24%");
  expect(said("stay-below")).toBe("stay below 24%");
  expect(said("milestones")).toBe("0 milestones");
});
