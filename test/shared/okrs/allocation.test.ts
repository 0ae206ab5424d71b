import { expect, test } from "vitest";
import { allocatedTo, fitFor, untaken } from "../../../shared/okrs/allocation.ts";
import { founded, habit, planned, podcasts, q4, running, skips, star } from "../../support/cast.ts";
import { idOf } from "../../support/rules.ts";

test("a squad's inputs are its own answer, in the order it gave; another squad's stays", async () => {
  const rules = await planned();
  const other = idOf("another squad");
  await rules.must("ada", "squad.form", { id: other, name: "Search" });
  const allocate = (squadId: string, metricIds: string[], who = "ada") =>
    rules.tell(who, "cycle.allocate", { cycleId: q4, squadId, metricIds });
  expect(await allocate(other, [star])).toBe("applied");
  expect(await allocate(podcasts, [skips, habit], "imani")).toBe("applied");
  expect(await allocate(podcasts, [habit], "ben")).toBe("forbidden");
  expect(allocatedTo(rules.get("cycle", q4), podcasts)).toEqual([skips, habit]);
  await allocate(podcasts, []);
  expect(allocatedTo(rules.get("cycle", q4), podcasts)).toEqual([]);
  expect(allocatedTo(rules.get("cycle", q4), other)).toEqual([star]);
});

test("an input nobody took on is named, and so is one whose squad is no more", async () => {
  const rules = await planned();
  const inputs = rules.all("metric").filter((one) => one.kind === "input");
  const left = () => untaken(rules.get("cycle", q4), inputs, rules.all("squad")).map((one) => one.id);
  expect(left()).toEqual([habit]);
  await rules.must("ada", "cycle.allocate", { cycleId: q4, squadId: podcasts, metricIds: [habit] });
  expect(left()).toEqual([]);
  const gone = rules.all("squad").map((one) => ({ ...one, state: "dismissed" as const }));
  expect(untaken(rules.get("cycle", q4), inputs, gone).map((one) => one.id)).toEqual([habit]);
});

test("what speaks for an input: it is the squad's metric, its people look after it, or it moved it before", async () => {
  const rules = await running();
  const none = { objectives: [], keyResults: [] };
  const past = { objectives: rules.all("objective"), keyResults: rules.all("key-result") };
  const squad = rules.get("squad", podcasts);
  const input = rules.get("metric", habit);
  const { squadId: _own, ...nobodys } = input;
  expect(fitFor(squad, input, none)).toBe("own");
  expect(fitFor({ ...squad, omtm: { metricId: habit, cycleId: q4 } }, input, none)).toBe("omtm");
  expect(fitFor(squad, { ...nobodys, stewardId: idOf("sam") }, none)).toBe("steward");
  expect(fitFor(squad, nobodys, past)).toBe("moved");
  expect(fitFor(squad, nobodys, none)).toBeUndefined();
  expect(fitFor({ ...squad, id: idOf("elsewhere"), members: [] }, nobodys, past)).toBeUndefined();
});

test("a squad of nobody is asked like any other", async () => {
  const rules = await founded();
  expect(allocatedTo({}, podcasts)).toEqual([]);
  expect(
    fitFor(rules.get("squad", podcasts), rules.get("metric", skips), { objectives: [], keyResults: [] }),
  ).toBe(undefined);
});
