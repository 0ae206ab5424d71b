import { beforeEach, describe, expect, test } from "vitest";
import { readingId } from "../../../shared/metrics/reading-id.ts";
import { alsoRunning, finishes, habit, keyResult, podcasts, q4, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const id = idOf("a check-in");
const said = { id, keyResultId: finishes, value: 0.2, confidence: 7, note: "Autoplay is out." };

let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

describe("recording", () => {
  test("Ben's check-in is stored with who, when and for which Monday", async () => {
    expect(await rules.tell("ben", "check-in.record", said)).toBe("applied");
    expect(rules.get("check-in", id)).toEqual({
      id,
      revision: 1,
      keyResultId: finishes,
      cycleId: q4,
      authorId: idOf("ben"),
      at: "2026-10-05T08:00:00.000Z",
      occurrenceOn: "2026-10-05",
      value: 0.2,
      confidence: 7,
      note: "Autoplay is out.",
    });
  });

  test("the day that counts is the owner's: late on Thursday in UTC is Friday in Tokyo, the next occurrence", async () => {
    await rules.must("ben", "member.set-zone", { memberId: idOf("ben"), zone: "Asia/Tokyo" });
    rules.now = "2026-10-08T16:00:00.000Z";
    await rules.must("ben", "check-in.record", said);
    expect(rules.get("check-in", id).occurrenceOn).toBe("2026-10-12");
  });

  test("blocked text opens a blocker under the check-in's own id, owned by its author", async () => {
    await rules.must("ben", "check-in.record", {
      ...said,
      about: ["blocked"],
      blocked: "The licence is late.",
    });
    expect(rules.get("blocker", id)).toMatchObject({
      keyResultId: finishes,
      checkInId: id,
      text: "The licence is late.",
      ownerId: idOf("ben"),
      openedAt: rules.now,
    });
  });

  test("a key result with a number asks for it, and takes no milestones", async () => {
    const { value: _value, ...silent } = said;
    expect(await rules.tell("ben", "check-in.record", silent)).toBe("value_required value");
    expect(await rules.tell("ben", "check-in.record", { ...said, done: [idOf("m")] })).toBe(
      "unknown_milestone done",
    );
  });

  test("a key result of milestones takes the ones it has, and no number", async () => {
    const milestones = ["plan", "pilot"].map((title) => ({ id: idOf(title), title, weight: 1 }));
    const terms = { direction: "milestones", baseline: undefined, target: undefined, milestones };
    const keyResultId = await alsoRunning(rules, "milestones", terms);
    const mine = { id, keyResultId, confidence: 5 };
    expect(await rules.tell("ben", "check-in.record", { ...mine, value: 1 })).toBe(
      "value_not_expected value",
    );
    expect(await rules.tell("ben", "check-in.record", { ...mine, done: [idOf("other")] })).toBe(
      "unknown_milestone done",
    );
    expect(await rules.tell("ben", "check-in.record", { ...mine, done: [idOf("plan")] })).toBe("applied");
  });

  test("the squad's PM may, and it says on behalf; Sam beside them, Ada, and Vic may not", async () => {
    expect(await rules.tell("imani", "check-in.record", said)).toBe("applied");
    expect(rules.get("check-in", id)).toMatchObject({ authorId: idOf("imani"), onBehalf: true });
    for (const who of ["sam", "ada", "vic", "rex", "cleo"])
      expect(await rules.tell(who, "check-in.record", { ...said, id: idOf(who) })).toBe("forbidden");
  });

  test("where a squad has no PM the director steps in, and without a director the admin", async () => {
    await rules.must("ada", "squad.assign", { squadId: podcasts, memberId: idOf("imani"), as: "member" });
    expect(await rules.tell("ada", "check-in.record", said)).toBe("forbidden");
    expect(await rules.tell("dora", "check-in.record", said)).toBe("applied");
    await rules.must("ada", "member.set-role", { memberId: idOf("dora"), role: "member" });
    expect(await rules.tell("ada", "check-in.record", { ...said, id: idOf("b") })).toBe("applied");
    expect(rules.get("check-in", idOf("b")).onBehalf).toBe(true);
  });

  test("an unknown key result is not found", async () => {
    expect(await rules.tell("ben", "check-in.record", { ...said, keyResultId: idOf("gone") })).toBe(
      "not_found keyResultId",
    );
  });
});

describe("clocks", () => {
  test("a phone whose clock runs ahead claims no moment after the arrival", async () => {
    await rules.must("ben", "check-in.record", said, { at: "2031-01-01T00:00:00.000Z" });
    expect(rules.get("check-in", id)).toMatchObject({ at: rules.now, occurrenceOn: "2026-10-05" });
  });

  test("a phone that thinks it is 1970 checks in at the start of the cycle", async () => {
    await rules.must("ben", "check-in.record", said, { at: "1970-01-01T00:00:00.000Z" });
    expect(rules.get("check-in", id)).toMatchObject({
      at: "2026-10-01T00:00:00.000Z",
      occurrenceOn: "2026-09-28",
    });
  });

  test("before a cycle's first day, but committed, it is taken, and its moment is not after the arrival", async () => {
    rules.now = "2026-09-29T08:00:00.000Z";
    await rules.must("ben", "check-in.record", said);
    expect(rules.get("check-in", id).at).toBe(rules.now);
  });

  test("a late one belongs to the week it was made in, however late it arrives", async () => {
    await rules.must("ben", "check-in.record", said, {
      at: "2026-10-06T09:00:00.000Z",
      receivedAt: "2026-11-30T09:00:00.000Z",
    });
    expect(rules.get("check-in", id)).toMatchObject({
      at: "2026-10-06T09:00:00.000Z",
      occurrenceOn: "2026-10-05",
    });
  });

  test("an instant spelled without milliseconds is stored in the one spelling", async () => {
    await rules.must("ben", "check-in.record", said, { at: "2026-10-05T07:00:00Z" });
    expect(rules.get("check-in", id).at).toBe("2026-10-05T07:00:00.000Z");
  });
});

describe("the same id again", () => {
  test("with equal content is applied and writes nothing, also after the rhythm or the phase changed", async () => {
    await rules.must("ben", "check-in.record", { ...said, blocked: "Waiting." });
    expect(await rules.tell("ben", "check-in.record", { ...said, blocked: "Waiting." })).toBe("unchanged");
    const rhythm = { ...rules.all("workspace")[0]!.rhythm, dueDay: 3 };
    await rules.must("ada", "workspace.set-rhythm", { rhythm });
    await rules.must("ada", "cycle.grade", { cycleId: q4 });
    await rules.must("ben", "key-result.grade", { keyResultId: finishes });
    expect(await rules.tell("ben", "check-in.record", { ...said, blocked: "Waiting." })).toBe("unchanged");
  });

  test.each([
    ["another value", { value: 0.21 }],
    ["another confidence", { confidence: 1 }],
    ["another note", { note: "Else." }],
    ["no note any more", { note: undefined }],
    ["a chip more", { about: ["help"] }],
    ["another blocker", { blocked: "Else." }],
    ["no blocker any more", { blocked: undefined }],
  ])("with %s is a clash, and what stands stays", async (_, other) => {
    const first = { ...said, blocked: "Waiting." };
    await rules.must("ben", "check-in.record", first);
    expect(await rules.tell("ben", "check-in.record", { ...first, ...other })).toBe("id_conflict id");
    expect(rules.get("check-in", id)).toMatchObject({ value: 0.2, confidence: 7, note: "Autoplay is out." });
    expect(rules.get("blocker", id).text).toBe("Waiting.");
  });

  test("by another author, or for another key result, is a clash", async () => {
    await rules.must("ben", "check-in.record", said);
    expect(await rules.tell("imani", "check-in.record", said)).toBe("id_conflict id");
    const other = await alsoRunning(rules, "other", {});
    expect(await rules.tell("ben", "check-in.record", { ...said, keyResultId: other })).toBe(
      "id_conflict id",
    );
  });

  test("a blocker somebody else raised under that id is not overwritten", async () => {
    await rules.must("sam", "blocker.raise", { id, keyResultId: finishes, text: "Mine." });
    expect(await rules.tell("ben", "check-in.record", { ...said, blocked: "Waiting." })).toBe(
      "id_conflict id",
    );
    expect(rules.get("blocker", id).text).toBe("Mine.");
  });
});

test("a check-in of a key result that measures its metric is a reading of that metric, too", async () => {
  await rules.must("ben", "key-result.revise", { keyResultId: finishes, measures: habit });
  await rules.must("ben", "check-in.record", said);
  const reading = readingId({ metricId: habit, on: "2026-10-05", source: "check-in" });
  expect(rules.get("reading", reading)).toMatchObject({ value: 0.2, checkInId: id, recordedBy: idOf("ben") });
});

test("a draft, and a whole cycle in planning, take no check-ins", async () => {
  const draft = idOf("draft");
  await rules.must("imani", "key-result.draft", { id: draft, ...keyResult, title: "Later" });
  expect(await rules.tell("ben", "check-in.record", { ...said, keyResultId: draft })).toBe(
    "key_result_not_running keyResultId",
  );
});
