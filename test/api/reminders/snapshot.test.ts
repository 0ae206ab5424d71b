import { expect, it } from "vitest";
import { createSnapshots } from "../../../api/reminders/snapshot.ts";
import { startSquadWorld } from "../../support/squad-world.ts";

/** Maps in the order of their keys, so that only what is in them counts. */
const sorted = (value: unknown): unknown => {
  if (value instanceof Map) return [...value].sort().map(([key, one]) => [key, sorted(one)]);
  if (!Array.isArray(value)) return value;
  return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
};
const plain = (view: object | undefined) =>
  view && Object.fromEntries(Object.entries(view).map(([key, one]) => [key, sorted(one)]));

it("what is read of changes only is what a fresh look would find, whatever changed", async () => {
  const world = await startSquadWorld();
  const { ada, ben, squadId, northing } = world;
  const now = () => world.clock.now;
  const kept = createSnapshots(northing.database, now);
  const same = async () => {
    const fresh = createSnapshots(northing.database, now);
    await Promise.all([kept.workspaces(), fresh.workspaces()]);
    const [known, found] = [await kept.view(ada.workspaceId), await fresh.view(ada.workspaceId)];
    expect(plain(known)).toEqual(plain(found));
    return known!;
  };
  const first = await same();
  const keyResultId = await world.ours(ben, "Trials");
  expect((await same()).runningOf.get(squadId)).toHaveLength(1);
  const checkInId = world.id();
  await world.tell(ben, "check-in.record", {
    id: checkInId,
    keyResultId,
    value: 0.07,
    confidence: 6,
    blocked: "data",
  });
  expect((await same()).blockersOn.size).toBe(1);
  await world.tell(ben, "blocker.resolve", { blockerId: checkInId });
  expect((await same()).blockersOn.size).toBe(0);
  await world.tell(ada, "focus.choose", { squadId, on: "2026-03-03", keyResultId });
  expect((await same()).choices).toHaveLength(1);
  await world.tell(ada, "focus.choose", { squadId, on: "2026-03-03", keyResultId: null });
  expect((await same()).choices).toHaveLength(0);
  const betId = world.id();
  await world.tell(ben, "bet.place", { id: betId, squadId, title: "A bet" });
  expect((await same()).betsOf.size).toBe(1);
  await world.tell(ben, "bet.conclude", { betId, as: "lost", learning: "nobody came", next: "cut" });
  expect((await same()).betsOf.size).toBe(0);
  await world.tell(ada, "key-result.reassign", { keyResultId, ownerId: ada.memberId });
  await same();

  const [cycle] = await northing.database.read("select id from row where kind = 'cycle'");
  const next = { id: world.id(), name: "Q2", startsOn: "2026-04-01", endsOn: "2026-06-30" };
  await world.tell(ada, "cycle.open", next);
  const objectiveId = world.id();
  await world.tell(ada, "objective.draft", { id: objectiveId, cycleId: next.id, title: "Later" });
  expect((await same()).objectives.has(objectiveId)).toBe(false);
  const review = { beat: "quarterly", cycleId: next.id, on: "2026-03-03" } as const;
  await world.tell(ada, "review.open", review);
  expect((await same()).reviews).toHaveLength(1);
  await world.tell(ada, "cycle.grade", { cycleId: String(cycle!.id) });
  expect((await same()).runningOf.size).toBe(0);
  await world.tell(ada, "cycle.close", { cycleId: String(cycle!.id) });
  expect((await same()).keyResults.size).toBe(0);
  await world.tell(ada, "member.remove", { memberId: ben.memberId });
  await same();
  world.clock.now += 60 * 86_400_000;
  expect((await same()).reviews).toHaveLength(0);

  const metricId = world.id();
  const unit = { label: "", scale: "value" as const, decimals: 0 };
  const metric = { id: metricId, key: "habit", name: "Habit", definition: "As counted.", unit };
  const terms = { kind: "input", goodDirection: "up", cadence: "weekly", stewardId: ada.memberId } as const;
  await world.tell(ada, "metric.define", { ...metric, ...terms });
  const before = await same();
  expect(before).not.toBe(first);
  // A reading is none of the reminders' business: the view stays the one it is.
  await world.tell(ada, "reading.record", { metricId, on: "2026-03-03", value: 1 });
  expect(await same()).toBe(before);
});
