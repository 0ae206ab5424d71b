import { expect, test } from "vitest";
import type { RowOf } from "../../../../shared/sync/mutation.ts";
import { mayCheckInOn } from "../../../../web/screens/check-ins/may-check-in.ts";
import { standsInWords } from "../../../../web/screens/check-ins/stands-in.ts";

const member = (id: string, patch: object = {}) =>
  ({ id, name: id, role: "member", zone: "UTC", state: "active", ...patch }) as RowOf<"member">;
const ada = member("Ada");
const ben = member("Ben", { delegate: { memberId: "Dele", untilOn: "2999-12-03" } });
const dele = member("Dele");
const late = member("Ben", { delegate: { memberId: "Dele", untilOn: "2020-01-01" } });
const squad = {
  id: "podcasts",
  members: [{ memberId: "Ada", as: "pm" }],
  state: "active",
} as unknown as RowOf<"squad">;
const around = (owner: RowOf<"member">) => ({ members: [ada, owner, dele], squads: [squad] });

test("one's own key result needs no word; another's says why one may", () => {
  expect(standsInWords({ owner: ben, me: "Ben" })).toBeUndefined();
  expect(standsInWords({ owner: ben, me: "Dele" })).toBe("You stand in for Ben until 3 Dec.");
  expect(standsInWords({ owner: ben, me: "Ada" })).toMatch(/on their behalf/);
});

test("the owner, a delegate in time and the squad's PM see the check-in; nobody else does", () => {
  const may = (me: string, owner = ben) => mayCheckInOn({ ownerId: "Ben" }, "podcasts", me, around(owner));
  expect([may("Ben"), may("Dele"), may("Ada")]).toEqual([true, true, true]);
  expect(may("Dele", late)).toBe(false);
  expect(mayCheckInOn({ ownerId: "Ben" }, undefined, "Ada", around(ben))).toBe(false);
  expect(may("Cleo")).toBe(false);
});
