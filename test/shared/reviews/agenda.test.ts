import { beforeEach, describe, expect, test } from "vitest";
import { agendaOf, heldAgenda } from "../../../shared/reviews/agenda.ts";
import type { ReviewTerms } from "../../../shared/reviews/agenda-item.ts";
import { namesIn } from "../../../shared/reviews/names.ts";
import { reviewId } from "../../../shared/reviews/review.ts";
import { itemWords } from "../../../shared/reviews/words.ts";
import { alsoRunning, finishes, habit, podcasts, q4, running, skips, star } from "../../support/cast.ts";
import { rowsOf } from "../../support/reviewing.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** The quarter began on Thursday 1 October; Ben owns "Finished episodes", and "Late nights" runs beside it. */
let rules: Rules;
let late: string;
const weekly: ReviewTerms = { beat: "weekly", cycleId: q4, squadId: podcasts, on: "2026-11-09" };
const monthly: ReviewTerms = { beat: "monthly", cycleId: q4, on: "2026-11-01" };
const today = "2026-11-11";

beforeEach(async () => {
  rules = await running();
  late = await alsoRunning(rules, "Late nights", {});
  rules.now = `${today}T08:00:00.000Z`;
});

const said = (
  name: string,
  keyResultId: string,
  on: string,
  value: number,
  confidence = 5,
  more: object = {},
) =>
  rules.must(
    "ben",
    "check-in.record",
    { id: idOf(name), keyResultId, value, confidence, ...more },
    { at: `${on}T09:00:00.000Z`, receivedAt: `${on}T09:00:00.000Z` },
  );
const agenda = (terms: ReviewTerms) =>
  agendaOf(terms, today, rowsOf(rules)).map((one) => {
    const rows = rowsOf(rules);
    return [one.part, namesIn(rows).subject(one.subject), itemWords(one, namesIn(rows))];
  });
const parts = (terms: ReviewTerms) => agenda(terms).map(([part, subject]) => `${part}: ${subject}`);
const blocked = (text: string, on: string) =>
  rules.must(
    "ben",
    "blocker.raise",
    { id: idOf(text), keyResultId: finishes, text },
    { at: `${on}T09:00:00.000Z` },
  );
const broken = (on: string) =>
  rules.must("stew", "reading.record", { metricId: skips, on, value: 0.4, source: "by hand" });

describe("the weekly metric check of a squad", () => {
  test("goes from the North Star to the inputs, the key results, and whose check-in is missing", async () => {
    await said("a", finishes, "2026-11-09", 0.2);
    expect(agenda(weekly)).toEqual([
      ["north-star", "Time spent listening", "no reading yet"],
      ["inputs", "Weekly podcast habit", "no reading yet"],
      ["key-results", "Finished episodes, 18% to 26%", "off pace, at 55% of where it should be"],
      ["missing", "Late nights", "no check-in for 9 Nov; no data"],
    ]);
  });

  test("then to anomalies nobody answered, of what the squad moves, and to every open blocker", async () => {
    const found = {
      ...{ on: "2026-11-08", onset: "2026-11-08", direction: "down", rule: "last-1", value: 0.1 },
      ...{ expected: { low: 0.18, centre: 0.2, high: 0.22 }, preset: "calm", adverse: true },
    };
    const server = { server: true };
    await rules.must("ada", "anomaly.raise", { ...found, series: { kind: "metric", id: habit } }, server);
    await rules.must("ada", "anomaly.raise", { ...found, series: { kind: "metric", id: skips } }, server);
    await blocked("Waits for the licence", "2026-11-11");
    expect(parts(weekly).slice(4)).toEqual([
      "anomalies: Weekly podcast habit",
      "blockers: Waits for the licence",
    ]);
    expect(agenda(weekly).at(-1)![2]).toBe("blocked since today");
  });

  test("asks for no check-in of a key result that was committed after the due day", async () => {
    await rules.must("imani", "key-result.draft", {
      ...{ id: idOf("new"), objectiveId: rules.get("key-result", finishes).objectiveId },
      ...{ ownerId: idOf("ben"), title: "New", direction: "increase", baseline: 0, target: 1 },
      ...{
        unit: { label: "", scale: "value", decimals: 0 },
        moves: { metricId: star, because: "it is the star itself" },
      },
    });
    await rules.must("imani", "key-result.commit", { keyResultId: idOf("new") });
    expect(parts(weekly)).toContain("key-results: New");
  });
});

