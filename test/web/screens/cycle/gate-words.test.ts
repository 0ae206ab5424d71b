import { expect, test } from "vitest";
import { type GateFinding, gate } from "../../../../shared/okrs/gate.ts";
import { rejectionCodes } from "../../../../shared/sync/codes.ts";
import { askedErrors } from "../../../../web/screens/cycle/gate-form.ts";
import { gateRule, gateWords } from "../../../../web/screens/cycle/gate-words.ts";
import { blankKeyResult } from "../../../../web/screens/cycle/key-result-form.ts";
import { keyResultPlace, planOf } from "../../../../web/screens/cycle/key-result-place.ts";
import { whoCommits } from "../../../../web/screens/cycle/who-commits.ts";
import { refusalWords } from "../../../../web/ui/refusal.ts";
import { because, company, habit, ours, planned, podcasts, q4 } from "../../../support/cast.ts";
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

test("every rule of the gate has a name, a field and a next step of its own", async () => {
  const codes = rejectionCodes.filter((code) => code.startsWith("gate_")) as GateFinding["code"][];
  const said = codes.map((code) => gateRule({ code, kind: "key-result", id: "", field: "target" }));
  expect(new Set(said.map((one) => one.rule)).size).toBe(codes.length);
  for (const one of said) expect(one.todo).toMatch(/\.$/);
  const at = (field: string, direction?: "stay-below") =>
    gateRule({ code: "gate_number", kind: "key-result", id: "", field }, direction).field;
  expect([at("target"), at("target", "stay-below"), at("baseline"), at("moves.because")]).toEqual([
    "Target",
    "Ceiling",
    "Baseline",
    "Because",
  ]);
});

test("whoever was led to a field finds the gate's words there, until the form answers them", async () => {
  const rules = await planned();
  const place = await ask(() => keyResultPlace(readerOf(rules), idOf("imani"), ours));
  const form = { ...blankKeyResult(idOf("ben")), title: "Mornings", target: 3, baseline: 1, movesId: habit };
  expect(askedErrors("moves.because", form, place)).toEqual({
    because: refusalWords("gate_because").todo,
  });
  expect(askedErrors("moves.because", { ...form, because }, place)).toEqual({});
  expect(askedErrors(null, form, place)).toEqual({});
  expect(askedErrors("target", { ...form, target: undefined }, place)).toEqual({
    target: "Say the target it should reach.",
  });
});

test("those who can commit are named, the CPO first", async () => {
  const rules = await planned();
  expect(whoCommits(rules.all("member"))).toBe("Ada (CPO) can commit the cycle now.");
  await rules.must("ada", "member.set-role", { memberId: idOf("ben"), role: "admin" });
  await rules.must("ada", "member.set-role", { memberId: idOf("olu"), role: "admin" });
  expect(whoCommits(rules.all("member"))).toBe("Ada (CPO), Ben or Olu can commit the cycle now.");
});
