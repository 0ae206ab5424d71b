import { beforeEach, describe, expect, test } from "vitest";
import { founded, habit, northStar, percent, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
const candidateId = idOf("streams");
const stored = () => rules.get("candidate", candidateId);
const judge = (args: object, who = "ada") => rules.tell(who, "candidate.judge", { candidateId, ...args });
const streams = { id: candidateId, name: "Streams", definition: "Songs played for 30 s." };

beforeEach(async () => {
  rules = await founded();
  await rules.must("ada", "candidate.propose", streams);
});

test("a candidate begins open and unjudged", () => {
  expect(stored()).toEqual({ ...streams, revision: 1, answers: {}, state: "open" });
});

describe("judging", () => {
  test("two people who judge different tests keep both answers", async () => {
    await judge({ test: "leading", verdict: "yes", evidence: "Retention follows." });
    await judge({ test: "sticky", verdict: "partly", evidence: "Formats change." }, "dora");
    expect(stored().answers).toEqual({
      leading: { verdict: "yes", evidence: "Retention follows." },
      sticky: { verdict: "partly", evidence: "Formats change." },
    });
  });

  test("a new verdict keeps the evidence written before, and null takes the answer back", async () => {
    await judge({ test: "leading", verdict: "yes", evidence: "Retention follows." });
    expect(await judge({ test: "leading", verdict: "no" })).toBe("applied");
    expect(stored().answers.leading).toEqual({ verdict: "no", evidence: "Retention follows." });
    expect(await judge({ test: "leading", verdict: null })).toBe("applied");
    expect(stored().answers).toEqual({});
  });

  test("knows the tests and criteria by name, and no others", async () => {
    expect(await judge({ test: "shiny", verdict: "yes" })).toBe("invalid_arguments test");
    expect(await judge({ test: "leading", verdict: "perhaps" })).toBe("invalid_arguments verdict");
    expect(await judge({ test: "__proto__", verdict: "yes" })).toBe("invalid_arguments test");
  });
});

describe("a sceptic", () => {
  test("is heard through the server alone", async () => {
    const said = { candidateId, verdict: "no", why: "Skips count too.", by: "A friend" };
    expect(await rules.tell("ada", "candidate.hear", said)).toBe("forbidden");
    expect(await rules.tell("nobody", "candidate.hear", said, { server: true })).toBe("applied");
    expect(stored().sceptic).toEqual({
      verdict: "no",
      why: "Skips count too.",
      by: "A friend",
      at: rules.now,
    });
  });
});

describe("rejecting", () => {
  const reject = (reason = "Skips inflate it.") =>
    rules.tell("dora", "candidate.reject", { candidateId, reason });

  test("keeps the candidate with its reason, and its judgement as it was", async () => {
    await judge({ test: "leading", verdict: "yes", evidence: "Early." });
    expect(await reject()).toBe("applied");
    const rejectedAt = rules.now;
    expect(stored()).toMatchObject({ state: "rejected", reason: "Skips inflate it.", rejectedAt });
    rules.now = "2026-09-30T08:00:00.000Z";
    expect(await reject()).toBe("unchanged");
    expect(await judge({ test: "leading", verdict: "no" })).toBe("state_conflict candidateId");
    expect(stored().answers.leading?.verdict).toBe("yes");
  });

  test("needs a reason, and can be taken back", async () => {
    expect(await reject(" ")).toBe("invalid_arguments reason");
    await reject();
    expect(await rules.tell("ada", "candidate.reopen", { candidateId })).toBe("applied");
    expect(stored()).toMatchObject({ state: "open" });
    expect(stored().reason ?? stored().rejectedAt).toBeUndefined();
  });

  test("does not fall on the one that was chosen", async () => {
    const proposal = { id: idOf("next"), metricId: star, statement: "Next.", candidateId };
    await rules.must("ada", "north-star.propose", proposal);
    expect(stored().state).toBe("chosen");
    expect(await reject()).toBe("state_conflict candidateId");
    expect(await rules.tell("ada", "candidate.reopen", { candidateId })).toBe("state_conflict candidateId");
  });
});

describe("choosing", () => {
  test("a candidate that was rejected once is chosen without its old reason", async () => {
    await rules.must("ada", "candidate.reject", { candidateId, reason: "No." });
    const proposal = { id: idOf("next"), metricId: star, statement: "Next.", candidateId };
    await rules.must("ada", "north-star.propose", proposal);
    expect(stored().reason).toBeUndefined();
    expect(await rules.tell("ada", "north-star.propose", proposal)).toBe("unchanged");
  });

  test("says which metric it became, and it is free again once that North Star has given way", async () => {
    await rules.must("ada", "north-star.propose", {
      id: idOf("next"),
      metricId: star,
      statement: "Next.",
      candidateId,
    });
    expect(stored().metricId).toBe(star);
    const metric = { key: "other", name: "Other", definition: "D.", kind: "north-star", unit: percent };
    const how = { goodDirection: "up", cadence: "weekly", stewardId: idOf("ada") };
    await rules.must("ada", "metric.define", { id: idOf("other"), ...metric, ...how });
    await rules.must("ada", "north-star.propose", {
      id: idOf("third"),
      metricId: idOf("other"),
      statement: "Third.",
    });
    expect(await rules.tell("ada", "candidate.reopen", { candidateId })).toBe("applied");
    expect(stored().state).toBe("open");
  });

  test("of an unknown candidate is refused, and nothing is proposed", async () => {
    const proposal = { id: idOf("next"), metricId: star, statement: "Next.", candidateId: idOf("gone") };
    expect(await rules.tell("ada", "north-star.propose", proposal)).toBe("not_found candidateId");
    expect(rules.get("north-star", northStar).state).toBe("proposed");
  });
});

test("a candidate points at a metric in use, or at none", async () => {
  const revise = (args: object) => rules.tell("ada", "candidate.revise", { candidateId, ...args });
  expect(await revise({ metricId: idOf("gone") })).toBe("not_found metricId");
  expect(await revise({ metricId: habit, gaming: "Autoplay." })).toBe("applied");
  expect(await revise({ metricId: null, gaming: null })).toBe("applied");
  expect(stored()).toEqual({ ...streams, revision: stored().revision, answers: {}, state: "open" });
});
