import { expect, test } from "vitest";
import type { Database } from "../../../api/db/client.ts";
import { createApplier } from "../../../api/imports/apply-due.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { applyAll, everythingIn, plannedNorthwind, sendFile } from "../../support/importing.ts";
import { startWorld, type World } from "../../support/world.ts";

/** More than two chunks of readings, each on a day of its own. */
function many(count: number, metric = "minutes"): string {
  const lines = Array.from({ length: count }, (_, day) => `${metric},${addDays("2020-01-01", day)},${day}`);
  return `metric,on,value\n${lines.join("\n")}\n`;
}

async function counted({ northing }: World) {
  const [rows] = await northing.database.read("select count(*) as n from row where kind = 'reading'");
  const [told] = await northing.database.read(
    "select count(*) as n from mutation where name = 'reading.record-many'",
  );
  const [history] = await northing.database.read(
    "select count(*) as n from row_history where kind = 'reading'",
  );
  return [Number(rows?.n), Number(told?.n), Number(history?.n)];
}

/** A process of its own on the same data; `database` may break its way. */
function applierOf(world: World, database: Database = world.northing.database) {
  const { northing, clock } = world;
  return createApplier({
    ...{
      database,
      sync: northing.sync,
      now: () => clock.now,
      wait: async () => {},
      log: northing.people.log,
    },
    bytes: northing.people.bytes,
  });
}

/** A database that dies before a statement of this kind is written. */
function dying(database: Database, before: RegExp, times: number): Database {
  let left = times;
  return {
    ...database,
    read: database.read.bind(database),
    async write(statements) {
      if (statements.some(({ sql }) => before.test(sql)) && --left < 0) throw new Error("the power went");
      return database.write(statements);
    },
  };
}

test.each([0, 1, 2])(
  "a crash after chunk %i was applied and before it was noted doubles nothing",
  async (after) => {
    const world = await startWorld();
    await plannedNorthwind(world);
    const { job } = await sendFile(world.ada, "readings", many(1234));
    const broken = dying(world.northing.database, /next_chunk \+ 1|set state = \?/, after);
    await expect(applierOf(world, broken).work()).rejects.toThrow("the power went");
    expect(await counted(world)).toEqual([Math.min(1234, 500 * (after + 1)), after + 1, 0]);
    await applyAll(world);
    expect((await counted(world))[1], "somebody may still be at it").toBe(after + 1);
    world.clock.now += 30_000;
    await applyAll(world);
    expect(await counted(world)).toEqual([1234, 3, 0]);
    const { body } = await world.ada.at.get(`/api/imports/${job.id}`);
    expect(body.import).toMatchObject({ state: "done", applied: 1234, rows: 1234 });
  },
);

test("two processes at one import, even when both believe it theirs, apply each row once", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const { job } = await sendFile(world.ada, "readings", many(2100));
  const [one, other] = [applierOf(world), applierOf(world)];
  const first = one.work();
  const racing = Array.from({ length: 20 }, async () => {
    world.clock.now += 30_000;
    await other.work();
  });
  await Promise.all([first, ...racing]);
  await applyAll(world);
  expect(await counted(world)).toEqual([2100, 5, 0]);
  const { body } = await world.ada.at.get(`/api/imports/${job.id}`);
  expect(body.import).toMatchObject({ state: "done", applied: 2100 });
});

test("sending one import again, with its id, makes no second one", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const id = world.id();
  const answers = await Promise.all([1, 2].map(() => sendFile(world.ada, "readings", many(600), { id })));
  answers.push(await sendFile(world.ada, "readings", many(600), { id }));
  expect(answers.map(({ status, job }) => [status, job.id])).toEqual(Array(3).fill([202, id]));
  await applyAll(world);
  expect((await world.ada.at.get("/api/imports")).body.imports.length).toBe(1);
  expect(await counted(world)).toEqual([600, 2, 0]);
  const foreign = await sendFile(world.cleo, "readings", many(1), { id });
  expect([foreign.status, foreign.code, foreign.field]).toEqual([400, "invalid_request", "id"]);
});

