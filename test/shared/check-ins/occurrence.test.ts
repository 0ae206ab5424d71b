import { describe, expect, test } from "vitest";
import {
  answers,
  answersIn,
  debtOf,
  latenessOf,
  occurrenceAt,
  occurrencesBetween,
} from "../../../shared/check-ins/occurrence.ts";
import { defaultRhythm, type Rhythm } from "../../../shared/people/workspace.ts";
import { addDays, daysBetween, weekdayOf } from "../../../shared/time/local-date.ts";

/** Monday 09:00, opened on Friday, working days Monday to Friday. */
const monday = occurrenceAt(defaultRhythm, "2026-10-05");

describe("the occurrence due on Monday 5 October 2026", () => {
  test("opens on Friday, is on time until Tuesday, and ends when the next opens", () => {
    expect(monday).toEqual({
      dueOn: "2026-10-05",
      opensOn: "2026-10-02",
      onTimeUntil: "2026-10-06",
      nextOpensOn: "2026-10-09",
    });
  });

  test.each([
    ["2026-10-02", "open"],
    ["2026-10-04", "open"],
    ["2026-10-05", "due"],
    ["2026-10-06", "due"],
    ["2026-10-07", "late"],
    ["2026-10-08", "late"],
    ["2026-10-09", "missed"],
  ])("without a check-in on %s is %s", (on, debt) => {
    expect(debtOf(monday, on)).toBe(debt);
  });

  test("takes a check-in until Tuesday as on time, and after as late", () => {
    expect(latenessOf(monday, "2026-10-02")).toBe("on-time");
    expect(latenessOf(monday, "2026-10-06")).toBe("on-time");
    expect(latenessOf(monday, "2026-10-07")).toBe("late");
  });
});

test("due on a Friday, the next working day is Monday", () => {
  const friday = occurrenceAt({ ...defaultRhythm, dueDay: 5 }, "2026-10-09");
  expect(friday).toMatchObject({ dueOn: "2026-10-09", opensOn: "2026-10-06", onTimeUntil: "2026-10-12" });
});

test("in a week from Sunday to Thursday, the next working day after Thursday is Sunday", () => {
  const rhythm = { ...defaultRhythm, dueDay: 4, workdays: [7, 1, 2, 3, 4] };
  expect(occurrenceAt(rhythm, "2026-10-08").onTimeUntil).toBe("2026-10-11");
});

test("a check-in answers the occurrence it was stored for, and one whose due day was moved within the week", () => {
  expect(answers("2026-10-05", "2026-10-05")).toBe(true);
  expect(answers("2026-10-05", "2026-10-07")).toBe(true);
  expect(answers("2026-10-12", "2026-10-05")).toBe(true);
  expect(answers("2026-10-05", "2026-10-12")).toBe(false);
});

test("what was said for a later week does not answer one that is over", () => {
  expect(["2026-10-05", "2026-10-07", "2026-10-12"].map((on) => answersIn(on, monday))).toEqual([
    true,
    true,
    false,
  ]);
});

const rhythms: Rhythm[] = [1, 2, 3, 4, 5, 6, 7].flatMap((dueDay) =>
  [0, 1, 2, 3, 4, 5, 6].map((openDaysBefore) => ({ ...defaultRhythm, dueDay, openDaysBefore })),
);

describe.each(rhythms)("due on weekday $dueDay, opened $openDaysBefore days before", (rhythm) => {
  const from = "2023-12-25";
  const days = Array.from({ length: 3 * 366 }, (_, index) => addDays(from, index));

  test("every day belongs to exactly one occurrence, and the occurrences follow without a gap", () => {
    let before = occurrenceAt(rhythm, addDays(from, -1));
    for (const on of days) {
      const one = occurrenceAt(rhythm, on);
      const inside = one.opensOn <= on && on < one.nextOpensOn;
      const follows = one.dueOn === before.dueOn || one.opensOn === before.nextOpensOn;
      if (!inside || !follows) throw new Error(`${on}: ${JSON.stringify({ one, before })}`);
      before = one;
    }
  });

  test("each is due on its weekday, opened so many days before, for a week, on time a working day longer", () => {
    for (const on of days) {
      const { dueOn, opensOn, nextOpensOn, onTimeUntil } = occurrenceAt(rhythm, on);
      const fits =
        weekdayOf(dueOn) === rhythm.dueDay &&
        daysBetween(opensOn, dueOn) === rhythm.openDaysBefore &&
        daysBetween(opensOn, nextOpensOn) === 7 &&
        onTimeUntil > dueOn &&
        rhythm.workdays.includes(weekdayOf(onTimeUntil));
      if (!fits) throw new Error(`${on}: ${dueOn} ${opensOn} ${onTimeUntil}`);
    }
  });

  test("asked for a span, it lists every due day of it once, the ends included", () => {
    const to = days.at(-1)!;
    const due = days.filter((on) => weekdayOf(on) === rhythm.dueDay);
    expect(occurrencesBetween(rhythm, from, to).map((one) => one.dueOn)).toEqual(due);
    expect(occurrencesBetween(rhythm, due[0]!, due[3]!).map((one) => one.dueOn)).toEqual(due.slice(0, 4));
    expect(occurrencesBetween(rhythm, addDays(due[0]!, 1), addDays(due[0]!, 6))).toEqual([]);
  });
});
