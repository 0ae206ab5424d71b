import { beforeEach, expect, test } from "vitest";
import { q4, running, star } from "../../support/cast.ts";
import { idOf, type Rules } from "../../support/rules.ts";

let rules: Rules;
const answer = (who: string, choice: string, cycleId = q4) =>
  rules.tell(who, "recall.answer", { cycleId, choice });

beforeEach(async () => {
  rules = await running();
});

test("the North Star's metric is right, and anything else is not", async () => {
  expect(await answer("ben", star)).toBe("applied");
  expect(await answer("vic", "Streams a month")).toBe("applied");
  expect(rules.all("recall").map(({ memberId, right, at }) => [memberId, right, at])).toEqual([
    [idOf("ben"), true, rules.now],
    [idOf("vic"), false, rules.now],
  ]);
});

test("the first answer of a cycle counts, from whichever device", async () => {
  await answer("ben", "Revenue");
  expect(await answer("ben", star)).toBe("already_answered cycleId");
  expect(rules.all("recall")).toMatchObject([{ right: false }]);
});

test("asks nobody from elsewhere, and not about a cycle that is gone or closed", async () => {
  expect(await answer("cleo", star)).toBe("forbidden");
  expect(await answer("rex", star)).toBe("forbidden");
  expect(await answer("ben", star, idOf("gone"))).toBe("not_found cycleId");
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  await rules.must("ada", "cycle.close", { cycleId: q4 });
  expect(await answer("ben", star)).toBe("cycle_closed cycleId");
});
