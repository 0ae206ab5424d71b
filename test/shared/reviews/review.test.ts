import { beforeEach, describe, expect, test } from "vitest";
import { reviewId } from "../../../shared/reviews/review.ts";
import { finishes, habit, podcasts, q4, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const weekly = { beat: "weekly", squadId: podcasts, cycleId: q4, on: "2026-10-05" } as const;
const monthly = { beat: "monthly", cycleId: q4, on: "2026-11-01" } as const;
const id = reviewId(weekly);
const keyResult = { kind: "key-result", id: finishes };
let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

const open = (who: string, args: object = weekly) => rules.tell(who, "review.open", args);
const decide = (who: string, args: object = {}) =>
  rules.tell(who, "review.decide", { reviewId: id, subject: keyResult, as: "keep", ...args });
const stored = () => rules.get("review", id);

describe("opening a review", () => {
  test("keeps the agenda of whoever was first; another phone's opening changes nothing", async () => {
    const items = [{ subject: keyResult, why: "off pace" }];
    expect(await open("imani", { ...weekly, items })).toBe("applied");
    expect(await open("ada", { ...weekly, items: [] })).toBe("unchanged");
    expect(stored()).toMatchObject({ leaderId: idOf("imani"), items, decisions: [], state: "open" });
  });

  test.each([
    [
      "a squad's week: its PM or an admin, not the director, not a member",
      weekly,
      ["imani", "ada"],
      ["dora", "ben"],
    ],
    ["the month: a director or an admin, not a PM", monthly, ["dora", "ada"], ["imani", "vic"]],
    ["the quarter: an admin only", { ...monthly, beat: "quarterly" }, ["ada"], ["dora", "imani"]],
    ["the year: an admin only", { ...monthly, beat: "yearly" }, ["ada"], ["dora", "sam"]],
  ])("%s", async (_, terms, may, mayNot) => {
    for (const who of mayNot) expect(await open(who, terms)).toBe("forbidden");
    for (const who of may) expect(await rules.fork().tell(who, "review.open", terms)).toBe("applied");
  });

  test("a squad's week is the director's from start to end while its PM is away, and no longer", async () => {
    const delegate = { memberId: idOf("ben"), untilOn: "2026-10-09" };
    await rules.must("ada", "member.set-delegate", { memberId: idOf("imani"), delegate });
    const back = rules.fork();
    for (const who of ["ben", "sam", "vic"]) expect(await open(who)).toBe("forbidden");
    expect(await open("dora")).toBe("applied");
    expect(await decide("dora")).toBe("applied");
    expect(await rules.tell("dora", "review.complete", { reviewId: id })).toBe("applied");
    expect(await open("imani", { ...weekly, on: "2026-10-12" })).toBe("applied");
    back.now = "2026-10-12T09:00:00.000Z";
    expect(await back.tell("dora", "review.open", weekly)).toBe("forbidden");
  });

  test("a week's belongs to a squad, the others to none, all to a cycle", async () => {
    expect(await open("ada", { ...weekly, squadId: undefined })).toBe("invalid_arguments squadId");
    expect(await open("ada", { ...monthly, squadId: podcasts })).toBe("invalid_arguments squadId");
    expect(await open("ada", { ...monthly, cycleId: idOf("nowhere") })).toBe("not_found cycleId");
  });
});

describe("deciding", () => {
  beforeEach(async () => {
    await open("imani");
  });

  test("two people who decide on different things at once both keep theirs", async () => {
    await decide("imani", { as: "help", text: "Pair up.", ownerId: idOf("ben"), byOn: "2026-10-09" });
    await decide("ada", { subject: { kind: "metric", id: habit }, as: "adjust", text: "Count it weekly." });
    expect(stored().decisions.map((one) => [one.by, one.as])).toEqual([
      [idOf("imani"), "help"],
      [idOf("ada"), "adjust"],
    ]);
  });

  test("on one thing counts once, the later one, and can be taken back", async () => {
    await decide("imani");
    await decide("ada", { as: "drop", text: "It is over." });
    expect(stored().decisions).toMatchObject([{ as: "drop", by: idOf("ada") }]);
    expect(await decide("imani", { as: null })).toBe("applied");
    expect(stored().decisions).toEqual([]);
    expect(await decide("imani", { as: null })).toBe("unchanged");
  });

  test("names only somebody who is here, in words of bounded length, and not without end", async () => {
    expect(await decide("imani", { ownerId: idOf("rex") })).toBe("not_found ownerId");
    expect(await decide("imani", { text: "x".repeat(501) })).toBe("invalid_arguments text");
    for (let topic = 0; topic < 200; topic += 1)
      await decide("imani", { subject: { kind: "topic", id: `topic ${topic}` } });
    expect(await decide("imani")).toBe("invalid_arguments subject");
    expect(await decide("imani", { subject: { kind: "topic", id: "topic 7" }, as: "drop" })).toBe("applied");
  });

  test("is over once the review is done, and goes on when it is opened again", async () => {
    const told = { reviewId: id };
    expect(await rules.tell("ben", "review.complete", told)).toBe("forbidden");
    expect(await rules.tell("imani", "review.note", { ...told, notes: "Quiet." })).toBe("applied");
    expect(await rules.tell("imani", "review.complete", told)).toBe("applied");
    expect(await rules.tell("ada", "review.complete", told)).toBe("unchanged");
    expect(await decide("imani")).toBe("state_conflict reviewId");
    expect(await rules.tell("imani", "review.note", { ...told, notes: null })).toBe(
      "state_conflict reviewId",
    );
    expect(await rules.tell("imani", "review.reopen", told)).toBe("applied");
    expect(stored().doneAt).toBeUndefined();
    expect(await decide("imani")).toBe("applied");
  });
});
