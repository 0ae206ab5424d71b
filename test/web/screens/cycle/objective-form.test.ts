import { expect, test } from "vitest";
import {
  blankObjective,
  draftArgs,
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
