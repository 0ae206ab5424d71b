import { expect, test } from "vitest";
import { remembering } from "../../../shared/search/remembering.ts";
import { noRows, type SearchedRows } from "../../../shared/search/rows.ts";

const at = "2026-03-02T08:00:00.000Z";

/** Rows as a test names them: only what is read of them. */
function rows(given: { [K in keyof SearchedRows]?: object[] }): SearchedRows {
  return { ...noRows(), ...given } as SearchedRows;
}
const cycle = { id: "q1", name: "Q1", startsOn: "2026-01-01" };
const keyResult = {
  ...{ id: "kr", title: "Listeners come back", ownerId: "ben", cycleId: "q1", state: "committed" },
  moves: { metricId: "habit", because: "a habit brings people back" },
};
const about = (one: { as: string; title: string; text: string }) => [one.as, one.title, one.text];

test("a plan is remembered by its words, its reasons and its milestones", () => {
  const found = remembering(
    rows({
      cycle: [cycle],
      objective: [
        { id: "o", cycleId: "q1", title: "Be a habit", why: "Churn hurts", state: "committed" },
        { id: "x", cycleId: "q1", title: "Dropped", state: "dropped" },
        { id: "e", cycleId: "q1", title: "Lights", exempt: { reason: "Contracts" }, state: "draft" },
      ],
      "key-result": [
        {
          ...keyResult,
          milestones: [{ title: "Copy" }, { title: "Switch" }],
          grade: { reason: "Late data" },
        },
      ],
    }),
  );
  expect(found.map(about).sort()).toEqual([
    ["key-result", "Listeners come back", "a habit brings people back · Copy, Switch · Graded: Late data"],
    ["objective", "Be a habit", "Churn hurts"],
    ["objective", "Lights", "Exempt: Contracts"],
  ]);
  expect(found.find((one) => one.title === "Lights")).toMatchObject({
    standing: "draft",
    on: "2026-01-01",
    cycleId: "q1",
  });
});

test("of a check-in its last word counts, and one taken back is forgotten", () => {
  const said = { keyResultId: "kr", cycleId: "q1", authorId: "ada", at, confidence: 5 };
  const found = remembering(
    rows({
      "key-result": [keyResult],
      "check-in": [
        { ...said, id: "a", note: "first words" },
        { ...said, id: "b", note: "better words", amends: "a" },
        { ...said, id: "c", note: "never mind" },
        { ...said, id: "d", note: "never mind", amends: "c", retracted: true },
        { ...said, id: "e" },
        { ...said, id: "f", note: "of a key result that is not here", keyResultId: "gone" },
      ],
    }),
  ).filter((one) => one.as === "check-in");
  expect(found.map(about)).toEqual([["check-in", "Listeners come back", "better words"]]);
  expect(found[0]).toMatchObject({
    key: "check-in/a",
    on: "2026-03-02",
    people: ["ada", "ben"],
    isAbout: true,
  });
});

test("decisions, learnings, answers and blockers stand under what they are about", () => {
  const decision = {
    subject: { kind: "key-result", id: "kr" },
    as: "help",
    text: "Platform looks",
    by: "ada",
    at,
  };
  const found = remembering(
    rows({
      "key-result": [keyResult],
      squad: [{ id: "s", name: "Podcasts" }],
      metric: [
        {
          id: "habit",
          name: "Weekly habit",
          definition: "Who comes back",
          stewardId: "ada",
          state: "active",
        },
      ],
      blocker: [
        {
          id: "b",
          keyResultId: "kr",
          text: "Licence",
          ownerId: "ben",
          openedAt: at,
          resolvedAt: at,
          resolution: "Signed",
        },
      ],
      review: [
        {
          ...{ id: "weekly/s/2026-03-02", beat: "weekly", squadId: "s", cycleId: "q1", on: "2026-03-02" },
          ...{ leaderId: "ben", notes: "Calm week", state: "done" },
          decisions: [decision, { ...decision, subject: { kind: "metric", id: "gone" } }],
        },
      ],
      bet: [
        {
          ...{ id: "bet", title: "Autoplay", keyResultId: "kr", squadId: "s", ownerId: "ben", state: "won" },
          ...{
            learning: "It carries",
            hypothesis: { change: "Play on", because: "nobody stops", byOn: "2026-03-01" },
          },
        },
      ],
      anomaly: [
        {
          id: "m",
          series: { kind: "metric", id: "habit" },
          on: "2026-02-01",
          answer: { as: "explained", text: "A holiday", by: "ada" },
        },
        { id: "open", series: { kind: "metric", id: "habit" }, on: "2026-02-02" },
      ],
    }),
  ).filter((one) => one.as !== "key-result" && one.as !== "metric");
  expect(found.map(about).sort()).toEqual([
    ["anomaly", "Weekly habit", "A holiday"],
    ["bet", "Autoplay", "Learnt: It carries · Play on, because nobody stops"],
    ["blocker", "Listeners come back", "Licence · Resolved: Signed"],
    ["review", "Listeners come back", "Platform looks"],
    ["review", "Metric check of Podcasts", "Calm week"],
    ["review", "Something this phone does not hold", "Platform looks"],
  ]);
  expect(found.find((one) => one.as === "bet")).toMatchObject({ standing: "won", cycleId: "q1" });
});

test("candidates keep their reason, marked days their metric, metrics their definition", () => {
  const found = remembering(
    rows({
      metric: [
        {
          id: "habit",
          name: "Weekly habit",
          definition: "Who comes back",
          stewardId: "ada",
          state: "retired",
        },
      ],
      event: [{ id: "e", metricId: "habit", text: "New app", on: "2026-02-03", by: "ben", type: "launch" }],
      candidate: [
        {
          ...{ id: "c", name: "Streams", definition: "Plays", state: "rejected", reason: "Easy to game" },
          ...{
            answers: { leading: { verdict: "no", evidence: "It follows" } },
            gaming: "Autoplay all night",
          },
        },
      ],
    }),
  );
  expect(found.map(about)).toEqual([
    ["event", "New app", "Weekly habit"],
    ["metric", "Weekly habit", "Who comes back"],
    ["candidate", "Streams", "Rejected: Easy to game · Plays · Autoplay all night · It follows"],
  ]);
});

test("an empty workspace remembers nothing", () => {
  expect(remembering(noRows())).toEqual([]);
});
