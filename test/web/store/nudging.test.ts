import { expect, test } from "vitest";
import { readNudging } from "../../../web/store/nudging.ts";
import { finishes, running } from "../../support/cast.ts";
import { ask, readerOf } from "../../support/reader.ts";
import { idOf, type Rules } from "../../support/rules.ts";

/** Monday, 12 October 2026: Ben's first check-in of the cycle is due. */
const monday = "2026-10-12T09:00:00.000Z";
const read = (rules: Rules, who: string, at = monday) =>
  ask(() => readNudging(readerOf(rules), finishes, idOf(who), Date.parse(at)));
const nudge = { id: idOf("nudge"), keyResultId: finishes, note: "The board meets at noon" };

async function due() {
  const rules = await running();
  rules.now = monday;
  return rules;
}

test("whoever leads may ask for what is owed, and nobody else", async () => {
  const rules = await due();
  for (const [who, mayAsk] of Object.entries({ imani: true, dora: true, ada: true, sam: false, ben: false }))
    expect([who, await read(rules, who)]).toEqual([who, { owner: "Ben", mayAsk }]);
});

test("a PM who owns the key result does not ask themselves", async () => {
  const rules = await due();
  await rules.must("ada", "key-result.reassign", { keyResultId: finishes, ownerId: idOf("imani") });
  expect(await read(rules, "imani")).toEqual({ owner: "Imani", mayAsk: false });
  expect(await read(rules, "ada")).toEqual({ owner: "Imani", mayAsk: true });
});

test("who asked last is told to all, with when it may be asked for again", async () => {
  const rules = await due();
  await rules.must("imani", "nudge.send", nudge);
  const last = {
    ...{ by: "Imani", at: monday, note: nudge.note },
    againAt: "2026-10-13T09:00:00.000Z",
  };
  for (const who of ["imani", "ben", "vic"]) expect(await read(rules, who)).toMatchObject({ last });
  const again = { id: idOf("second"), keyResultId: finishes };
  expect(await rules.tell("ada", "nudge.send", again)).toBe("already_nudged keyResultId");
});

test("nothing is said where nothing is owed, and what was asked last week is over", async () => {
  const rules = await due();
  await rules.must("imani", "nudge.send", nudge);
  expect((await read(rules, "imani", "2026-10-19T09:00:00.000Z"))?.last).toBeUndefined();
  const checkIn = { id: idOf("said"), keyResultId: finishes, value: 0.2, confidence: 7 };
  await rules.must("ben", "check-in.record", checkIn);
  expect(await read(rules, "imani")).toBeNull();
});
