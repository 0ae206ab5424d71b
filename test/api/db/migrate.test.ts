import { readdirSync } from "node:fs";
import { createClient } from "@libsql/client";
import { expect, onTestFinished, test } from "vitest";
import { migrate, migrations, statementsOf } from "../../../api/db/migrate.ts";
import { describeOnBoth, open, temporaryFolder } from "../../support/database.ts";

const first = { name: "0001-notes", sql: "create table note (id text primary key) strict;\n" };
const second = {
  name: "0002-text",
  sql: "-- why; not\nalter table note add column text text;\n\nupdate note set text = 'a;b';\n",
};

describeOnBoth("migrations", (ground) => {
  test("bring an empty database to the present, and starting again changes nothing", async () => {
    const database = await open(await ground.url());
    onTestFinished(() => database.close());
    await migrate(database);
    const applied = await database.read("select * from migration order by name");
    expect(applied.map((one) => one.name)).toEqual(migrations().map((one) => one.name));
    await migrate(database);
    expect(await database.read("select * from migration order by name")).toEqual(applied);
  });

  test("that fail half-way leave nothing of themselves and run again after the repair", async () => {
    const database = await open(await ground.url());
    onTestFinished(() => database.close());
    await migrate(database, [first]);
    const broken = { ...second, sql: "alter table note add column text text;\nupdate nowhere set a = 1;\n" };
    await expect(migrate(database, [first, broken])).rejects.toMatchObject({ code: "broken" });
    expect(await database.read("select * from note")).toEqual([]);
    await migrate(database, [first, second]);
    await database.write([{ sql: "insert into note (id, text) values ('a', 'b')" }]);
    expect(await database.read("select * from note")).toEqual([{ id: "a", text: "b" }]);
  });

  test("of a newer program are refused by an older one, with what to do", async () => {
    const database = await open(await ground.url());
    onTestFinished(() => database.close());
    await migrate(database, [first, second]);
    await expect(migrate(database, [first])).rejects.toThrow(
      "This database was last used by a newer Northing (it has 0002-text). Start that version again",
    );
  });

  test("that were changed after they ran are refused", async () => {
    const database = await open(await ground.url());
    onTestFinished(() => database.close());
    await migrate(database, [first]);
    await expect(
      migrate(database, [{ ...first, sql: "create table note (id text) strict;\n" }]),
    ).rejects.toThrow("0001-notes is not the one this database was made with");
    await migrate(database, [{ ...first, sql: first.sql.replace("\n", "\r\n") }]);
  });

  test("started by two programs at once run once", async () => {
    const url = await ground.url();
    const one = await open(url);
    onTestFinished(() => one.close());
    const two = ground.name === "server" ? await open(url) : one;
    if (two !== one) onTestFinished(() => two.close());
    await Promise.all([migrate(one), migrate(two)]);
    const names = await one.read("select name from migration order by name");
    expect(names.map((row) => row.name)).toEqual(migrations().map((migration) => migration.name));
  });
});

test("data is backed up before it is migrated, an empty database is not", async () => {
  const folder = temporaryFolder();
  const database = await open(`file:${folder}/northing.db`);
  onTestFinished(() => database.close());
  await migrate(database, [first]);
  expect(readdirSync(folder)).not.toContain("backups");
  await database.write([{ sql: "insert into note values ('a')" }]);
  await migrate(database, [first, second]);
  const copy = createClient({ url: `file:${folder}/backups/before-0002-text.db` });
  onTestFinished(() => copy.close());
  expect((await copy.execute("select * from note")).rows).toEqual([expect.objectContaining({ id: "a" })]);
});

test("a migration is cut at semicolons that end a line, and may hold no trigger", () => {
  expect(statementsOf(second).map((one) => one.sql)).toEqual([
    "alter table note add column text text",
    "update note set text = 'a;b'",
  ]);
  const trigger = { name: "0003-x", sql: "create trigger t after insert on note begin\n select 1;\nend;\n" };
  expect(() => statementsOf(trigger)).toThrow("0003-x creates a trigger");
});
