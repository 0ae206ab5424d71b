import { expect, test } from "vitest";
import { confidenceWord, disagreement } from "../../../shared/okrs/confidence.ts";
import type { Status } from "../../../shared/okrs/progress.ts";

test("confidence has a word for each of its eleven steps", () => {
  const words = Array.from({ length: 11 }, (_, step) => confidenceWord(step));
  expect(words.slice(0, 4)).toEqual(Array(4).fill("unlikely"));
  expect(words.slice(4, 7)).toEqual(Array(3).fill("unsure"));
  expect(words.slice(7)).toEqual(Array(4).fill("likely"));
});

const table: Record<Status, [unlikely: string, unsure: string, likely: string]> = {
  done: ["-", "-", "-"],
  "no-data": ["-", "-", "-"],
  stale: ["-", "-", "hopeful"],
  "too-early": ["-", "-", "-"],
  "on-pace": ["doubtful", "-", "-"],
  behind: ["-", "-", "-"],
  "off-pace": ["-", "-", "hopeful"],
};

test.each(Object.entries(table))("%s beside unlikely, unsure and likely", (status, expected) => {
  const edges = [
    [0, 3],
    [4, 6],
    [7, 10],
  ];
  const found = edges.map((steps) => {
    const said = new Set(steps.map((step) => disagreement(step, status as Status) ?? "-"));
    return [...said].join(" or ");
  });
  expect(found).toEqual(expected);
});
