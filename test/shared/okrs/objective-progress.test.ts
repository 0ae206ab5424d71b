import { describe, expect, test } from "vitest";
import { objectiveProgress } from "../../../shared/okrs/objective-progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

type KeyResult = RowOf<"key-result">;
const keyResult = (id: string, more: Partial<KeyResult> = {}) =>
  ({
    id,
    direction: "increase",
    baseline: 0,
    target: 10,
    weight: 1,
    state: "committed",
    ...more,
  }) as KeyResult;
const said = (keyResultId: string, value: number) =>
  ({
    id: `${keyResultId} ${value}`,
    keyResultId,
    value,
    at: "2026-10-05T08:00:00.000Z",
  }) as RowOf<"check-in">;

describe("an objective", () => {
  test("is the mean of its key results, by weight", () => {
    const two = [keyResult("a"), keyResult("b", { weight: 3 })];
    const found = objectiveProgress(two, [said("a", 10), said("b", 2)]);
    expect(found).toEqual({ score: expect.closeTo(0.4, 12), partial: false, breached: false });
  });

  test("leaves out what has no value, and says that it is partial", () => {
    const found = objectiveProgress([keyResult("a"), keyResult("b")], [said("a", 5)]);
    expect(found).toEqual({ score: 0.5, partial: true, breached: false });
    expect(objectiveProgress([keyResult("a")], [])).toEqual({ score: null, partial: true, breached: false });
    expect(objectiveProgress([], [])).toEqual({ score: null, partial: false, breached: false });
  });

  test("is not raised by what must stay kept, and flags it when it is broken", () => {
    const kept = keyResult("b", { direction: "stay-below", target: 3 });
    const low = objectiveProgress([keyResult("a"), kept], [said("a", 5), said("b", 2)]);
    expect(low).toEqual({ score: 0.5, partial: false, breached: false });
    const high = objectiveProgress([keyResult("a"), kept], [said("a", 5), said("b", 4)]);
    expect(high).toEqual({ score: 0.5, partial: false, breached: true });
  });

  test("counts no drafts and nothing that was dropped", () => {
    const all = [keyResult("a"), keyResult("b", { state: "draft" }), keyResult("c", { state: "dropped" })];
    const checkIns = [said("a", 5), said("b", 10), said("c", 10)];
    expect(objectiveProgress(all, checkIns)).toEqual({ score: 0.5, partial: false, breached: false });
  });

  test("counts progress beyond the target in full, not more, and backwards as nothing", () => {
    const found = objectiveProgress([keyResult("a"), keyResult("b")], [said("a", 25), said("b", -5)]);
    expect(found.score).toBe(0.5);
  });

  test("counts a grade as its owner adjusted it, and else as it was computed", () => {
    const grade = { score: 0.2, by: "ben", at: "2027-01-04T08:00:00.000Z" };
    const graded = (more: object) => [keyResult("a", { state: "graded", grade: { ...grade, ...more } })];
    expect(objectiveProgress(graded({}), [said("a", 5)]).score).toBe(0.2);
    expect(objectiveProgress(graded({ adjusted: 0.6, reason: "Late." }), []).score).toBe(0.6);
    expect(objectiveProgress(graded({ adjusted: 0, reason: "No." }), []).score).toBe(0);
  });
});
