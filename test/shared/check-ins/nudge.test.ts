import { expect, it } from "vitest";
import { finishes, running } from "../../support/cast.ts";
import { idOf } from "../../support/rules.ts";

const ask = { id: idOf("ask"), keyResultId: finishes };

it("asks whoever owes the check-in, once a day", async () => {
  const rules = await running();
  await rules.must("imani", "nudge.send", ask);
  expect(rules.all("nudge")).toMatchObject([{ by: idOf("imani"), to: idOf("ben") }]);
  expect(await rules.tell("dora", "nudge.send", { ...ask, id: idOf("again") })).toBe(
    "already_nudged keyResultId",
  );
});

it("asks nobody who has left, and says so instead of keeping a question nobody will get", async () => {
  const rules = await running();
  await rules.must("ada", "member.remove", { memberId: idOf("ben") });
  expect(await rules.tell("imani", "nudge.send", ask)).toBe("member_removed keyResultId");
  expect(rules.all("nudge")).toEqual([]);
});
