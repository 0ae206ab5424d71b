import { randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { createScanner, type SignalDeps } from "../../../api/signals/scan.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { anomaliesIn, anomalyRows, record, scan, steady, weeklyMetric } from "../../support/scanning.ts";
import { sqldMissing, startSqld, warnWithoutSqld } from "../../support/sqld.ts";
import { startWorld, type World } from "../../support/world.ts";

warnWithoutSqld();

const fallen = [...steady(20), 60];
const told = ["down last-1 on 2026-03-02 since 2026-03-02, calm"];

/** A scanner of another process on the same database, of which one part may be broken. */
function another({ northing, clock }: World, broken: Partial<SignalDeps> = {}) {
  return createScanner({
    ...{ database: northing.database, sync: northing.sync, log: northing.people.log },
    ...{ now: () => clock.now, bytes: (count) => new Uint8Array(randomBytes(count)), wait: async () => {} },
    ...broken,
  });
}

async function remindersOf({ northing }: World): Promise<number> {
  for (const name of ["plan reminders", "plan what has just happened"])
    await northing.recurring.find((one) => one.name === name)!.work();
  const [row] = await northing.database.read("select count(*) as n from reminder where kind = 'anomaly'");
  return Number(row?.n);
}

describe("a server that dies", () => {
  test("before it could raise anything leaves the work to the next one, when its time is over", async () => {
    const world = await startWorld();
    await record(world, await weeklyMetric(world, world.ada, "activation"), fallen);
    const apply = () => Promise.reject(Object.assign(new Error("gone"), { code: "unavailable" }));
    await expect(another(world, { sync: { apply } }).work()).rejects.toThrow("could not be scanned");
    await world.northing.database.write([
      { sql: "update signal_scan set lease = 'its', lease_until = ?", args: [instant(world, 10_000)] },
    ]);
    await scan(world);
    expect(await anomaliesIn(world)).toEqual([]);
    world.clock.now += 10_001;
    await scan(world);
    expect(await anomaliesIn(world)).toEqual(told);
  });

  test("after it raised but before it noted so raises nothing twice", async () => {
    const world = await startWorld();
    await record(world, await weeklyMetric(world, world.ada, "activation"), fallen);
    await scan(world);
    const before = await anomalyRows(world);
    await world.northing.database.write([{ sql: "update signal_scan set scanned_revision = 0" }]);
    await scan(world);
    expect(await anomalyRows(world)).toEqual(before);
    const [history] = await world.northing.database.read(
      "select count(*) as n from row_history where kind = 'anomaly'",
    );
    expect(history?.n).toBe(0);
  });

  test("and a restore that takes history back has all of it looked at anew", async () => {
    const world = await startWorld();
    await record(world, await weeklyMetric(world, world.ada, "activation"), fallen);
    await world.northing.database.write([
      { sql: "insert into signal_scan (workspace_id, scanned_revision) select id, 1000 from workspace" },
    ]);
    await scan(world);
    expect(await anomaliesIn(world)).toEqual(told);
  });
});

test("a series that cannot be read leaves the others alone, and the log says which it was", async () => {
  const world = await startWorld();
  const broken = await weeklyMetric(world, world.ada, "broken");
  await record(world, await weeklyMetric(world, world.ada, "activation"), fallen);
  await world.northing.database.write([
    { sql: "update row set body = json_remove(body, '$.unit') where id = ?", args: [broken] },
  ]);
  await scan(world);
  expect(await anomaliesIn(world)).toEqual(told);
  expect(world.logged.filter((line) => line.includes("signals.failed"))).toHaveLength(1);
  expect(world.logged.find((line) => line.includes("signals.failed"))).toContain(broken);
});

describe("an old history", () => {
  test("that comes in at once stands in the app and is pushed to nobody", async () => {
    const world = await startWorld();
    const metricId = await weeklyMetric(world, world.ada, "activation");
    await record(world, metricId, [...steady(20), 60, ...steady(20), 150, ...steady(20)]);
    await scan(world);
    expect(await anomaliesIn(world)).toHaveLength(2);
    expect(await remindersOf(world)).toBe(0);
  });

  test("and news in the same import is pushed, once", async () => {
    const world = await startWorld();
    const metricId = await weeklyMetric(world, world.ada, "activation");
    await record(world, metricId, [...steady(20), 150, ...steady(20), 60]);
    await scan(world);
    expect(await anomaliesIn(world)).toHaveLength(2);
    expect(await remindersOf(world)).toBe(1);
    await record(world, metricId, [98]);
    await scan(world);
    await record(world, metricId, [60]);
    await scan(world);
    expect(await remindersOf(world)).toBe(1);
  });
});

test("a guardrail that swings round its limit is pushed once, and again only after a calm spell", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "uptime", { kind: "guardrail", floor: 90 });
  const heard: number[] = [];
  for (const [week, value] of [95, 89, 94, 88, 93, 87, 95, 95, 95, 95, 86].entries()) {
    await record(world, metricId, [value], addDays("2026-03-02", 7 * week));
    await scan(world);
    heard.push(await remindersOf(world));
    world.clock.now += 7 * 86_400_000;
  }
  expect(heard).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
});

