import { beforeEach, expect, test } from "vitest";
import { digestOf } from "../../../shared/reviews/digest.ts";
import { digestSections, digestSummary } from "../../../shared/reviews/digest-words.ts";
import { namesIn } from "../../../shared/reviews/names.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import { alsoRunning, finishes, habit, podcasts, q4, running, skips } from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
let sams: string;
beforeEach(async () => {
  rules = await running();
  rules.now = "2026-10-03T08:00:00.000Z";
  sams = await alsoRunning(rules, "Late nights", { ownerId: idOf("sam") });
});

const at = (day: string) => ({ at: `${day}T09:00:00.000Z`, receivedAt: `${day}T09:00:00.000Z` });
const said = (who: string, keyResultId: string, day: string, value: number) =>
  rules.must(
    who,
    "check-in.record",
    { id: idOf(`${who} ${day}`), keyResultId, value, confidence: 6 },
    at(day),
  );
const read = (on: string, value: number) =>
  rules.must("stew", "reading.record", { metricId: habit, on, value, source: "by hand" }, at(on));
const digest = (on: string) => digestOf(podcasts, on, rowsOf(rules))!;
const told = (on: string) =>
  Object.fromEntries(
    digestSections(digest(on), namesIn(rowsOf(rules)), { locale: "en" }).map((one) => [
      one.heading,
      one.lines,
    ]),
  );

test("a week says what moved, who checked in and who did not", async () => {
  await read("2026-10-04", 0.2);
  await said("ben", finishes, "2026-10-05", 0.18);
  await said("sam", sams, "2026-10-08", 0.2);
  await read("2026-10-11", 0.204);
  await said("ben", finishes, "2026-10-12", 0.19);
  expect(told("2026-10-12")).toEqual({
    "What moved": [
      "Weekly podcast habit: 20.4%, +0.4 points",
      "Finished episodes, 18% to 26%: 19.0%, +1 point, behind",
    ],
    "Who checked in": ["Ben"],
    Missing: ["Sam: Late nights"],
  });
  const titles = digestSections(digest("2026-10-12"), namesIn(rowsOf(rules)), { values: false });
  expect(titles[0]?.lines).toEqual(["Weekly podcast habit: up", "Finished episodes, 18% to 26%: behind"]);
  expect(told("2026-10-05")["Who checked in"]).toEqual(["Sam, late", "Ben"]);
  expect(digestSummary(digest("2026-10-12"))).toBe("1 of 2 checked in");
});

test("reads the same a week later, whatever came after it", async () => {
  await said("ben", finishes, "2026-10-19", 0.18);
  const before = told("2026-10-19");
  expect(before["What moved"]).toEqual(["Finished episodes, 18% to 26%: 18.0%, off pace"]);
  await said("ben", finishes, "2026-10-26", 0.25);
  await read("2026-10-26", 0.3);
  expect(told("2026-10-19")).toEqual(before);
  expect(digest("2026-10-25").on).toBe("2026-10-19");
});

test("tells what was unusual in it, what is blocked, what was decided, and not what belongs to others", async () => {
  const found = {
    ...{ on: "2026-10-07", onset: "2026-10-07", direction: "down", rule: "last-1", value: 0.1 },
    ...{ expected: { low: 0.18, centre: 0.2, high: 0.22 }, preset: "calm", adverse: true },
  };
  const raise = (id: string, day: string, onset: string) =>
    rules.must(
      "ada",
      "anomaly.raise",
      { ...found, onset, on: onset, series: { kind: "metric", id } },
      { ...at(day), server: true },
    );
  await raise(habit, "2026-10-07", "2026-10-07");
  await raise(habit, "2026-10-01", "2026-09-30");
  await raise(skips, "2026-10-07", "2026-10-07");
  await rules.must("ben", "blocker.raise", { id: idOf("b"), keyResultId: finishes, text: "No licence" });
  const review = { beat: "weekly", squadId: podcasts, cycleId: q4, on: "2026-10-05" } as const;
  await rules.must("imani", "review.open", review);
  const subject = { kind: "key-result", id: finishes };
  const decided = { as: "adjust", text: "One test at a time.", ownerId: idOf("ben"), byOn: "2026-10-16" };
  await rules.must("imani", "review.decide", { reviewId: reviewId(review), subject, ...decided });
  await rules.must("imani", "review.note", { reviewId: reviewId(review), notes: "A slow week." });
  expect(digest("2026-10-05").held).toBe(false);
  await rules.must("imani", "review.complete", { reviewId: reviewId(review) });
  expect(digest("2026-10-05").held).toBe(true);
  expect(told("2026-10-05")).toMatchObject({
    Unusual: ["Weekly podcast habit went down, nobody has said why"],
    Blocked: ["Finished episodes, 18% to 26%: No licence"],
    Decided: ["Finished episodes, 18% to 26%. Adjust: One test at a time. Ben by 16 Oct"],
    Notes: ["A slow week."],
  });
  const titles = digestSections(digest("2026-10-05"), namesIn(rowsOf(rules)), { values: false });
  expect(Object.fromEntries(titles.map((one) => [one.heading, one.lines]))).toMatchObject({
    Unusual: ["Weekly podcast habit went down, nobody has said why"],
    Blocked: ["Finished episodes, 18% to 26%"],
    Decided: ["Finished episodes, 18% to 26%: adjust"],
  });
  expect(JSON.stringify(titles)).not.toMatch(/licence|One test|slow week/);
  const summary = digestSummary(digest("2026-10-05"));
  expect(summary).toBe("0 of 2 checked in, 1 anomaly to explain, 1 blocked, 1 decision");
});

test("is nothing for a squad that is not here, and quiet where nothing was owed", async () => {
  expect(digestOf(idOf("nobody's"), "2026-10-05", rowsOf(rules))).toBeUndefined();
  expect(digestSummary(digest("2026-09-21"))).toBe("A quiet week");
});
