import { beforeEach, describe, expect, test } from "vitest";
import { reportCycle, reportOf } from "../../../shared/reviews/report.ts";
import { escaped, reportMarkdown } from "../../../shared/reviews/report-markdown.ts";
import { reportText } from "../../../shared/reviews/report-words.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import {
  alsoRunning,
  finishes,
  habit,
  planned,
  podcasts,
  q4,
  running,
  skips,
  star,
} from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

const rows = (): ReviewRows => ({ ...rowsOf(rules), events: rules.all("event") });
const report = (today: string) => reportOf(q4, today, rows())!;
const text = (today: string) => reportText(report(today), rows(), "en");
const part = (today: string, heading: string) =>
  text(today).parts.find((one) => one.heading.startsWith(heading))?.lines;
const at = (day: string) => ({ at: `${day}T09:00:00.000Z`, receivedAt: `${day}T09:00:00.000Z` });
const said = (day: string, value: number, keyResultId: string = finishes, confidence = 6) => {
  const id = idOf(`${keyResultId} ${day}`);
  return rules.must("ben", "check-in.record", { id, keyResultId, value, confidence }, at(day));
};
const read = (metricId: string, on: string, value: number) =>
  rules.must("ada", "reading.record", { metricId, on, value, source: "by hand" }, at(on));
async function weekly(metricId: string, from: string, values: readonly number[]) {
  for (const [week, value] of values.entries()) await read(metricId, addDays(from, 7 * week), value);
}
const wobble = (week: number) => [0, 3, -2, 1, -3, 2][week % 6]!;

