import { beforeEach, describe, expect, test } from "vitest";
import { founded, habit, planned, podcasts, q4 } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await founded();
});
const form = (name: string) => rules.tell("ada", "squad.form", { id: idOf(name), name });
const assign = (who: string, as: "pm" | "member" | null) =>
  rules.tell("ada", "squad.assign", { squadId: podcasts, memberId: idOf(who), as });
const members = () => rules.get("squad", podcasts).members;

describe("names", () => {
  test("are one squad's at a time, upper and lower case alike", async () => {
    expect(await form("podcasts")).toBe("name_taken name");
    expect(await form(" PODCASTS ")).toBe("name_taken name");
    expect(await form("Ads")).toBe("applied");
    expect(await rules.tell("ada", "squad.rename", { squadId: podcasts, name: "ads" })).toBe(
      "name_taken name",
    );
  });

  test("are free again once a squad is dismissed", async () => {
    await rules.must("ada", "squad.dismiss", { squadId: podcasts });
    expect(await form("Podcasts")).toBe("applied");
  });

  test("a squad may be told its own name, in another case as well", async () => {
    expect(await rules.tell("imani", "squad.rename", { squadId: podcasts, name: "podcasts" })).toBe(
      "applied",
    );
    expect(await rules.tell("imani", "squad.rename", { squadId: podcasts, name: "podcasts" })).toBe(
      "unchanged",
    );
  });
});

describe("forming", () => {
  test("again with the same words writes nothing, also when members have come; other words clash", async () => {
    expect(await rules.tell("ada", "squad.form", { id: podcasts, name: "Podcasts" })).toBe("unchanged");
    expect(await rules.tell("ada", "squad.form", { id: podcasts, name: "Else" })).toBe("id_conflict id");
    expect(members()).toHaveLength(3);
  });

  test("a purpose is set and cleared", async () => {
    await rules.must("imani", "squad.rename", { squadId: podcasts, purpose: "Spoken word." });
    expect(rules.get("squad", podcasts)).toMatchObject({ name: "Podcasts", purpose: "Spoken word." });
    await rules.must("imani", "squad.rename", { squadId: podcasts, purpose: null });
    expect(rules.get("squad", podcasts).purpose).toBeUndefined();
  });
});

describe("assigning", () => {
  test("puts in, changes in place, and takes out", async () => {
    expect(await assign("olu", "member")).toBe("applied");
    expect(await assign("ben", "pm")).toBe("applied");
    expect(members().map((one) => one.as)).toEqual(["pm", "pm", "member", "member"]);
    expect(await assign("olu", null)).toBe("applied");
    expect(await assign("olu", null)).toBe("unchanged");
    expect(await assign("ben", "pm")).toBe("unchanged");
  });

  test("a viewer belongs to a squad, but is not its PM", async () => {
    expect(await assign("vic", "pm")).toBe("viewer_cannot_own memberId");
    expect(await assign("vic", "member")).toBe("applied");
  });

  test("nobody who was removed or is elsewhere is put in", async () => {
    expect(await assign("rex", "member")).toBe("member_removed memberId");
    expect(await assign("cleo", "member")).toBe("not_found memberId");
  });

  test("is people's business, so Ada's: not even the PM's", async () => {
    const args = { squadId: podcasts, memberId: idOf("olu"), as: "member" };
    for (const who of ["imani", "dora", "ben", "vic"])
      expect(await rules.tell(who, "squad.assign", args)).toBe("forbidden");
  });
});

describe("dismissing", () => {
  test("ends a squad: nobody joins it or renames it any more", async () => {
    expect(await rules.tell("ada", "squad.dismiss", { squadId: podcasts })).toBe("applied");
    expect(await rules.tell("ada", "squad.dismiss", { squadId: podcasts })).toBe("unchanged");
    expect(await assign("olu", "member")).toBe("state_conflict squadId");
    expect(await rules.tell("ada", "squad.rename", { squadId: podcasts, name: "X" })).toBe(
      "state_conflict squadId",
    );
  });

  test("waits until its objectives are dropped or their cycle is closed", async () => {
    rules = await planned();
    expect(await rules.tell("ada", "squad.dismiss", { squadId: podcasts })).toBe("state_conflict squadId");
    const closing = rules.fork();
    await closing.must("ada", "cycle.commit", { cycleId: q4 });
    await closing.must("ada", "cycle.grade", { cycleId: q4 });
    await closing.must("ada", "cycle.close", { cycleId: q4 });
    expect(await closing.tell("ada", "squad.dismiss", { squadId: podcasts })).toBe("applied");
    const ours = rules.all("objective").find((one) => one.squadId === podcasts)!;
    await rules.must("imani", "objective.drop", { objectiveId: ours.id });
    expect(await rules.tell("ada", "squad.dismiss", { squadId: podcasts })).toBe("applied");
  });
});

describe("one metric that matters", () => {
  const set = (omtm: object | null, who = "imani") =>
    rules.tell(who, "squad.set-omtm", { squadId: podcasts, omtm });

  test("is named for a cycle by the squad's PM, and let go of", async () => {
    const rules = await planned();
    const omtm = { metricId: habit, cycleId: q4 };
    expect(await rules.tell("imani", "squad.set-omtm", { squadId: podcasts, omtm })).toBe("applied");
    expect(rules.get("squad", podcasts).omtm).toEqual(omtm);
    expect(await rules.tell("imani", "squad.set-omtm", { squadId: podcasts, omtm: null })).toBe("applied");
    expect(rules.get("squad", podcasts).omtm).toBeUndefined();
  });

  test("is a metric and a cycle that are there, and nobody else's choice", async () => {
    expect(await set({ metricId: habit, cycleId: idOf("gone") })).toBe("not_found omtm.cycleId");
    expect(await set({ metricId: idOf("gone"), cycleId: idOf("gone") })).toBe("not_found omtm.metricId");
    expect(await set(null, "ben")).toBe("forbidden");
  });
});
