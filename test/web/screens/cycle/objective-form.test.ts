import { expect, test } from "vitest";
import {
  blankObjective,
  draftArgs,
  draftedObjective,
  mistakesIn,
  objectiveForm,
  reviseArgs,
} from "../../../../web/screens/cycle/objective-form.ts";
import { company, ours, planned, podcasts, q4 } from "../../../support/cast.ts";
import { idOf } from "../../../support/rules.ts";

const id = idOf("objective of a form");

test("a squad's objective names the company objective it serves", async () => {
  const rules = await planned();
  const form = { ...blankObjective(podcasts), title: " Mornings ", parentId: company, why: " Now " };
  await rules.must("imani", "objective.draft", { id, cycleId: q4, ...draftArgs(form) });
  expect(rules.get("objective", id)).toMatchObject({ title: "Mornings", why: "Now", parentId: company });
  expect(reviseArgs(objectiveForm(rules.get("objective", id)), rules.get("objective", id))).toEqual({});
});

test("a declared exemption needs its reason and leaves the parent out", async () => {
  const rules = await planned();
  const form = {
    ...blankObjective(podcasts),
    title: "Keep the lights on",
    parentId: company,
    isExempt: true,
  };
  expect(mistakesIn(form)).toHaveProperty("reason");
  const said = { ...form, reason: "the old player must keep running" };
  expect(mistakesIn(said)).toEqual({});
  await rules.must("imani", "objective.draft", { id, cycleId: q4, ...draftArgs(said) });
  expect(rules.get("objective", id)).not.toHaveProperty("parentId");
  expect(rules.get("objective", id).exempt).toEqual({ reason: "the old player must keep running" });
});

test("a company objective has neither parent nor exemption, whatever was typed before", () => {
  const form = { ...blankObjective(""), title: "Be it", parentId: company, isExempt: true, reason: "" };
  expect(mistakesIn(form)).toEqual({});
  expect(draftArgs(form)).toEqual({ title: "Be it" });
});

test("only what changed is sent", async () => {
  const rules = await planned();
  const row = rules.get("objective", ours);
  const changes = reviseArgs({ ...objectiveForm(row), title: "A daily habit", parentId: "" }, row);
  expect(changes).toEqual({ title: "A daily habit", parentId: null });
  await rules.must("imani", "objective.revise", { objectiveId: ours, ...changes });
});

test("a session drafts an objective from what the squad can move, below the only company objective", () => {
  const habit = { name: "Weekly podcast habit", goodDirection: "up" } as const;
  const skips = { name: "Skips in 30 s", goodDirection: "down" } as const;
  expect(draftedObjective("squad", [habit, skips], [{ value: "one" }])).toMatchObject({
    title: "Lift weekly podcast habit",
    why: "We can move weekly podcast habit and skips in 30 s.",
    parentId: "one",
  });
  expect(draftedObjective("squad", [skips], [{ value: "one" }, { value: "two" }])).toMatchObject({
    title: "Bring down skips in 30 s",
    parentId: "",
  });
  const acronym = { name: "NPS of new listeners", goodDirection: "up" } as const;
  expect(draftedObjective("squad", [acronym], []).title).toBe("Lift NPS of new listeners");
  expect(draftedObjective("", [], [{ value: "one" }])).toEqual(blankObjective(""));
});
