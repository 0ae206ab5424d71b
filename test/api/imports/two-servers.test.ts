import { describe, expect, onTestFinished, test } from "vitest";
import { addDays } from "../../../shared/time/local-date.ts";
import { applyAll, plannedNorthwind, sendFile } from "../../support/importing.ts";
import { program, tokenBy } from "../../support/program.ts";
import { sqldMissing, startSqld, warnWithoutSqld } from "../../support/sqld.ts";
import { visitor } from "../../support/visitor.ts";
import { startWorld } from "../../support/world.ts";

warnWithoutSqld();

const rows = 1600;
const file = `metric,on,value\n${Array.from({ length: rows }, (_, day) => `minutes,${addDays("2020-01-01", day)},${day}`).join("\n")}`;

describe.skipIf(sqldMissing() !== undefined)("two servers on one libSQL database", () => {
  test("apply one import between them, each row once, while a program records through both", async () => {
    const server = await startSqld();
    onTestFinished(() => server.stop());
    const env = { DATABASE_URL: server.url };
    const here = await startWorld({ env });
    const there = await startWorld({ env, empty: true });
    await plannedNorthwind(here);
    const { secret } = await tokenBy(here.ada);
    const { job } = await sendFile(here.ada, "readings", file);
    const programs = [here, there].map(({ northing, origin }) =>
      program(visitor(northing.app, origin), secret),
    );
    const sent = Array.from({ length: 8 }, (_, i) =>
      programs[i % 2]!.post("habit", { on: addDays("2026-02-01", i), value: 0.1 }),
    );
    const [one, other, ...answers] = await Promise.all([applyAll(here), applyAll(there), ...sent]);
    expect([one, other]).toEqual([undefined, undefined]);
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    await applyAll(there);
    const asked = await here.ada.at.get(`/api/imports/${job.id}`);
    expect(asked.body.import).toMatchObject({ state: "done", applied: rows });
    const [stored] = await here.northing.database.read(
      "select count(*) as n, count(distinct id) as ids from row where kind = 'reading'",
    );
    expect(stored).toMatchObject({ n: rows + 8, ids: rows + 8 });
    const replaced = await here.northing.database.read("select 1 from row_history where kind = 'reading'");
    expect(replaced).toEqual([]);
  }, 60_000);
});
