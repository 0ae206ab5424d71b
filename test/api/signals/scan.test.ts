import { expect, test } from "vitest";
import { anomaliesIn, anomalyRows, record, scan, steady, weeklyMetric } from "../../support/scanning.ts";
import { startWorld, type World } from "../../support/world.ts";

const fallen = [...steady(20), 60];
async function revisionOf({ northing, ada }: World): Promise<number> {
  const [row] = await northing.database.read("select revision from workspace where id = ?", [
    ada.workspaceId,
  ]);
  return Number(row?.revision);
}

test("a reading that is far off becomes an anomaly, with the rule, the range and whether it is adverse", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation");
  await record(world, metricId, fallen);
  await scan(world);
  const [row, ...others] = await anomalyRows(world);
  expect(others).toEqual([]);
  expect(row!.body).toMatchObject({
    series: { kind: "metric", id: metricId },
    ...{ on: "2026-03-02", onset: "2026-03-02", direction: "down", rule: "last-1", value: 60 },
    ...{ preset: "calm", adverse: true, raisedAt: new Date(world.clock.now).toISOString() },
  });
  expect(row!.body.expected.low).toBeGreaterThan(60);
});

test("a series that only scatters raises nothing, and looking again writes nothing", async () => {
  const world = await startWorld();
  await record(world, await weeklyMetric(world, world.ada, "calm"), steady(40));
  await record(world, await weeklyMetric(world, world.ada, "loud"), fallen);
  await scan(world);
  const revision = await revisionOf(world);
  await scan(world);
  expect(await anomaliesIn(world)).toEqual(["down last-1 on 2026-03-02 since 2026-03-02, calm"]);
  expect(await revisionOf(world)).toBe(revision);
});

test("a corrected reading takes the anomaly's ground away, and brings it back", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation");
  await record(world, metricId, fallen);
  await scan(world);
  await record(world, metricId, [98]);
  await scan(world);
  expect(await anomaliesIn(world)).toEqual(["down last-1 on 2026-03-02 since 2026-03-02, calm, withdrawn"]);
  await record(world, metricId, [60]);
  await scan(world);
  expect(await anomaliesIn(world)).toEqual(["down last-1 on 2026-03-02 since 2026-03-02, calm"]);
});

test("what somebody answered stays as it is, whatever is corrected", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation");
  await record(world, metricId, fallen);
  await scan(world);
  const [row] = await anomalyRows(world);
  const answer = { anomalyId: row!.id, as: "explained", text: "A holiday." };
  expect(await world.mutate(world.ada, "anomaly.answer", answer)).toMatchObject({ outcome: "applied" });
  await record(world, metricId, [98]);
  await scan(world);
  expect(await anomaliesIn(world)).toEqual(["down last-1 on 2026-03-02 since 2026-03-02, calm, explained"]);
});

test("a shift explained as here to stay begins a new level: what stays there raises nothing more", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation");
  await record(world, metricId, [...steady(20), 140]);
  await scan(world);
  const [row] = await anomalyRows(world);
  const answer = { anomalyId: row!.id, as: "explained", text: "The new plan.", rebaseline: true };
  await world.mutate(world.ada, "anomaly.answer", answer);
  world.clock.now += 12 * 7 * 86_400_000;
  await record(world, metricId, steady(12, 140), "2026-05-25");
  await scan(world);
  expect(await anomaliesIn(world)).toHaveLength(1);
});

test("a marked event explains what was raised, and taken back brings it again", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation");
  await record(world, metricId, fallen);
  await scan(world);
  const event = {
    id: world.id(),
    on: "2026-03-01",
    untilOn: "2026-03-03",
    type: "expected-dip",
    text: "Fair",
  };
  expect(await world.mutate(world.ada, "event.mark", event)).toMatchObject({ outcome: "applied" });
  await scan(world);
  expect((await anomaliesIn(world))[0]).toContain("withdrawn");
  await world.mutate(world.ada, "event.unmark", { eventId: event.id });
  await scan(world);
  expect((await anomaliesIn(world))[0]).not.toContain("withdrawn");
});

