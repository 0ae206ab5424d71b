import { describe, expect, it } from "vitest";
import { reminderKinds } from "../../../shared/reminders/kinds.ts";
import { messageOf, wordingOf } from "../../../shared/reminders/message.ts";
import { pathOf } from "../../../shared/reminders/paths.ts";
import type { Saying, SayingOf } from "../../../shared/reminders/saying.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";

const keyResult: RowOf<"key-result"> = {
  ...{ id: "kr", revision: 1, cycleId: "c", objectiveId: "o", alsoServes: [], ownerId: "ben" },
  ...{ previousOwners: [], title: "TITLE-KR", direction: "increase", baseline: 0, target: 1 },
  ...{ unit: { label: "", scale: "value", decimals: 0 }, commitment: "committed", weight: 1 },
  state: "committed",
};
const owed = { keyResult, last: { value: 918273, confidence: 7, note: "NOTE-LAST" } };
const week = { squad: "TITLE-SQUAD", missing: [keyResult], owed: 4, anomalies: 1, blockers: 2 };
const anomaly: SayingOf<"anomaly">["anomaly"] = {
  ...{ series: { kind: "metric", id: "habit" }, on: "2026-10-05", onset: "2026-10-05", preset: "calm" },
  ...{
    rule: "last-1",
    direction: "down",
    adverse: true,
    value: 918273,
    raisedAt: "2026-10-05T08:00:00.000Z",
  },
  expected: { low: 1, centre: 2, high: 3 },
};
const series = { name: "TITLE-METRIC", unit: keyResult.unit, cadence: "weekly" } as const;

/** Everything there is to say, with canaries: TITLE- may be read from "titles" on, NOTE- and 918273 only at "full". */
const sayings: Saying[] = [
  { kind: "asked", owed, by: "TITLE-IMANI", note: "NOTE-ASKED" },
  { kind: "anomaly", anomaly, series },
  { kind: "nudge-again", owed: [owed, owed] },
  { kind: "nudge", owed: [owed] },
  { kind: "assigned", keyResult, by: "TITLE-IMANI" },
  { kind: "metric-check", week },
  { kind: "miss", week },
  { kind: "cycle-commit", cycle: "TITLE-CYCLE", startsToday: false },
  { kind: "grading", cycle: "TITLE-CYCLE", ungraded: 5 },
  { kind: "retro", cycle: "TITLE-CYCLE" },
  { kind: "revalidate", metric: "TITLE-METRIC", due: "now" },
  { kind: "review-monthly", keyResults: 12, blockers: 1 },
  { kind: "digest", week },
  {
    ...{ kind: "focus", squad: "TITLE-SQUAD", bets: 2, unjustified: 3 },
    words: { title: "TITLE-KR", why: "It is furthest behind pace", detail: "NOTE-FOCUS" },
  },
];

const textOf = (say: Saying, detail: "private" | "titles" | "full") => {
  const { title, body } = wordingOf(say, detail, "en");
  return `${title}\n${body}`;
};

describe("every kind on a locked screen", () => {
  it("has its words here", () => {
    expect(sayings.map((one) => one.kind)).toEqual(reminderKinds);
  });

  it.each(sayings.map((one) => [one.kind, one] as const))("%s says only counts at private", (_kind, say) => {
    const text = textOf(say, "private");
    expect(text).not.toMatch(/TITLE|NOTE|918,?273|confidence/);
    expect(text.trim()).not.toBe("");
  });

  it.each(sayings.map((one) => [one.kind, one] as const))(
    "%s says no value, confidence or note at titles",
    (_kind, say) => {
      expect(textOf(say, "titles")).not.toMatch(/NOTE|918,?273|confidence/);
    },
  );

  it("says everything at full", () => {
    const all = sayings.map((one) => textOf(one, "full")).join("\n");
    for (const canary of ["NOTE-LAST", "NOTE-ASKED", "NOTE-FOCUS", "918,273", "confidence 7"])
      expect(all).toContain(canary);
  });

  it("says of a North Star whether its day is ahead, has come, or was not waited for", () => {
    const said = (["early", "soon", "now"] as const).map((due) =>
      textOf({ kind: "revalidate", metric: "TITLE-METRIC", due }, "private"),
    );
    expect(said.map((one) => one.split("\n")[1])).toEqual([
      "It was opened before its day, and waits for an answer and two names",
      "It is due in two weeks",
      "It is due now",
    ]);
  });

  it("is a sentence a person would say", () => {
    const titles = sayings.map((one) => wordingOf(one, "titles", "en").title);
    expect(titles).toEqual([
      "TITLE-IMANI asks for a check-in",
      "Unusual: TITLE-METRIC",
      "2 check-ins still due",
      "1 check-in due",
      "A key result is yours now",
      "Metric check: TITLE-SQUAD",
      "TITLE-SQUAD: 1 check-in is missing",
      "TITLE-CYCLE is not committed yet",
      "TITLE-CYCLE is over",
      "Look back at TITLE-CYCLE",
      "Re-validate the North Star",
      "The month is to be reviewed",
      "TITLE-SQUAD: 3 of 4 checked in",
      "TITLE-SQUAD: TITLE-KR",
    ]);
    expect(titles.join()).not.toMatch(/!|undefined|NaN/);
  });

  it("counts one as one and many as many, and says when nothing is missing", () => {
    const clear = { ...week, missing: [], anomalies: 0, blockers: 0 };
    expect(wordingOf({ kind: "metric-check", week: clear }, "titles", "en").body).toBe(
      "Everything is checked in",
    );
    expect(wordingOf({ kind: "metric-check", week }, "private", "en").body).toBe(
      "1 check-in missing, 1 unusual number, 2 open blockers",
    );
    expect(wordingOf({ kind: "grading", cycle: "Q4", ungraded: 0 }, "titles", "en").body).toBe(
      "Everything is graded: close it",
    );
  });

  it("names the rule of an anomaly without saying why, and its numbers at full", () => {
    const said = (more: Partial<typeof anomaly>, detail: "titles" | "full" = "titles") => {
      const changed = { ...anomaly, ...more };
      return wordingOf(
        { kind: "anomaly", anomaly: changed, series: { ...series, name: "Habit" } },
        detail,
        "en",
      );
    };
    expect(said({ rule: "last-4", direction: "up", adverse: false })).toEqual({
      title: "Worth knowing why: Habit",
      body: "The mean of the last 4 weeks left its usual range",
    });
    expect(said({ rule: "floor" }).body).toBe("A reading below the floor");
    expect(said({ value: 31, expected: { low: 36, centre: 39, high: 42 } }, "full").body).toBe(
      "Habit fell to 31. Recent weeks ran 36–42.",
    );
  });
});

