import { expect, test } from "vitest";
import { cycleRows } from "../../../../web/screens/cycle/cycle-rows.ts";
import { cycleView, grouped, weekOf } from "../../../../web/screens/cycle/cycle-view.ts";
import { countLine, numbersLine } from "../../../../web/screens/cycle/words.ts";
import { alsoRunning, company, finishes, ours, podcasts, q4, running, skips } from "../../../support/cast.ts";
import { readerOf } from "../../../support/reader.ts";
import { idOf, type Rules } from "../../../support/rules.ts";

async function shown(rules: Rules, at = rules.now) {
  const rows = await cycleRows(readerOf(rules), rules.get("cycle", q4));
  return cycleView(rows!, Date.parse(at));
}
const checkIn = (name: string, value: number, confidence: number) => ({
  id: idOf(name),
  keyResultId: finishes,
  value,
  confidence,
});

test("company objectives stand above what serves them, and a squad's alone below its company's", async () => {
  const rules = await running();
  const all = await shown(rules);
  expect(all.map((one) => one.row.id)).toEqual([company, ours]);
  expect(grouped(all).map(({ top, below }) => [top.row.id, below.map((one) => one.row.id)])).toEqual([
    [company, [ours]],
  ]);
  expect(grouped(all, podcasts)).toHaveLength(1);
  expect(grouped(all, "")).toMatchObject([{ below: [] }]);
  expect(grouped(all, idOf("another squad"))).toEqual([]);
});

test("a squad's objective whose company objective was dropped stands on its own", async () => {
  const rules = await running();
  const all = (await shown(rules)).filter((one) => one.row.id !== company);
  expect(grouped(all).map(({ top }) => top.row.id)).toEqual([ours]);
});

test("the count says the week, the committed key results and how many were checked in on this week", async () => {
  const rules = await running();
  const cycle = rules.get("cycle", q4);
  expect(countLine(cycle, await shown(rules), "2026-10-05")).toBe(
    "week 1 of 13 · 1 key result · 0 checked in this week",
  );
  await rules.must("ben", "check-in.record", checkIn("first", 0.19, 6));
  await alsoRunning(rules, "Another", {});
  expect(countLine(cycle, await shown(rules), "2026-10-05")).toBe(
    "week 1 of 13 · 2 key results · 1 checked in this week",
  );
  expect(countLine({ ...cycle, state: "grading" }, await shown(rules), "2027-01-02")).toBe(
    "grading · 0 of 2 key results graded",
  );
  expect(countLine(cycle, await shown(rules), "2026-09-29")).toMatch(/^starts 1 Oct · /);
});

test("weeks are counted from the cycle's first day and never beyond its last", () => {
  const cycle = { startsOn: "2026-10-01", endsOn: "2026-12-31" };
  expect(weekOf(cycle, "2026-10-01")).toEqual({ week: 1, weeks: 13 });
  expect(weekOf(cycle, "2026-10-08").week).toBe(2);
  expect(weekOf(cycle, "2027-02-01").week).toBe(13);
  expect(weekOf(cycle, "2026-09-30").week).toBe(0);
});

test("a key result shows its evidence, its blockers, and where its owner's confidence disagrees", async () => {
  const rules = await running();
  rules.now = "2026-11-02T08:00:00.000Z";
  await rules.must("ben", "check-in.record", {
    ...checkIn("hopeful", 0.185, 9),
    blocked: "The licence is late.",
  });
  const [view] = (await shown(rules)).flatMap((one) => one.keyResults);
  expect(view).toMatchObject({
    owner: "Ben",
    input: "Weekly podcast habit",
    status: "off-pace",
    disagrees: "hopeful",
    checkedIn: true,
    ageDays: 0,
  });
  expect(view!.progress).toBeCloseTo(0.0625);
  expect(view!.expected).toBeGreaterThan(0.3);
  expect(view!.blockers.map((one) => one.text)).toEqual(["The licence is late."]);
  await rules.must("ben", "blocker.resolve", { blockerId: view!.blockers[0]!.id });
  expect((await shown(rules)).flatMap((one) => one.keyResults)[0]!.blockers).toEqual([]);
});

test("a key result tells what is breached on its way, while its cycle runs", async () => {
  const rules = await running();
  const views = async () => (await shown(rules)).flatMap((one) => one.keyResults);
  expect((await views())[0]!.breached).toEqual([]);
  const reading = { metricId: skips, on: "2026-10-04", value: 0.34, source: "by hand" };
  await rules.must("stew", "reading.record", reading);
  expect((await views())[0]!.breached).toEqual(["Skips in 30 s"]);
  await rules.must("ada", "cycle.grade", { cycleId: q4 });
  expect((await views())[0]!.breached).toEqual([]);
});

test("a check-in not repeated goes stale and shows its age, and a limit expects nothing of its bar", async () => {
  const rules = await running();
  await rules.must("ben", "check-in.record", checkIn("old", 0.19, 6));
  await alsoRunning(rules, "Floor", { direction: "stay-above", baseline: undefined, target: 0.9 });
  const views = (await shown(rules, "2026-10-26T08:00:00.000Z")).flatMap((one) => one.keyResults);
  expect(views.find((one) => one.row.id === finishes)).toMatchObject({ status: "stale", ageDays: 21 });
  expect(views.find((one) => one.row.title === "Floor")!.expected).toBeUndefined();
});

test("dropped objectives and key results are not shown", async () => {
  const rules = await running();
  await rules.must("imani", "key-result.drop", { keyResultId: finishes });
  expect((await shown(rules)).flatMap((one) => one.keyResults)).toEqual([]);
  await rules.must("imani", "objective.drop", { objectiveId: ours });
  expect((await shown(rules)).map((one) => one.row.id)).toEqual([company]);
});

test("numbers of a draft are said in its own unit, with a question mark where one is missing", async () => {
  const rules = await running();
  const row = rules.get("key-result", finishes);
  expect(numbersLine(row)).toBe("18% to 26%");
  const { target: _target, ...open } = row;
  expect(numbersLine(open)).toBe("18% to ?");
  expect(numbersLine({ ...row, direction: "stay-below" })).toBe("stays below 26%");
  expect(numbersLine({ ...open, direction: "milestones", milestones: [] })).toBe("0 milestones");
});
