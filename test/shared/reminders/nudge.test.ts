import { beforeEach, describe, expect, it } from "vitest";
import { decide as decideDue } from "../../../shared/reminders/decide.ts";
import { nudgedMembers } from "../../../shared/reminders/nudge.ts";
import { type View, viewOf } from "../../../shared/reminders/view.ts";
import { kinds } from "../../../shared/sync/kinds.ts";
import { bodyOf } from "../../../shared/sync/mutation.ts";
import { delegated, finishes, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** Ben's key result runs since 28 September; it is due on Monday, 5 October, and again a week later. */
const first = { occurrenceOn: "2026-10-05", untilAt: "2026-10-08T22:00:00.000Z" };
const monday = "2026-10-05T08:00:00.000Z";

function view(rules: Rules): View {
  const rows = kinds.flatMap((kind) =>
    rules.all(kind).map((row) => ({ kind, id: row.id, revision: row.revision, body: bodyOf(row) })),
  );
  return viewOf(rows)!;
}
const decide = (rules: Rules, who: string, at = monday, nudge = first) =>
  decideDue({ ...nudge, kind: "nudge", subjectId: idOf(who), memberId: idOf(who) }, view(rules), at);
const owedIn = (decision: ReturnType<typeof decide>) =>
  "send" in decision && decision.send.say.kind === "nudge" ? decision.send.say.owed : undefined;
const titles = (decision: ReturnType<typeof decide>) =>
  owedIn(decision)?.map((one) => one.keyResult.title) ?? decision;

describe("a nudge at the moment it is due", () => {
  let rules: Rules;
  beforeEach(async () => {
    rules = await running();
  });

  it("asks the owner for what they owe, with the count for the icon", () => {
    const decision = decide(rules, "ben");
    expect(titles(decision)).toEqual(["Finished episodes, 18% to 26%"]);
    expect(decision).toMatchObject({ send: { badge: 1, member: { name: "Ben" } } });
  });

  it("brings what was said last", async () => {
    const said = { id: idOf("c1"), keyResultId: finishes, value: 0.2, confidence: 6, note: "slow" };
    await rules.must("ben", "check-in.record", said, { at: "2026-09-30T08:00:00.000Z" });
    const decision = decide(rules, "ben", "2026-10-12T08:00:00.000Z", {
      occurrenceOn: "2026-10-12",
      untilAt: "2026-10-15T22:00:00.000Z",
    });
    expect(owedIn(decision)?.[0]?.last).toMatchObject({
      value: 0.2,
      confidence: 6,
      note: "slow",
    });
  });

  it("asks nobody else", () => {
    for (const who of ["ada", "imani", "sam", "vic"])
      expect(decide(rules, who)).toEqual({ skip: "nothing-owed" });
    expect(decide(rules, "rex")).toEqual({ skip: "removed" });
    expect(decide(rules, "nobody")).toEqual({ skip: "removed" });
  });

  it("is done when the check-in is there, whoever made it", async () => {
    const said = { id: idOf("c1"), keyResultId: finishes, value: 0.2, confidence: 6 };
    await rules.must("imani", "check-in.record", said);
    expect(decide(rules, "ben")).toEqual({ skip: "done" });
  });

  it("does not ask for another occurrence than its own", () => {
    const stale = { occurrenceOn: "2026-09-28", untilAt: "2026-12-01T00:00:00.000Z" };
    expect(decide(rules, "ben", monday, stale)).toEqual({ skip: "done" });
  });

  it("is late from the minute the next occurrence opens", () => {
    expect(titles(decide(rules, "ben", "2026-10-08T17:59:00.000Z"))).toHaveLength(1);
    expect(decide(rules, "ben", first.untilAt)).toEqual({ skip: "late" });
  });

  it("waits while it is quiet", () => {
    expect(decide(rules, "ben", "2026-10-05T18:00:00.000Z")).toEqual({
      notBefore: "2026-10-06T06:00:00.000Z",
    });
    expect(decide(rules, "ben", "2026-10-08T18:00:00.000Z")).toEqual({ skip: "no-time" });
  });
});

describe("while somebody stands in", () => {
  it("the owner is left alone and the delegate is asked", async () => {
    const rules = await delegated();
    expect(decide(rules, "ben")).toEqual({ skip: "away" });
    expect(titles(decide(rules, "dele"))).toEqual(["Finished episodes, 18% to 26%"]);
  });

  it("both are planned for, and nobody else", async () => {
    const names = (rules: Rules) =>
      nudgedMembers(view(rules))
        .map((one) => one.name)
        .sort();
    expect(names(await running())).toEqual(["Ben"]);
    expect(names(await delegated())).toEqual(["Ben", "Dele"]);
  });

  it("the owner is asked again once the time has run out", async () => {
    const rules = await delegated();
    const later = { occurrenceOn: "2026-10-19", untilAt: "2026-10-22T22:00:00.000Z" };
    expect(titles(decide(rules, "ben", "2026-10-19T08:00:00.000Z", later))).toHaveLength(1);
    expect(decide(rules, "dele", "2026-10-19T08:00:00.000Z", later)).toEqual({ skip: "nothing-owed" });
  });
});