describe("a report of a running cycle", () => {
  test("says where the star stands, how far it came since the cycle began and what would have been usual", async () => {
    await weekly(
      star,
      "2026-06-28",
      Array.from({ length: 20 }, (_, week) => 250 + wobble(week)),
    );
    const { star: told, lead } = text("2026-11-10");
    expect(told).toMatchObject({
      name: "Time spent listening",
      ...{ number: "253", unit: "min / week", mark: { as: "quiet", word: "as usual" } },
    });
    expect(told!.lines[0]).toMatch(
      /^No change since 27 Sept\. On its usual path it would lie between 23\d and 26\d min \/ week\.$/,
    );
    expect(told!.lines.slice(1)).toEqual([
      "Worth it.",
      "Proposed: the CEO and the CPO have not both signed it yet.",
    ]);
    expect(lead[0]).toBe("Time spent listening is at 253 min / week, no change since 27 Sept.");
    await read(star, "2026-11-15", 330);
    expect(text("2026-11-16").star!.mark).toEqual({ as: "ok", word: "above its usual range" });
    // What comes after its day is not in it.
    expect(text("2026-11-10").star!.number).toBe("253");
  });

  test("names who signed and when it is to be re-validated, once it is committed", async () => {
    for (const name of ["ada", "dora"])
      await rules.must(name, "north-star.commit", { northStarId: rules.all("north-star")[0]!.id });
    await read(star, "2026-10-04", 250);
    expect(text("2026-10-05").star!.lines.at(-1)).toBe(
      "Committed by the CEO and the CPO; to be re-validated by 5 Oct 2027.",
    );
    const ahead = (on: string) =>
      part(on, "What is next")!.find((one) => one.text.startsWith("Re-validation"));
    expect(ahead("2026-10-05")?.text).toBe(
      "Re-validation of the North Star: opens 21 Sept 2027, due 5 Oct 2027",
    );
    expect(ahead("2027-09-25")).toMatchObject({
      text: "Re-validation of the North Star: open since 21 Sept 2027, due 5 Oct 2027",
      mark: { as: "warn", word: "due" },
    });
  });

  test("says of a score what it leaves out", async () => {
    await alsoRunning(rules, "Late nights", { ownerId: idOf("ben") });
    await said("2026-10-05", 0.22);
    expect(part("2026-10-06", "Objectives")![0]!.detail).toBe(
      "0.50 of 1.00 so far; partial: a key result has no value",
    );
  });

  test("gives every key result its honest state: stale over green, doubt beside pace, blockers", async () => {
    const late = await alsoRunning(rules, "Late nights", { ownerId: idOf("ben") });
    for (const day of ["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02"]) {
      await said(day, 0.23, finishes, 1);
      if (day < "2026-10-20") await said(day, 0.25, late);
    }
    await rules.must("ben", "blocker.raise", { id: idOf("b"), keyResultId: late, text: "No licence" });
    const [top] = part("2026-11-04", "Objectives")!;
    expect(top).toMatchObject({ text: "Be the go-to for podcasts", detail: "0.75 of 1.00 so far" });
    expect(top!.below).toMatchObject([
      {
        text: "Podcasts: A weekly habit",
        below: [
          {
            text: "Finished episodes, 18% to 26%",
            detail: "Ben; 63% of the way, 37% expected; its owner doubts it, the pace does not",
            mark: { as: "on-pace", word: "on pace" },
          },
          { text: "Late nights", mark: { as: "stale", word: "stale" } },
        ],
      },
    ]);
    expect(top!.below![0]!.below![1]!.detail).toContain("blocked");
    expect(text("2026-11-04").lead[1]).toBe("Of 2 key results: 1 on pace, 1 stale.");
    expect(part("2026-11-04", "How sure")!.map((one) => one.text)).toEqual([
      "Too early to say what moved the star: 5 of 13 weeks",
      "Nobody checked in last on 1 of 2 key results",
      "On 1 the owner says otherwise than the pace does",
      "The last reading of the North Star is old",
    ]);
  });

  test("lists what turned within the month and not what turned before it", async () => {
    for (const [day, value] of [
      ["2026-10-19", 0.18],
      ["2026-10-26", 0.18],
      ["2026-11-09", 0.215],
      ["2026-11-16", 0.23],
    ] as const)
      await said(day, value);
    expect(part("2026-11-20", "What changed since 20 Oct")).toEqual([
      {
        text: "Finished episodes, 18% to 26%: off pace before",
        mark: { as: "on-pace", word: "now on pace" },
      },
    ]);
    for (const day of ["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"]) await said(day, 0.26);
    expect(part("2026-12-17", "What changed since 17 Nov")).toEqual([]);
  });

  test("tells blockers, unusual readings with what people say of them, and what was marked", async () => {
    await rules.must("ben", "blocker.raise", { id: idOf("b"), keyResultId: finishes, text: "No licence" });
    await rules.must(
      "ben",
      "blocker.resolve",
      { blockerId: idOf("b"), resolution: "Bought" },
      at("2026-10-14"),
    );
    const found = {
      ...{ on: "2026-10-07", onset: "2026-10-07", direction: "down", rule: "last-1", value: 0.1 },
      ...{ expected: { low: 0.18, centre: 0.2, high: 0.22 }, preset: "calm", adverse: true },
    };
    await rules.must(
      "ada",
      "anomaly.raise",
      { ...found, series: { kind: "metric", id: habit } },
      { ...at("2026-10-07"), server: true },
    );
    const mark = { id: idOf("e"), on: "2026-10-06", type: "launch", text: "Voice search", metricId: habit };
    await rules.must("imani", "event.mark", mark);
    expect(part("2026-10-20", "What changed")).toEqual([
      {
        text: "Finished episodes, 18% to 26%: Bought",
        mark: { as: "ok", word: "no longer blocked, 14 Oct" },
      },
      {
        text: "Weekly podcast habit was below what was expected on 7 Oct",
        mark: { as: "warn", word: "not explained yet" },
      },
      { text: "6 Oct: Voice search (Weekly podcast habit)" },
    ]);
  });

  test("tells what reviews decided with its owner and the day it was said, the company's before a squad's, and what is next", async () => {
    await rules.must("ada", "cycle.open", {
      ...{ id: idOf("Q1"), name: "Q1 2027", startsOn: "2027-01-01", endsOn: "2027-03-31" },
    });
    const subject = { kind: "key-result", id: finishes };
    const weekly = { beat: "weekly", squadId: podcasts, cycleId: q4, on: "2026-11-02" } as const;
    await rules.must("imani", "review.open", weekly);
    const drop = { reviewId: reviewId(weekly), subject, as: "drop" };
    await rules.must("imani", "review.decide", drop, at("2026-11-05"));
    const other = { kind: "metric", id: habit };
    await rules.must("imani", "review.decide", { reviewId: reviewId(weekly), subject: other, as: "keep" });
    const monthly = { beat: "monthly", cycleId: q4, on: "2026-11-01" } as const;
    await rules.must("dora", "review.open", monthly);
    const decided = { as: "help", text: "Two more tests", ownerId: idOf("ben"), byOn: "2026-11-20" };
    const help = { reviewId: reviewId(monthly), subject, ...decided };
    await rules.must("dora", "review.decide", help, at("2026-11-03"));
    const older = { kind: "key-result", id: idOf("of the cycle before") };
    await rules.must("dora", "review.decide", { reviewId: reviewId(monthly), subject: older, as: "keep" });
    await rules.must("dora", "review.complete", { reviewId: reviewId(monthly) });
    expect(part("2026-11-10", "What was decided")).toEqual([
      {
        text: "Finished episodes, 18% to 26%. Help: Two more tests, Ben by 20 Nov",
        detail: "OKR review, 3 Nov",
      },
      { text: "Finished episodes, 18% to 26%. Drop", detail: "Metric check, 5 Nov" },
    ]);
    expect(part("2026-11-10", "What is next")!.map((one) => one.text)).toEqual([
      "OKR review: 1 Dec",
      "Look back at the cycle: 5 Jan 2027",
      "The cycle ends on 31 Dec",
      "Q1 2027: 1 Jan 2027 to 31 Mar 2027, planning",
    ]);
  });

  test("shows a broken guardrail wherever its key results look green", async () => {
    await read(skips, "2026-10-11", 0.4);
    expect(part("2026-10-12", "What must not suffer")).toMatchObject([
      { mark: { as: "bad", word: "breached" } },
    ]);
    expect(text("2026-10-12").lead).toContain("1 guardrail is breached: what stands green was paid for.");
  });

  test("lists what is not well, and counts the rest, once there is too much to read in two minutes", async () => {
    for (let n = 0; n < 16; n += 1) await alsoRunning(rules, `More ${n}`, { ownerId: idOf("ben") });
    for (const { id } of rules.all("key-result")) await said("2026-10-19", 0.25, id);
    await said("2026-10-20", 0.18);
    const squad = part("2026-10-22", "Objectives")![0]!.below![0]!;
    expect(squad.below!.map((one) => one.text)).toEqual(["Finished episodes, 18% to 26%"]);
    expect(squad.detail).toContain("16 of 17 key results as they should be");
  });
});

