import { expect, test } from "vitest";
import { gate } from "../../../../shared/okrs/gate.ts";
import { gateWords } from "../../../../web/screens/cycle/gate-words.ts";
import { keyResultPlace, planOf } from "../../../../web/screens/cycle/key-result-place.ts";
import { company, ours, planned, podcasts, q4 } from "../../../support/cast.ts";
import { ask, readerOf } from "../../../support/reader.ts";
import { idOf } from "../../../support/rules.ts";

test("each finding is said in words that name the next step", async () => {
  const rules = await planned();
  const draft = { objectiveId: ours, ownerId: idOf("ben"), unit: { label: "", scale: "count", decimals: 0 } };
  const bare = async (name: string, direction: string) =>
    rules.must("imani", "key-result.draft", { ...draft, id: idOf(name), title: name, direction });
  await bare("raise", "increase");
  await bare("floor", "stay-above");
  await bare("ceiling", "stay-below");
  await bare("steps", "milestones");
  await rules.must("imani", "objective.draft", {
    id: idOf("hangs"),
    cycleId: q4,
    squadId: podcasts,
    title: "Hangs in the air",
  });
  const findings = gate(q4, await planOf(readerOf(rules), q4));
  const said = (id: string, direction?: "increase" | "stay-above" | "stay-below" | "milestones") =>
    findings.filter((one) => one.id === id).map((one) => gateWords(one, direction));
  expect(said(idOf("raise"), "increase")).toEqual([
    "Say the target it should reach.",
    "Choose the input metric it moves, or the North Star itself.",
  ]);
  expect(said(idOf("floor"), "stay-above")[0]).toBe("Say the floor it must not fall below.");
  expect(said(idOf("ceiling"), "stay-below")[0]).toBe("Say the ceiling it must not rise above.");
  expect(said(idOf("steps"), "milestones")[0]).toBe("Add at least two milestones.");
  expect(said(idOf("hangs"))).toEqual([
    "Link it to a company objective, or declare it an exemption.",
    "Add a key result, or drop the objective.",
  ]);
  expect(said(company)).toEqual([]);
});

test("the form offers what the policy allows: the PM names anyone, a member only themselves, a viewer nothing", async () => {
  const rules = await planned();
  const place = (who: string) => ask(() => keyResultPlace(readerOf(rules), idOf(who), ours));
  expect(await place("imani")).toMatchObject({ mayDraft: true, namesAnyone: true });
  expect(await place("sam")).toMatchObject({ mayDraft: true, namesAnyone: false });
  expect(await place("vic")).toMatchObject({ mayDraft: false });
  const { choices } = await place("imani");
  expect(choices.owners.map((one) => one.label)).not.toContain("Vic");
  expect(choices.owners.map((one) => one.label)).not.toContain("Rex");
  expect(choices.moves.map((one) => one.label)).toEqual([
    "Weekly podcast habit",
    "The North Star directly: Time spent listening",
  ]);
});

test("nothing can be added to a cycle that is being graded", async () => {
  const rules = await planned();
  await rules.must("ada", "cycle.commit", { cycleId: q4 });
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  const { mayDraft } = await ask(() => keyResultPlace(readerOf(rules), idOf("imani"), ours));
  expect(mayDraft).toBe(false);
});