test("it can be cancelled before it is applied, by whoever started it or an admin, and then changes nothing", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const { job } = await sendFile(world.ada, "readings", many(700));
  const olu = await world.admit("member", "Olu");
  const path = `/api/imports/${job.id}`;
  expect((await olu.at.delete(path)).status).toBe(403);
  expect((await world.cleo.at.delete(path)).status).toBe(404);
  expect((await world.cleo.at.get(path)).status).toBe(404);
  expect((await world.cleo.at.get("/api/imports")).body.imports).toEqual([]);
  expect((await world.ada.at.delete(path)).body.import.state).toBe("cancelled");
  await applyAll(world);
  expect(await counted(world)).toEqual([0, 0, 0]);
  expect(await world.northing.database.read("select * from import_chunk")).toEqual([]);
  expect((await world.ada.at.delete(path)).body.import.state).toBe("cancelled");
});

test("what changes meanwhile stops it: the lines are named, and what was applied stands", async () => {
  const world = await startWorld();
  const ids = await plannedNorthwind(world);
  const both = `${many(600, "habit")}${many(600).split("\n").slice(1).join("\n")}`;
  const { job } = await sendFile(world.ada, "readings", both);
  await world.mutate(world.ada, "metric.retire", { metricId: ids.minutes });
  await applyAll(world);
  const { body } = await world.ada.at.get(`/api/imports/${job.id}`);
  expect(body.import).toMatchObject({
    ...{ state: "stopped", applied: 600, rows: 1200 },
    stopped: { code: "metric_retired", firstLine: 602, lastLine: 1101 },
  });
  expect((await counted(world))[0]).toBe(600);
  const before = await everythingIn(world);
  await applyAll(world);
  expect(await everythingIn(world)).toBe(before);
});

test("whoever was removed meanwhile has no import applied for them", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  await sendFile(world.ben, "readings", many(10));
  await world.mutate(world.ada, "member.remove", { memberId: world.ben.memberId });
  await applyAll(world);
  const { body } = await world.ada.at.get("/api/imports");
  expect(body.imports[0]).toMatchObject({
    state: "stopped",
    stopped: { code: "forbidden", firstLine: 2, lastLine: 11 },
  });
});

test("an import that is stopped with its server goes on at once in the next", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  await sendFile(world.ada, "readings", many(1100));
  const leaving = applierOf(world);
  const work = leaving.work();
  leaving.stop();
  await work;
  await applyAll(world);
  expect((await counted(world))[0]).toBe(1100);
});

test("rows whose import never came to be are swept away after an hour", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const { database } = world.northing;
  const at = new Date(world.clock.now).toISOString();
  await database.write([
    {
      sql: "insert into import_chunk (upload_id, place, body, stored_at) values ('lost', 0, '{}', ?)",
      args: [at],
    },
  ]);
  const { job } = await sendFile(world.ada, "readings", many(10));
  world.clock.now += 2 * 3_600_000;
  await applierOf(world).sweep();
  expect((await database.read("select upload_id from import_chunk")).length).toBe(1);
  expect(job.state).toBe("waiting");
});

test("what the request does not say right is refused by its name, and no third file is looked at meanwhile", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const refusals = [
    [{ dates: "DD-MM-YYYY" }, "dates"],
    [{ "column.nothing": "x" }, "column.nothing"],
    [{ colour: "red" }, "colour"],
    [{ id: "1" }, "id"],
  ] as const;
  for (const [params, field] of refusals)
    expect(await sendFile(world.ada, "readings", many(1), { ...params })).toMatchObject({
      ...{ status: 400, code: "invalid_request", field },
    });
  expect((await sendFile(world.ada, "people", many(1))).status).toBe(404);
  const answers = await Promise.all(
    [1, 2, 3].map(() => sendFile(world.ada, "readings", many(50), { "dry-run": "1" })),
  );
  expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 429]);
});