describe("the monthly review", () => {
  test("has nothing to talk about when all is well", async () => {
    await said("a", finishes, "2026-11-09", 0.25);
    await said("b", late, "2026-11-09", 0.25);
    expect(agenda(monthly)).toEqual([]);
  });

  test("goes from off pace to what nothing justifies, each thing once", async () => {
    await said("a", finishes, "2026-11-09", 0.19, 9);
    await said("old", late, "2026-10-12", 0.25);
    await broken("2026-11-10");
    await blocked("A week old", "2026-11-04");
    await blocked("Older than a week", "2026-11-02");
    await rules.must("ben", "bet.place", { id: idOf("alone"), title: "Tidy up", squadId: podcasts });
    expect(agenda(monthly)).toEqual([
      [
        "off-pace",
        "Finished episodes, 18% to 26%",
        "off pace, at 28% of where it should be; its owner says likely, the numbers say otherwise",
      ],
      ["stale", "Late nights", "stale"],
      ["guardrails", "Skips in 30 s", "breached"],
      ["blockers", "Older than a week", "blocked for 9 days"],
      ["unjustified", "Unjustified work of Podcasts", "1 of 1 open without a key result"],
    ]);
  });

  test("does not set an old word against a pace nobody knows", async () => {
    await said("a", finishes, "2026-10-12", 0.25, 9);
    await said("b", late, "2026-11-09", 0.25);
    const words = "stale; its owner said likely, and has not checked in since";
    expect(agenda(monthly)).toEqual([["disagreement", "Finished episodes, 18% to 26%", words]]);
  });

  test("brings back first what the last one decided to do, with how it stands today", async () => {
    await said("a", finishes, "2026-11-09", 0.19);
    await said("b", late, "2026-11-09", 0.25);
    const before = { beat: "monthly", cycleId: q4, on: "2026-10-01" } as const;
    const subject = (id: string) => ({ kind: "key-result", id });
    await rules.must("dora", "review.open", before);
    const reviewed = { reviewId: reviewId(before) };
    const help = { as: "help", text: "Pair up.", ownerId: idOf("imani"), byOn: "2026-10-30" };
    await rules.must("dora", "review.decide", { ...reviewed, subject: subject(finishes), ...help });
    await rules.must("dora", "review.decide", { ...reviewed, subject: subject(late), as: "keep" });
    expect(parts(monthly)).toEqual(["off-pace: Finished episodes, 18% to 26%"]);
    await rules.must("dora", "review.complete", reviewed);
    expect(agenda(monthly)).toEqual([
      [
        "decided-before",
        "Finished episodes, 18% to 26%",
        "last time, 11 Nov: Help: Pair up. Imani by 30 Oct; off pace, at 28% of where it should be",
      ],
    ]);
  });
});

describe("a review that was opened", () => {
  const opened = async () => {
    const rows = rowsOf(rules);
    const items = agendaOf(monthly, today, rows).map((one) => ({
      subject: one.subject,
      why: itemWords(one, namesIn(rows)),
    }));
    await rules.must("dora", "review.open", { ...monthly, items });
    return rules.get("review", reviewId(monthly));
  };
  const held = () => {
    const rows = rowsOf(rules);
    const review = rules.get("review", reviewId(monthly));
    return heldAgenda(review, agendaOf(monthly, today, rows)).map((one) => [
      namesIn(rows).subject(one.subject),
      one.decision?.as ?? one.was ?? itemWords(one, namesIn(rows)),
    ]);
  };

  test("keeps what it was opened with, and why, when the data has moved on; what came up since stands behind", async () => {
    await said("a", finishes, "2026-11-09", 0.19);
    await said("b", late, "2026-11-09", 0.25);
    await opened();
    await said("better", finishes, "2026-11-10", 0.25);
    await broken("2026-11-10");
    expect(held()).toEqual([
      ["Finished episodes, 18% to 26%", "off pace, at 28% of where it should be"],
      ["Skips in 30 s", "breached"],
    ]);
  });

  test("shows each decision where it belongs, one on something else at the end, and once held nothing new", async () => {
    await said("a", finishes, "2026-11-09", 0.19);
    await said("b", late, "2026-11-09", 0.25);
    await opened();
    const reviewed = { reviewId: reviewId(monthly) };
    const decide = (kind: string, id: string, as: string) =>
      rules.must("dora", "review.decide", { ...reviewed, subject: { kind, id }, as, text: "So be it." });
    await decide("key-result", finishes, "adjust");
    await decide("topic", "The offsite", "drop");
    await rules.must("dora", "review.complete", reviewed);
    await broken("2026-11-10");
    expect(held()).toEqual([
      ["Finished episodes, 18% to 26%", "adjust"],
      ["The offsite", "drop"],
    ]);
  });
});