test("years of days let everybody else have their turn", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "visits", { cadence: "daily" });
  const days = steady(1200).map((value, day) => ({ on: addDays("2022-06-01", day), value }));
  for (let part = 0; part < 3; part += 1)
    await world.mutate(world.ada, "reading.record-many", {
      ...{ metricId, source: "warehouse" },
      readings: days.slice(400 * part, 400 * (part + 1)),
    });
  let ticks = 0;
  let turns = 0;
  const wait = async () => {
    turns += 1;
  };
  // A clock on which every look at it costs six milliseconds.
  const now = () => {
    ticks += 6;
    return world.clock.now + ticks;
  };
  await another(world, { now, wait }).work();
  expect(turns).toBeGreaterThan(10);
  expect(await anomaliesIn(world)).toEqual([]);
});

test("a slice is watched by itself, and told in the app only", async () => {
  const world = await startWorld();
  const metricId = await weeklyMetric(world, world.ada, "activation");
  for (const [segment, last] of [
    ["phone", 60],
    ["web", 101],
  ] as const)
    await world.mutate(world.ada, "reading.record-many", {
      ...{ metricId, source: "warehouse" },
      readings: [...steady(20), last].map((value, week) => ({
        ...{ value, segment, on: addDays("2026-03-02", 7 * (week - 20)) },
      })),
    });
  await scan(world);
  const rows = await anomalyRows(world);
  expect(rows.map((one) => one.body.series.segment)).toEqual(["phone"]);
  expect(await remindersOf(world)).toBe(0);
});

describe.skipIf(sqldMissing() !== undefined)("two servers on one libSQL database", () => {
  test("raise each anomaly once between them, while readings come in through both", async () => {
    const server = await startSqld();
    onTestFinished(() => server.stop());
    const env = { DATABASE_URL: server.url };
    const here = await startWorld({ env });
    const there = await startWorld({ env, empty: true });
    const metricIds: string[] = [];
    for (let one = 0; one < 6; one += 1)
      metricIds.push(await weeklyMetric(here, here.ada, `activation-${one}`));
    for (const metricId of metricIds) {
      await Promise.all([record(here, metricId, fallen), scan(here), scan(there)]);
    }
    await Promise.all([scan(here), scan(there)]);
    expect((await anomalyRows(here)).map((one) => one.body.series.id).sort()).toEqual([...metricIds].sort());
    const [history] = await here.northing.database.read(
      "select count(*) as n from row_history where kind = 'anomaly'",
    );
    expect(history?.n).toBe(0);
  }, 60_000);
});

function instant({ clock }: World, later: number): string {
  return new Date(clock.now + later).toISOString();
}
