import { expect, test } from "vitest";
import { unjustifiedWork } from "../../../../shared/reviews/agenda-item.ts";
import type { Beat, ReviewSubject } from "../../../../shared/reviews/review.ts";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { choicesFor } from "../../../../web/screens/rhythm/choices.ts";

const northStars = [{ id: "star", metricId: "listening", state: "committed" } as RowOf<"north-star">];
const drops = (kind: ReviewSubject["kind"], id: string, beat: Beat) =>
  choicesFor({ kind, id }, beat, { northStars }).includes("drop");

test("work may be dropped by a review, and an input for the next cycle", () => {
  expect(drops("key-result", "a", "weekly")).toBe(true);
  expect(drops("objective", "a", "quarterly")).toBe(true);
  expect(drops("bet", "a", "monthly")).toBe(true);
  expect(drops("metric", "habit", "quarterly")).toBe(true);
  expect(drops("topic", unjustifiedWork("Podcasts"), "monthly")).toBe(true);
});

test("a North Star, what is only read, a blocker and a question are not", () => {
  expect(drops("north-star", "star", "yearly")).toBe(false);
  expect(drops("metric", "listening", "quarterly")).toBe(false);
  expect(drops("metric", "habit", "weekly")).toBe(false);
  expect(drops("blocker", "a", "monthly")).toBe(false);
  expect(drops("anomaly", "a", "weekly")).toBe(false);
  expect(drops("topic", "Standing question", "quarterly")).toBe(false);
  expect(choicesFor({ kind: "topic", id: "Standing question" }, "quarterly", { northStars })).toEqual([
    "keep",
  ]);
  expect(choicesFor({ kind: "blocker", id: "a" }, "weekly", { northStars })).toEqual([
    "keep",
    "adjust",
    "help",
  ]);
});