test("a closed cycle has its grades, each input's look back, and says what cannot be told", async () => {
  await weekly(
    star,
    "2026-03-29",
    Array.from({ length: 44 }, (_, week) => 250 + wobble(week)),
  );
  await said("2026-10-05", 0.2);
  await said("2026-12-28", 0.25);
  rules.now = "2027-01-04T08:00:00.000Z";
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  await rules.must("ben", "key-result.grade", { keyResultId: finishes });
  await rules.must("ada", "cycle.close", { cycleId: q4 });
  const told = text("2027-01-20");
  expect(told.detail).toBe("Ended after 13 weeks, 1 Oct to 31 Dec. As it stood on 31 Dec 2026.");
  expect(told.lead).toContain(
    "Of 1 key result, 0 reached what was promised (1.00 where committed, 0.70 where aspirational); the mean grade is 0.87.",
  );
  expect(told.lead).toContain("Q4 2026 does not show that the work moved the star: of 1 input, 1 unproven.");
  const squad = told.parts.find((one) => one.heading === "Objectives")!.lines[0]!.below![0]!;
  expect(squad.below![0]).toMatchObject({ detail: "Ben; ended at 25.0%", mark: { word: "graded 0.87" } });
  // One range, the one that was to be expected before the cycle; never a second beside it.
  expect(told.star!.lines.join(" ")).not.toContain("usual path");
  const sure = told.parts.at(-1)!;
  expect(sure.lines[0]).toMatchObject({ text: "Time spent listening" });
  expect(sure.lines[0]!.detail).toContain("indistinguishable from carrying on as before");
  expect(sure.lines[1]).toMatchObject({ text: "Weekly podcast habit", mark: { word: "unproven" } });
  expect(sure.lines[1]!.detail).toContain("It made no lasting shift for the better in this cycle.");
  expect(sure.note).toContain("cannot separate your work from everything else");
  expect(JSON.stringify(told)).not.toMatch(/caused|drove|proved/);
  // Readings of the weeks after it do not change where it ended.
  expect(report("2027-06-01").star!.readOn! <= "2026-12-31").toBe(true);
});

