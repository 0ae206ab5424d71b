import { beforeEach, describe, expect, test } from "vitest";
import { delegated, finishes, founded, habit, podcasts } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await delegated();
});
const asPm = () => rules.get("squad", podcasts).members.find((one) => one.memberId === idOf("imani"))?.as;
const setRole = (who: string, role: string) =>
  rules.tell("ada", "member.set-role", { memberId: idOf(who), role });
const delegateOf = (who: string) => rules.get("member", idOf(who)).delegate;
const stepIn = (who: string, untilOn = "2026-10-16") =>
  rules.tell("ben", "member.set-delegate", {
    memberId: idOf("ben"),
    delegate: { memberId: idOf(who), untilOn },
  });

describe("the last admin", () => {
  test("can be neither demoted nor removed, by themselves or anybody", async () => {
    expect(await setRole("ada", "director")).toBe("last_admin role");
    expect(await rules.tell("ada", "member.remove", { memberId: idOf("ada") })).toBe("last_admin memberId");
  });

  test("is free to go once there is another", async () => {
    expect(await setRole("dora", "admin")).toBe("applied");
    expect(await rules.tell("dora", "member.remove", { memberId: idOf("ada") })).toBe("applied");
    expect(await rules.tell("dora", "member.remove", { memberId: idOf("dora") })).toBe("last_admin memberId");
  });

  test("is not outnumbered by an admin who was removed", async () => {
    await setRole("olu", "admin");
    await rules.must("ada", "member.remove", { memberId: idOf("olu") });
    expect(await setRole("ada", "member")).toBe("last_admin role");
  });

  test("stays admin when told so", async () => {
    expect(await setRole("ada", "admin")).toBe("unchanged");
  });
});

describe("becoming a viewer", () => {
  test("is refused to who answers for a key result or a metric", async () => {
    expect(await setRole("ben", "viewer")).toBe("viewer_cannot_own role");
    expect(await setRole("stew", "viewer")).toBe("viewer_cannot_own role");
    await rules.must("imani", "key-result.drop", { keyResultId: finishes });
    expect(await setRole("ben", "viewer")).toBe("applied");
  });

  test("ends being a PM and standing in for others", async () => {
    await stepIn("imani");
    await rules.must("ada", "member.set-role", { memberId: idOf("imani"), role: "viewer" });
    expect(asPm()).toBe("member");
    expect(delegateOf("ben")).toBeUndefined();
  });

  test("an own key result of a closed cycle is no hindrance", async () => {
    const cycleId = rules.all("cycle")[0]!.id;
    await rules.must("ada", "cycle.grade", { cycleId });
    await rules.must("ada", "cycle.close", { cycleId });
    expect(await setRole("ben", "viewer")).toBe("applied");
  });
});

describe("titles", () => {
  test("are one person's each, and go back with null", async () => {
    const title = (who: string, title: string | null) =>
      rules.tell("ada", "member.set-title", { memberId: idOf(who), title });
    expect(await title("olu", "ceo")).toBe("name_taken title");
    expect(await title("dora", null)).toBe("applied");
    expect(await title("olu", "ceo")).toBe("applied");
    expect(await title("dora", null)).toBe("unchanged");
    await rules.must("ada", "member.remove", { memberId: idOf("olu") });
    expect(await title("dora", "ceo")).toBe("applied");
  });
});

describe("removing", () => {
  test("takes the person out of squads, titles and delegations, and leaves their key results theirs", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("dele") });
    expect(delegateOf("ben")).toBeUndefined();
    await rules.must("ada", "member.remove", { memberId: idOf("ben") });
    expect(rules.get("member", idOf("ben"))).toMatchObject({ name: "Ben", state: "removed" });
    expect(rules.get("squad", podcasts).members.map((one) => one.memberId)).not.toContain(idOf("ben"));
    expect(rules.get("key-result", finishes).ownerId).toBe(idOf("ben"));
    await rules.must("ada", "member.remove", { memberId: idOf("dora") });
    expect(rules.get("member", idOf("dora")).title).toBeUndefined();
  });

  test("twice is once, and takes every right away", async () => {
    expect(await rules.tell("ada", "member.remove", { memberId: idOf("rex") })).toBe("unchanged");
    expect(await rules.tell("rex", "member.rename", { memberId: idOf("rex"), name: "R" })).toBe(
      "member_removed memberId",
    );
    expect(await rules.tell("ada", "member.remove", { memberId: idOf("cleo") })).toBe("not_found memberId");
  });

  test("a PM leaves their squad without one, so the director has the say", async () => {
    await rules.must("ada", "member.remove", { memberId: idOf("imani") });
    expect(await rules.tell("dora", "squad.rename", { squadId: podcasts, name: "Shows" })).toBe("applied");
  });
});

describe("a delegate", () => {
  test("is somebody else, here, and not only reading", async () => {
    expect(await stepIn("ben")).toBe("delegate_is_self delegate.memberId");
    expect(await stepIn("vic")).toBe("viewer_cannot_own delegate.memberId");
    expect(await stepIn("rex")).toBe("member_removed delegate.memberId");
    expect(await stepIn("cleo")).toBe("not_found delegate.memberId");
    expect(await stepIn("sam")).toBe("applied");
    expect(delegateOf("ben")).toEqual({ memberId: idOf("sam"), untilOn: "2026-10-16" });
  });

  test("stands in from today on, where the owner lives", async () => {
    rules.now = "2026-10-05T22:30:00.000Z";
    expect(await stepIn("sam", "2026-10-05")).toBe("invalid_arguments delegate.untilOn");
    expect(await stepIn("sam", "2026-10-06")).toBe("applied");
  });

  test("is told that it is over with null", async () => {
    const none = { memberId: idOf("ben"), delegate: null };
    expect(await rules.tell("ben", "member.set-delegate", none)).toBe("applied");
    expect(delegateOf("ben")).toBeUndefined();
    expect(await rules.tell("ben", "member.set-delegate", none)).toBe("unchanged");
  });

  test("is named by Ben or by Ada, not by his PM", async () => {
    const delegate = { memberId: idOf("sam"), untilOn: "2026-10-16" };
    const args = { memberId: idOf("ben"), delegate };
    expect(await rules.tell("imani", "member.set-delegate", args)).toBe("forbidden");
    expect(await rules.tell("ada", "member.set-delegate", args)).toBe("applied");
  });
});

test("before anything runs, a steward is what keeps somebody from only reading", async () => {
  rules = await founded();
  expect(await setRole("stew", "viewer")).toBe("viewer_cannot_own role");
  for (const metric of rules.all("metric").filter((one) => one.stewardId === idOf("stew")))
    await rules.must("ada", "metric.revise", { metricId: metric.id, stewardId: idOf("olu") });
  expect(rules.get("metric", habit).stewardId).toBe(idOf("olu"));
  expect(await setRole("stew", "viewer")).toBe("applied");
});
