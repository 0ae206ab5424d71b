import { statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@libsql/client";
import { describe, expect, onTestFinished, test } from "vitest";
import { describeOnBoth, open, temporaryFolder } from "../../support/database.ts";
import { sqldMissing, startSqld } from "../../support/sqld.ts";

describeOnBoth("the database", (ground) => {
  async function withNotes() {
    const database = await open(await ground.url());
    onTestFinished(() => database.close());
    await database.write([{ sql: "create table note (id text primary key, text text not null) strict" }]);
    return database;
  }
  const insert = (id: string, text: string | null = "hello") => ({
    sql: "insert into note (id, text) values (?, ?)",
    args: [id, text],
  });

  test("stores a batch whole and reads it back", async () => {
    const database = await withNotes();
    const results = await database.write([insert("a"), insert("b", "ö \u2028 𝄞")]);
    expect(results.map((one) => one.rowsAffected)).toEqual([1, 1]);
    expect(await database.read("select id, text from note order by id")).toEqual([
      { id: "a", text: "hello" },
      { id: "b", text: "ö \u2028 𝄞" },
    ]);
  });

  test("stores nothing of a batch that breaks a guard, says so by code, and goes on", async () => {
    const database = await withNotes();
    await database.write([insert("a")]);
    await expect(database.write([insert("b"), insert("a")])).rejects.toMatchObject({ code: "constraint" });
    await expect(database.write([insert("c", null)])).rejects.toMatchObject({ code: "constraint" });
    await database.write([insert("d")]);
    expect(await database.read("select id from note order by id")).toEqual([{ id: "a" }, { id: "d" }]);
  });

  test("gives back the rows of a returning statement", async () => {
    const database = await withNotes();
    const [result] = await database.write([
      { sql: "insert into note (id, text) values ('a', 'hi') returning id" },
    ]);
    expect(result?.rows).toEqual([{ id: "a" }]);
  });

  test("calls a fault in our own SQL broken, and goes on", async () => {
    const database = await withNotes();
    await expect(database.read("select nothing from nowhere")).rejects.toMatchObject({ code: "broken" });
    await expect(database.write([{ sql: "insert into nowhere values (1)" }])).rejects.toMatchObject({
      code: "broken",
    });
    await database.write([insert("a")]);
    expect(await database.read("select count(*) as n from note")).toEqual([{ n: 1 }]);
  });

  test("does not let a write pass as a read", async () => {
    const database = await withNotes();
    await expect(database.read("insert into note values ('a', 'b')")).rejects.toMatchObject({
      code: "broken",
    });
    expect(await database.read("select count(*) as n from note")).toEqual([{ n: 0 }]);
  });

  test("lets everybody read their own write when a hundred come at once, and loses none", async () => {
    const database = await withNotes();
    const counts = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        await database.write([insert(String(i).padStart(3, "0"))]);
        const [row] = await database.read("select max(id) as last from note");
        return Number(row?.last);
      }),
    );
    expect(counts.every((last, i) => last >= i)).toBe(true);
    expect(await database.read("select count(*) as n from note")).toEqual([{ n: 100 }]);
  });

  test("says unavailable once it is closed", async () => {
    const database = await open(await ground.url());
    await database.close();
    await expect(database.read("select 1")).rejects.toMatchObject({ code: "unavailable" });
    await expect(database.write([{ sql: "create table a (b)" }])).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

describe("a file", () => {
  test("runs with WAL, FULL and foreign keys, and only its owner may read it", async () => {
    const path = `${temporaryFolder()}/northing.db`;
    const database = await open(`file:${path}`);
    onTestFinished(() => database.close());
    const settings = await Promise.all(
      ["journal_mode", "synchronous", "foreign_keys"].map((name) => database.read(`pragma ${name}`)),
    );
    expect(settings.flat()).toEqual([{ journal_mode: "wal" }, { synchronous: 2 }, { foreign_keys: 1 }]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe.skipIf(sqldMissing() !== undefined)("a server behind a bad line", () => {
  /** Stands between us and the server; while `cut`, requests arrive there and answers are lost. */
  async function badLine() {
    const server = await startSqld();
    onTestFinished(() => server.stop());
    const line = { cut: false, url: "", stop: server.stop };
    const pass = async (incoming: IncomingMessage, answer: ServerResponse) => {
      const body = Buffer.concat(await incoming.toArray());
      const { method, headers } = incoming;
      const type = String(headers["content-type"] ?? "application/json");
      const init = { method: method!, headers: { "Content-Type": type }, ...(body.length > 0 && { body }) };
      const response = await fetch(server.url + incoming.url, init);
      const text = Buffer.from(await response.arrayBuffer());
      if (line.cut) incoming.socket.destroy();
      else answer.writeHead(response.status, { "Content-Type": "application/json" }).end(text);
    };
    const proxy = createServer((incoming, answer) => void pass(incoming, answer));
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void proxy.close());
    line.url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    return line;
  }

  test("is not sent a write twice when the answer was lost: only the caller knows whether that is harmless", async () => {
    const line = await badLine();
    const database = await open(line.url);
    onTestFinished(() => database.close());
    await database.write([{ sql: "create table note (id integer primary key, text text) strict" }]);
    line.cut = true;
    const write = database.write([{ sql: "insert into note (text) values ('hello')" }]);
    await expect(write).rejects.toMatchObject({ code: "unavailable" });
    line.cut = false;
    expect(await database.read("select count(*) as n from note")).toEqual([{ n: 1 }]);
  });

  test("is tried again when it was never reached", async () => {
    const server = await startSqld();
    let tries = 0;
    const wait = async () => {
      tries += 1;
    };
    const database = await open(server.url, { wait });
    onTestFinished(() => database.close());
    await server.stop();
    await expect(database.write([{ sql: "create table note (id text)" }])).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(tries).toBe(7);
  });
});

describe("another process that holds the write lock", () => {
  /** A second client on the same file: it stands for a backup tool or a prompt that holds a write transaction. */
  async function locked() {
    const path = `${temporaryFolder()}/northing.db`;
    const intruder = createClient({ url: `file:${path}`, timeout: 0, concurrency: 1 });
    onTestFinished(() => intruder.close());
    const count = async () => Number((await intruder.execute("select count(*) from note")).rows[0]![0]);
    return { path, count, lock: () => intruder.transaction("write") };
  }
  const insert = { sql: "insert into note (text) values (?)", args: ["hello"] };

  test("makes the bare driver acknowledge writes that are never stored", async () => {
    const { path, count, lock } = await locked();
    const driver = createClient({ url: `file:${path}`, timeout: 0, concurrency: 1 });
    await driver.execute("pragma journal_mode = wal");
    await driver.execute("create table note (id integer primary key, text text) strict");
    const held = await lock();
    await expect(driver.execute(insert)).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    await held.rollback();
    const answers = [];
    for (let i = 0; i < 20; i += 1) answers.push((await driver.execute(insert)).rowsAffected);
    expect(answers).toEqual(Array(20).fill(1));
    expect(await count(), "a release without the defect: drop the reconnects and this test").toBe(0);
    driver.close();
  });

  test("costs this database nothing that it acknowledges", async () => {
    const { path, count, lock } = await locked();
    const tried: unknown[] = [];
    const database = await open(`file:${path}`, { log: (event, { tried: n }) => tried.push([event, n]) });
    onTestFinished(() => database.close());
    await database.write([{ sql: "create table note (id integer primary key, text text) strict" }]);
    const held = await lock();
    await expect(database.write([insert])).rejects.toMatchObject({ code: "unavailable" });
    expect(tried).toHaveLength(8);
    await held.rollback();
    for (let i = 0; i < 20; i += 1) await database.write([insert]);
    expect(await count()).toBe(20);
  });

  test("delays a write until it lets go, while reads go on", async () => {
    const { path, count, lock } = await locked();
    let waited = 0;
    let release = async () => {};
    const seen: unknown[] = [];
    const database = await open(`file:${path}`, {
      async wait() {
        waited += 1;
        seen.push(await database.read("select count(*) as n from note"));
        if (waited === 3) await release();
      },
    });
    onTestFinished(() => database.close());
    await database.write([{ sql: "create table note (id integer primary key, text text) strict" }]);
    const held = await lock();
    release = () => held.rollback();
    await database.write([insert]);
    expect(waited).toBe(3);
    expect(seen).toEqual([[{ n: 0 }], [{ n: 0 }], [{ n: 0 }]]);
    expect(await count()).toBe(1);
  });

  test("is waited for once, not once for every write that queued behind the first", async () => {
    const { path, lock } = await locked();
    let waits = 0;
    const database = await open(`file:${path}`, {
      async wait() {
        waits += 1;
      },
    });
    onTestFinished(() => database.close());
    await database.write([{ sql: "create table note (id integer primary key, text text) strict" }]);
    const held = await lock();
    const writes = await Promise.allSettled([insert, insert, insert].map((one) => database.write([one])));
    expect(writes.map((one) => one.status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(waits).toBe(7);
    await held.rollback();
    await database.write([insert]);
    expect(await database.read("select count(*) as n from note")).toEqual([{ n: 1 }]);
  });
});