test("nothing is reported of a cycle in planning, of one that is not here, or of an empty company", async () => {
  const before = await planned();
  const plan = { ...rowsOf(before), events: [] };
  expect(reportOf(q4, "2026-09-25", plan)).toBeUndefined();
  expect(reportCycle(plan.cycles)).toBeUndefined();
  expect(reportOf(idOf("nobody's"), "2026-10-05", rows())).toBeUndefined();
  const bare = { ...rows(), metrics: [], northStars: [], objectives: [], keyResults: [] };
  const told = reportText(reportOf(q4, "2026-10-05", bare)!, bare, "en");
  expect(told.star).toBeUndefined();
  expect(told.lead[0]).toContain("There is no North Star yet");
});

describe("the report as Markdown", () => {
  test("is headings and nested lists", async () => {
    await read(star, "2026-10-04", 250);
    await said("2026-10-05", 0.2);
    expect(reportMarkdown(text("2026-10-06"))).toMatchInlineSnapshot(`
      "# Waves: Q4 2026

      Week 1 of 13, 1 Oct to 31 Dec. As it stood on 6 Oct 2026.

      Time spent listening is at 250 min / week.

      Of 1 key result: 1 too early to say.

      Whether the work moved the star is judged when the cycle is closed; until then it is too early.

      ## North Star: Time spent listening

      **250 min / week** (too few readings to judge)

      Too few readings to know its usual path.

      Worth it.

      Proposed: the CEO and the CPO have not both signed it yet.

      ## What is meant to move it

      - **Weekly podcast habit**; no reading yet; 1 key result is to move it

      ## Objectives

      - **Be the go-to for podcasts**; 0.25 of 1.00 so far
        - **Podcasts: A weekly habit**; 0.25 of 1.00 so far
          - **Finished episodes, 18% to 26%**; too early to say; Ben; 25% of the way, 5% expected

      ## What changed since 1 Oct

      Nothing changed its state, nothing was blocked, nothing unusual was seen.

      ## What was decided

      No review of this cycle has decided anything yet.

      ## What is next

      - Look back at the cycle: 5 Jan 2027
      - The cycle ends on 31 Dec

      ## How sure we are

      - **Too early to say what moved the star: 1 of 13 weeks**; too early; Each input is judged once the cycle is closed and graded.
      "
    `);
  });

  test.each([
    "# heading",
    "1. list",
    "- list",
    "a *b* _c_ `d` ~~e~~ | f",
    "[x](javascript:alert(1)) ![i](https://evil.example/p.png)",
    "<script>alert(1)</script> &lt;",
    "two\nlines\r\n\n# three\u2028four",
    "https://evil.example www.evil.example @everyone $x$",
    "turned \u202e around",
  ])("takes %j for text", (given) => {
    const shown = escaped(given);
    expect(shown).not.toMatch(/[\n\r\u2028\u202e]/);
    expect(shown.replace(/\\./g, "")).not.toMatch(/[*_`[\]<>#|~&!$@]|^[-+=]|^\d+[.)](\s|$)|https?:|www\./);
    // Nothing of it is lost but line breaks and turns of direction.
    expect(shown.replaceAll("\\", "")).toBe(given.replace(/[\s\u2028]+/g, " ").replace("\u202e", ""));
  });
});
