import { beforeEach, describe, expect, test } from "vitest";
import { defaultRhythm } from "../../../shared/people/workspace.ts";
import { founded } from "../../support/cast.ts";
import { createRules, idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
beforeEach(async () => {
  rules = await founded();
});
const workspace = () => rules.all("workspace")[0]!;

describe("founding", () => {
  const args = { id: idOf("w"), name: "Waves", zone: "Asia/Tokyo" };

  test("starts with a Monday rhythm and titles on the lock screen", async () => {
    const fresh = createRules();
    await fresh.must("ada", "workspace.found", args, { server: true });
    expect(fresh.get("workspace", idOf("w"))).toEqual({
      ...{ id: idOf("w"), revision: 1, name: "Waves", zone: "Asia/Tokyo" },
      ...{ rhythm: defaultRhythm, lockScreen: "titles", decisionRules: [] },
    });
  });

  test("check-ins are due on Monday at nine, three days after the window opens, on five working days", () => {
    expect(defaultRhythm).toEqual({
      ...{ dueDay: 1, dueTime: "09:00", openDaysBefore: 3, focusTime: "09:30" },
      workdays: [1, 2, 3, 4, 5],
    });
  });

  test("is a door no phone has, not even an admin's", async () => {
    expect(await createRules().tell("ada", "workspace.found", args)).toBe("forbidden");
    expect(await rules.tell("ada", "workspace.found", args)).toBe("forbidden");
  });

  test("happens once", async () => {
    const fresh = createRules();
    await fresh.must("ada", "workspace.found", args, { server: true });
    expect(await fresh.tell("ada", "workspace.found", args, { server: true })).toBe("unchanged");
    expect(await fresh.tell("ada", "workspace.found", { ...args, name: "Else" }, { server: true })).toBe(
      "id_conflict id",
    );
    expect(await fresh.tell("ada", "workspace.found", { ...args, id: idOf("v") }, { server: true })).toBe(
      "id_conflict id",
    );
  });

  test("needs a zone that exists", async () => {
    const elsewhere = { ...args, zone: "Mars/Olympus_Mons" };
    expect(await createRules().tell("ada", "workspace.found", elsewhere, { server: true })).toBe(
      "invalid_arguments zone",
    );
  });
});

describe("settings", () => {
  const rhythm = {
    dueDay: 4,
    dueTime: "16:00",
    openDaysBefore: 1,
    focusTime: "10:00",
    workdays: [7, 1, 2, 3, 4],
  };

  test("Ada changes each on its own", async () => {
    await rules.must("ada", "workspace.rename", { name: "  Great Waves " });
    await rules.must("ada", "workspace.set-zone", { zone: "Africa/Cairo" });
    await rules.must("ada", "workspace.set-rhythm", { rhythm });
    await rules.must("ada", "workspace.set-lock-screen", { lockScreen: "private" });
    expect(workspace()).toMatchObject({
      name: "Great Waves",
      zone: "Africa/Cairo",
      rhythm,
      lockScreen: "private",
    });
  });

  test("saying what is already so writes nothing", async () => {
    expect(await rules.tell("ada", "workspace.rename", { name: "Waves" })).toBe("unchanged");
    expect(await rules.tell("ada", "workspace.set-rhythm", { rhythm: defaultRhythm })).toBe("unchanged");
  });

  test("a rhythm may open on the due day itself, and know a single working day", async () => {
    const tight = { ...rhythm, openDaysBefore: 0, workdays: [4] };
    expect(await rules.tell("ada", "workspace.set-rhythm", { rhythm: tight })).toBe("applied");
  });

  test.each([
    ["a day that is none", { dueDay: 8 }],
    ["a time that is none", { dueTime: "24:00" }],
    ["a window of a week", { openDaysBefore: 7 }],
    ["no working day", { workdays: [] }],
    ["a working day twice", { workdays: [1, 1] }],
    ["an eighth day", { workdays: [8] }],
    ["half a day", { dueDay: 1.5 }],
  ])("a rhythm with %s is refused", async (_, flaw) => {
    expect(await rules.tell("ada", "workspace.set-rhythm", { rhythm: { ...rhythm, ...flaw } })).toMatch(
      /^invalid_arguments rhythm/,
    );
  });

  test("an empty name, and one of 201 characters, are refused", async () => {
    expect(await rules.tell("ada", "workspace.rename", { name: "   " })).toBe("invalid_arguments name");
    expect(await rules.tell("ada", "workspace.rename", { name: "x".repeat(201) })).toBe(
      "invalid_arguments name",
    );
    expect(await rules.tell("ada", "workspace.rename", { name: "x".repeat(200) })).toBe("applied");
  });
});

describe("the workshop", () => {
  const answer = (args: object, who = "ada") => rules.tell(who, "workspace.set-workshop", args);
  const workshop = () => rules.all("workspace")[0]!.workshop;

  test("takes each answer by itself, so that two people can fill it in", async () => {
    await answer({ fit: { productLed: "yes" }, premise: "It grows." });
    await answer({ fit: { oneModel: "no" }, flywheel: "Sharing." }, "dora");
    expect(workshop()).toEqual({
      fit: { productLed: "yes", oneModel: "no" },
      premise: "It grows.",
      flywheel: "Sharing.",
    });
    expect(await answer({ premise: "It grows." })).toBe("unchanged");
  });

  test("null takes an answer back, within the fit check too", async () => {
    await answer({ fit: { productLed: "yes", oneModel: "no" }, premise: "It grows." });
    await answer({ fit: { oneModel: null }, premise: null });
    expect(workshop()).toEqual({ fit: { productLed: "yes" } });
  });
});

test("decision rules are a list of sentences, none of them empty", async () => {
  const set = (list: string[]) => rules.tell("ada", "workspace.set-decision-rules", { rules: list });
  expect(await set(["What moves the star wins."])).toBe("applied");
  expect(rules.all("workspace")[0]!.decisionRules).toEqual(["What moves the star wins."]);
  expect(await set([" "])).toBe("invalid_arguments rules.0");
  expect(await set(Array.from({ length: 21 }, () => "x"))).toBe("invalid_arguments rules");
});