test("a guardrail that swings round its limit is one anomaly that counts, and another one after a calm spell", async () => {
  const world = await startWorld();
  const more = { kind: "guardrail", floor: 90 };
  const metricId = await weeklyMetric(world, world.ada, "uptime", more);
  await record(world, metricId, [95, 96, 89, 88, 94, 87]);
  await scan(world);
  const swinging = "down floor on 2026-03-02 since 2026-02-09, calm";
  expect(await anomaliesIn(world)).toEqual([swinging]);
  const [first] = await anomalyRows(world);
  expect(first!.body).toMatchObject({ adverse: true, value: 87, crossings: 2, expected: { centre: 90 } });
  world.clock.now += 5 * 7 * 86_400_000;
  await record(world, metricId, [95, 93, 92, 95, 86], "2026-04-06");
  await scan(world);
  expect(await anomaliesIn(world)).toEqual([swinging, "down floor on 2026-04-06 since 2026-04-06, calm"]);
  expect((await anomalyRows(world))[0]).toEqual(first);
});

test("a breach that somebody explained is not raised anew while it swings", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "uptime", { kind: "guardrail", floor: 90 });
  await record(world, metricId, [95, 96, 89]);
  await scan(world);
  const [row] = await anomalyRows(world);
  await world.mutate(world.ada, "anomaly.answer", { anomalyId: row!.id, as: "explained", text: "The move." });
  world.clock.now += 2 * 7 * 86_400_000;
  await record(world, metricId, [94, 88], "2026-03-16");
  await scan(world);
  expect(await anomaliesIn(world)).toEqual(["down floor on 2026-03-02 since 2026-03-02, calm, explained"]);
});

test("a retired metric is left alone, and another workspace hears nothing", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation", { kind: "health" });
  await record(world, metricId, fallen);
  await world.mutate(world.ada, "metric.retire", { metricId });
  await scan(world);
  expect(await anomaliesIn(world)).toEqual([]);
  const [scanned] = await world.northing.database.read(
    "select count(*) as n from signal_scan join workspace on id = workspace_id where scanned_revision = revision",
  );
  expect(scanned?.n).toBe(2);
});

test("nobody is asked any more about a metric that is retired, and what they said of it stays", async () => {
  const world = await startWorld();
  const open = await weeklyMetric(world, world.ada, "activation", { kind: "health" });
  const answered = await weeklyMetric(world, world.ada, "retention", { kind: "health" });
  for (const one of [open, answered]) await record(world, one, fallen);
  await scan(world);
  const mine = (await anomalyRows(world)).find((one) => one.body.series.id === answered)!;
  const said = { anomalyId: mine.id, as: "explained", text: "The outage" };
  expect(await world.mutate(world.ada, "anomaly.answer", said)).toMatchObject({ outcome: "applied" });
  for (const metricId of [open, answered])
    expect(await world.mutate(world.ada, "metric.retire", { metricId })).toMatchObject({
      outcome: "applied",
    });
  await scan(world);
  const states = async () =>
    (await anomalyRows(world)).map(({ body }) => [body.series.id, body.withdrawnAt !== undefined]).sort();
  expect(await states()).toEqual(
    [
      [open, true],
      [answered, false],
    ].sort(),
  );
});

test("a key result's check-ins are watched week by week, unless they are a metric's readings anyway", async () => {
  const world = await startWorld();
  const { ada, mutate, id, clock } = world;
  const must = async (name: string, args: object) =>
    expect([name, await mutate(ada, name, args)]).toMatchObject([name, { outcome: "applied" }]);
  const star = await weeklyMetric(world, ada, "listening", { kind: "north-star" });
  const [cycleId, goal] = [id(), id()];
  await must("north-star.propose", { id: id(), metricId: star, statement: "Time well spent" });
  await must("cycle.open", { id: cycleId, name: "H1", startsOn: "2026-03-01", endsOn: "2026-12-31" });
  await must("objective.draft", { id: goal, cycleId, title: "Be the daily companion" });
  const keyResults = [id(), id()];
  for (const [place, keyResultId] of keyResults.entries())
    await must("key-result.draft", {
      ...{ id: keyResultId, objectiveId: goal, ownerId: ada.memberId, title: `Number ${place}` },
      ...{
        direction: "increase",
        baseline: 0,
        target: 200,
        unit: { label: "", scale: "value", decimals: 0 },
      },
      moves: { metricId: star, because: "it makes people listen" },
      ...(place === 1 ? { measures: star } : {}),
    });
  await must("cycle.commit", { cycleId });
  for (const value of [...steady(16), 20]) {
    for (const keyResultId of keyResults)
      await must("check-in.record", { id: id(), keyResultId, value, confidence: 5 });
    clock.now += 7 * 86_400_000;
  }
  await scan(world);
  const told = (await anomalyRows(world)).map(({ body }) => [
    body.series.kind,
    body.series.id,
    body.direction,
  ]);
  expect(told.sort()).toEqual([
    ["key-result", keyResults[0], "down"],
    ["metric", star, "down"],
  ]);
});