describe("every message", () => {
  const origin = "https://northing.example";
  const message = (say: Saying, subjectId = "subject") =>
    messageOf({
      ...{ say, about: { kind: say.kind, subjectId, occurrenceOn: "2026-10-05" } },
      ...{ detail: "full", locale: "en", origin, deliveryId: "delivery", tag: "tag" },
    });

  it("leads to the page where it can be done", () => {
    const pages = Object.fromEntries(
      sayings.map((one) => [one.kind, message(one).navigate.slice(origin.length)]),
    );
    expect(pages).toEqual({
      asked: "/check-in?kr=subject&reminder=delivery",
      anomaly: "/signals/subject?reminder=delivery",
      "nudge-again": "/check-in?kr=kr&reminder=delivery",
      nudge: "/check-in?kr=kr&reminder=delivery",
      assigned: "/key-results/subject?reminder=delivery",
      "metric-check": "/rhythm/weekly/subject?reminder=delivery",
      miss: "/rhythm/weekly/subject?reminder=delivery",
      "cycle-commit": "/cycle/plan?reminder=delivery",
      grading: "/cycle?reminder=delivery",
      retro: "/rhythm/quarterly?reminder=delivery",
      revalidate: "/rhythm/yearly?reminder=delivery",
      "review-monthly": "/rhythm/monthly?reminder=delivery",
      focus: "/focus/subject?reminder=delivery",
      digest: "/rhythm/digest/subject/2026-10-05?reminder=delivery",
    });
  });

  it("has two buttons at most, each with a plain address", () => {
    for (const one of sayings) {
      const { actions } = message(one);
      expect(actions.length).toBeLessThanOrEqual(2);
      for (const { navigate } of actions) expect(new URL(navigate).origin).toBe(origin);
    }
    const withSnooze = sayings.filter((one) => message(one).actions.some((two) => two.action === "snooze"));
    expect(withSnooze.map((one) => one.kind)).toEqual([
      ...["asked", "anomaly", "nudge-again", "nudge", "metric-check"],
    ]);
  });

  it("fits whatever people call things", () => {
    const long = "👩‍👩‍👧‍👦漢".repeat(50);
    const big = { ...keyResult, title: long };
    const said = { keyResult: big, last: { value: 1, confidence: 1, note: long.repeat(3) } };
    const huge = { ...week, squad: long, missing: Array(200).fill(big) };
    for (const say of [
      { kind: "nudge", owed: Array(50).fill(said) },
      { kind: "asked", owed: said, by: long, note: long },
      { kind: "digest", week: huge },
      {
        kind: "focus",
        squad: long,
        words: { title: long, why: "why", detail: long },
        bets: 9,
        unjustified: 9,
      },
    ] as Saying[])
      expect(Buffer.byteLength(JSON.stringify(message(say))), say.kind).toBeLessThan(3500);
  });

  it("leads to the list where an anomaly's own address would be too long for a message", () => {
    const id = encodeURIComponent(`metric~${"漢".repeat(80)}`);
    expect(pathOf({ kind: "anomaly", subjectId: id, occurrenceOn: "2026-10-05" })).toBe("/signals");
  });
});
