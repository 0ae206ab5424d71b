import { readdirSync, statSync } from "node:fs";
import { createClient } from "@libsql/client";
import { expect, onTestFinished, test } from "vitest";
import { checkCopy } from "../../../api/db/backup.ts";
import { open, temporaryFolder } from "../../support/database.ts";

async function withNotes(count: number) {
  const folder = temporaryFolder();
  const database = await open(`file:${folder}/northing.db`);
  onTestFinished(() => database.close());
  const ids = JSON.stringify(Array.from({ length: count }, (_, i) => `note ${i}`));
  await database.write([
    { sql: "create table note (id text primary key) strict" },
    { sql: "insert into note select value from json_each(?)", args: [ids] },
  ]);
  return { folder, database };
}

test("a backup holds every row, passes its check and is readable by its owner only", async () => {
  const { folder, database } = await withNotes(5000);
  await database.backup(`${folder}/copy.db`);
  const copy = createClient({ url: `file:${folder}/copy.db` });
  onTestFinished(() => copy.close());
  expect((await copy.execute("select count(*) from note")).rows[0]![0]).toBe(5000);
  expect(statSync(`${folder}/copy.db`).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a later backup replaces an earlier one, and the server goes on", async () => {
  const { folder, database } = await withNotes(1);
  await database.backup(`${folder}/copy.db`);
  await database.write([{ sql: "insert into note values ('later')" }]);
  await database.backup(`${folder}/copy.db`);
  const copy = createClient({ url: `file:${folder}/copy.db` });
  onTestFinished(() => copy.close());
  expect((await copy.execute("select count(*) from note")).rows[0]![0]).toBe(2);
});

test("a backup that cannot be made leaves no half copy and says so", async () => {
  const { folder, database } = await withNotes(1);
  await expect(database.backup(`${folder}/no/such/folder/copy.db`)).rejects.toMatchObject({
    name: "DatabaseError",
  });
  await database.write([{ sql: "insert into note values ('later')" }]);
  expect(await database.read("select count(*) as n from note")).toEqual([{ n: 2 }]);
});

test("a copy with a dangling reference does not pass its check", async () => {
  const path = `${temporaryFolder()}/copy.db`;
  const copy = createClient({ url: `file:${path}`, concurrency: 1 });
  await copy.executeMultiple(`
    pragma foreign_keys = off;
    create table one (id text primary key);
    create table two (id text references one (id));
    insert into two values ('nobody');
  `);
  copy.close();
  await expect(checkCopy(path)).rejects.toMatchObject({ code: "broken" });
});
