import { beforeEach, describe, expect, test } from "vitest";
import { readingId } from "../../../shared/metrics/reading-id.ts";
import { finishes, habit, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** Ben's key result measures the podcast habit itself: what he checks in is a reading of it. */
let rules: Rules;
beforeEach(async () => {
  rules = await running();
  await rules.must("ben", "key-result.revise", { keyResultId: finishes, measures: habit });
});

const checkIn = (name: string, value: number, at = rules.now) =>
  rules.must(
    "ben",
    "check-in.record",
    { id: idOf(name), keyResultId: finishes, value, confidence: 7 },
    { at, receivedAt: "2026-10-07T08:00:00.000Z" },
  );
const retract = (name: string) =>
  rules.must("ben", "check-in.retract", { id: idOf(`${name} retracted`), checkInId: idOf(name) });
const values = () => rules.all("reading").map(({ on, value }) => `${on} ${value}`);

describe("a day's reading", () => {
  test("is that of the check-in made last, however late the earlier one arrives", async () => {
    await checkIn("evening", 0.22, "2026-10-05T18:00:00.000Z");
    await checkIn("morning", 0.2, "2026-10-05T06:00:00.000Z");
    expect(values()).toEqual(["2026-10-05 0.22"]);
  });

  test("of two in the same moment is the same one, whichever arrives first", async () => {
    const told = { one: 0.2, two: 0.22 };
    const other = rules.fork();
    for (const name of ["one", "two"] as const) await checkIn(name, told[name]);
    const found = values();
    rules = other;
    for (const name of ["two", "one"] as const) await checkIn(name, told[name]);
    expect(values()).toEqual(found);
  });

  test("is dated where the workspace is", async () => {
    await checkIn("past midnight in Berlin", 0.2, "2026-10-05T22:30:00.000Z");
    expect(values()).toEqual(["2026-10-06 0.2"]);
  });

  test("follows an amendment, on the day of the first telling", async () => {
    await checkIn("one", 0.2);
    rules.now = "2026-10-06T08:00:00.000Z";
    const anew = { id: idOf("again"), checkInId: idOf("one"), value: 0.21, confidence: 7 };
    await rules.must("ben", "check-in.amend", anew);
    expect(values()).toEqual(["2026-10-05 0.21"]);
  });

  test("is not taken over by amending the earlier of two check-ins", async () => {
    await checkIn("morning", 0.2, "2026-10-05T06:00:00.000Z");
    await checkIn("evening", 0.22, "2026-10-05T18:00:00.000Z");
    const anew = { id: idOf("again"), checkInId: idOf("morning"), value: 0.1, confidence: 7 };
    await rules.must("ben", "check-in.amend", anew);
    expect(values()).toEqual(["2026-10-05 0.22"]);
  });

  test("goes with its check-in when that is taken back", async () => {
    await checkIn("one", 0.2);
    await retract("one");
    expect(values()).toEqual([]);
  });

  test("falls back to the earlier check-in of the day when the later is taken back", async () => {
    await checkIn("morning", 0.2, "2026-10-05T06:00:00.000Z");
    await checkIn("evening", 0.22, "2026-10-05T18:00:00.000Z");
    await retract("evening");
    expect(rules.all("reading")).toMatchObject([{ value: 0.2, checkInId: idOf("morning") }]);
  });

  test("of another day stays where it is", async () => {
    await checkIn("monday", 0.2);
    await checkIn("tuesday", 0.22, "2026-10-06T08:00:00.000Z");
    await retract("tuesday");
    expect(values()).toEqual(["2026-10-05 0.2"]);
  });
});

test("a reading typed by hand stands beside it and is never touched", async () => {
  await rules.must("stew", "reading.record", { metricId: habit, on: "2026-10-05", value: 0.5 });
  await checkIn("one", 0.2);
  await retract("one");
  const byHand = readingId({ metricId: habit, on: "2026-10-05" });
  expect(rules.all("reading").map((one) => one.id)).toEqual([byHand]);
});

test("a key result that measures nothing leaves no reading", async () => {
  await rules.must("ben", "key-result.revise", { keyResultId: finishes, measures: null });
  await checkIn("one", 0.2);
  await retract("one");
  expect(rules.all("reading")).toEqual([]);
});
