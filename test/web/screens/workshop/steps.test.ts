import { beforeEach, describe, expect, test } from "vitest";
import { fitQuestions } from "../../../../shared/metrics/fit.ts";
import {
  addressOf,
  after,
  before,
  nextStep,
  standings,
  steps,
} from "../../../../web/screens/workshop/steps.ts";
import { workshopRows } from "../../../../web/screens/workshop/workshop-rows.ts";
import { founded, northStar, percent, star } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import { createRules, idOf, type Rules } from "../../../support/rules.ts";

let rules: Rules;
const rows = () => workshopRows(readerOf(rules));
const told = async () =>
  Object.fromEntries(standings(await rows()).map(({ step, state, words }) => [step, `${state}: ${words}`]));
const set = (args: object, who = "ada") => rules.must(who, "workspace.set-workshop", args);
const candidate = (name: string) =>
  rules.must("ada", "candidate.propose", { id: idOf(name), name, definition: "Counted." });

beforeEach(async () => {
  rules = createRules();
  rules.now = "2026-09-21T08:00:00.000Z";
  await rules.must("ada", "workspace.found", { id: idOf("w"), name: "Waves", zone: "UTC" }, { server: true });
  for (const [name, role, title] of [
    ["ada", "admin", "cpo"],
    ["dora", "director", "ceo"],
  ] as const) {
    const person = { id: idOf(name), name, role, zone: "UTC", locale: "en" };
    await rules.must(name, "member.join", person, { server: true });
    await rules.must("ada", "member.set-title", { memberId: idOf(name), title });
  }
});

describe("the workshop", () => {
  test("begins with nothing done, and leads to its first step", async () => {
    expect(new Set(Object.values(await told()))).toEqual(new Set(["open: not begun"]));
    expect(nextStep(await rows())).toBe("fit");
  });

  test("keeps each step's state on its own, in any order and by two people", async () => {
    await set({ fit: { productLed: "yes" } }, "dora");
    await set({ flywheel: "Listening teaches the recommendations." });
    await set({ businessModel: "attention", statement: "Worth it." });
    expect(await told()).toMatchObject({
      fit: "begun: 1 of 5 answered",
      why: "done: written",
      value: "begun: 1 of 4 answered",
      model: "done: Attention",
      candidates: "open: not begun",
    });
    for (const { key } of fitQuestions.slice(1)) await set({ fit: { [key]: "yes" } });
    expect((await told()).fit).toBe("done: it fits");
    await set({ statement: null });
    expect(nextStep(await rows())).toBe("why");
  });

  test("has a shortlist at two, and keeps those that fell apart from it, the latest first", async () => {
    await candidate("Streams");
    expect((await told()).candidates).toBe("begun: 1 candidate");
    await candidate("Minutes");
    await candidate("Revenue");
    await candidate("Actives");
    await rules.must("dora", "candidate.reject", { candidateId: idOf("Revenue"), reason: "A result." });
    rules.now = "2026-09-22T08:00:00.000Z";
    await rules.must("dora", "candidate.reject", { candidateId: idOf("Actives"), reason: "It lags." });
    expect((await told()).candidates).toBe("done: 2 candidates, 2 rejected");
    const { shortlist, rejected } = await rows();
    expect(shortlist.map((one) => one.name)).toEqual(["Streams", "Minutes"]);
    expect(rejected.map((one) => one.name)).toEqual(["Actives", "Revenue"]);
  });

  test("is proposed until two have signed", async () => {
    await candidate("Minutes");
    const metric = { id: star, key: "minutes", name: "Minutes", definition: "D.", kind: "north-star" };
    const how = { unit: percent, goodDirection: "up", cadence: "weekly", stewardId: idOf("ada") };
    await rules.must("ada", "metric.define", { ...metric, ...how });
    const proposal = { id: northStar, metricId: star, statement: "Worth it.", candidateId: idOf("Minutes") };
    await rules.must("ada", "north-star.propose", proposal);
    expect(await told()).toMatchObject({ choose: "done: Minutes", sign: "begun: proposed until signed" });
    await rules.must("ada", "north-star.commit", { northStarId: northStar });
    expect((await told()).sign).toBe("begun: one signature is missing");
    await rules.must("dora", "north-star.commit", { northStarId: northStar });
    expect((await told()).sign).toBe("done: committed");
  });

  test("a company that chose before there was a workshop is told so", async () => {
    rules = await founded();
    expect(await told()).toMatchObject({
      candidates: "open: not begun",
      choose: "done: proposed without a shortlist",
      sign: "begun: proposed until signed",
    });
  });

  test("leads from each step to the next and back", () => {
    expect(steps.map(after)).toEqual([...steps.slice(1), undefined]);
    expect(steps.map(before)).toEqual([undefined, ...steps.slice(0, -1)]);
    expect(addressOf("sign")).toBe("/star/workshop/sign");
  });
});
