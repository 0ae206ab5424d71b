import { beforeEach, expect, test } from "vitest";
import { focusId } from "../../../shared/focus/choice.ts";
import { alsoRunning, finishes, podcasts, running } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

const on = "2026-10-05";
let rules: Rules;
beforeEach(async () => {
  rules = await running();
});

const choose = (who: string, args: object = {}) =>
  rules.tell(who, "focus.choose", { squadId: podcasts, on, keyResultId: finishes, ...args });
const stored = () => rules.find("focus", focusId({ squadId: podcasts, on }));

test("is one row a squad and day: the last choice counts, and the same again changes nothing", async () => {
  const other = await alsoRunning(rules, "Late nights", {});
  expect(await choose("ben")).toBe("applied");
  expect(await choose("sam")).toBe("unchanged");
  expect(await choose("sam", { keyResultId: other, reason: "Demo on Friday" })).toBe("applied");
  expect(stored()).toMatchObject({ keyResultId: other, chosenBy: idOf("sam"), reason: "Demo on Friday" });
  expect(rules.all("focus")).toHaveLength(1);
});

test("is taken back with null, also when there is none", async () => {
  await choose("ben");
  expect(await choose("imani", { keyResultId: null })).toBe("applied");
  expect(stored()).toBeUndefined();
  expect(await choose("imani", { keyResultId: null })).toBe("unchanged");
});

test("takes running key results of the squad only", async () => {
  await rules.must("imani", "key-result.draft", {
    ...{
      id: idOf("draft"),
      objectiveId: rules.get("key-result", finishes).objectiveId,
      ownerId: idOf("ben"),
    },
    ...{ title: "A draft", direction: "increase", unit: { label: "", scale: "value", decimals: 0 } },
  });
  expect(await choose("ben", { keyResultId: idOf("draft") })).toBe("key_result_not_running keyResultId");
  expect(await choose("ben", { keyResultId: idOf("nowhere") })).toBe("not_found keyResultId");
  await rules.must("ada", "squad.form", { id: idOf("squad search"), name: "Search" });
  expect(await choose("ada", { squadId: idOf("squad search") })).toBe("not_found keyResultId");
  expect(await choose("ada", { squadId: idOf("nobody's") })).toBe("not_found squadId");
});
