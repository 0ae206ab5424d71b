import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../../../api/operator/commands.ts";
import { restore } from "../../../api/operator/restore.ts";
import { temporaryFolder } from "../../support/database.ts";
import { applyAll, plannedNorthwind, sendFile } from "../../support/importing.ts";
import { startWorld, type World } from "../../support/world.ts";

const day = 86_400_000;
const file = (value: number) => `metric,on,value\nminutes,2026-02-0${value},${value}\n`;

async function imports({ northing }: World) {
  return northing.database.read("select id, state from import_job order by id");
}

async function sweep({ northing }: World) {
  await northing.recurring.find((one) => one.name === "sweep what imports left")!.work();
}

test("an import that was cancelled stays so when an older backup is restored; the others go on", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  const [wrong, right] = [
    await sendFile(world.ada, "readings", file(1)),
    await sendFile(world.ada, "readings", file(2)),
  ];
  const copy = join(temporaryFolder(), "backup.db");
  await run(world.northing, "backup", [copy]);
  expect((await world.ada.at.delete(`/api/imports/${wrong.job.id}`)).status).toBe(200);
  await applyAll(world);
  await world.close();
  const deps = { now: () => world.clock.now + day, wait: async () => {}, random: () => 0.5 };
  expect((await restore(world.env, copy, deps)).ok).toBe(true);

  const after = await startWorld({ folder: world.env.DATA_DIR, empty: true });
  await applyAll(after);
  const said = Object.fromEntries((await imports(after)).map(({ id, state }) => [id, state]));
  expect(said).toEqual({ [wrong.job.id]: "cancelled", [right.job.id]: "done" });
  const days = await after.northing.database.read(
    "select body->>'on' as day from row where kind = 'reading'",
  );
  expect(days.map((one) => one.day)).toEqual(["2026-02-02"]);
  expect(await after.northing.database.read("select * from import_chunk")).toEqual([]);
});

test("an import that ended can be asked about for 400 days, and one that waits is never swept away", async () => {
  const world = await startWorld();
  await plannedNorthwind(world);
  await sendFile(world.ada, "readings", file(1));
  await applyAll(world);
  const waiting = await sendFile(world.ada, "readings", file(2));
  world.clock.now += 399 * day;
  await sweep(world);
  expect((await imports(world)).length).toBe(2);
  world.clock.now += 2 * day;
  await sweep(world);
  expect((await imports(world)).map((one) => one.id)).toEqual([waiting.job.id]);
  await applyAll(world);
  expect((await imports(world)).map((one) => one.state)).toEqual(["done"]);
});
