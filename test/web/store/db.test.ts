import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { expect, onTestFinished, test, vi } from "vitest";
import { catalogVersion } from "../../../shared/sync/kinds.ts";
import { openDatabase, type PhoneDatabase } from "../../../web/store/db.ts";
import { StorageError } from "../../../web/sync/storage.ts";

let count = 0;
const patient = (_ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });

async function fresh(name = `db/${count++}`, wait = patient): Promise<PhoneDatabase> {
  const db = await openDatabase(name, wait);
  onTestFinished(() => db.close());
  return db;
}

const row = (id: string) => ({ key: `metric/${id}`, parent: "metric/", revision: 1, body: { name: id } });

test("a transaction is whole or nothing", async () => {
  const db = await fresh();
  const fails = db.write(async (tx) => {
    await tx.rows.put([row("a")]);
    await tx.meta.put("seq", 7);
    throw new RangeError("mine");
  });
  await expect(fails).rejects.toThrow(RangeError);
  expect(await db.read((tx) => tx.rows.count())).toBe(0);
  expect(await db.read((tx) => tx.meta.get("seq"))).toBeUndefined();
});

test("rows are found by key, by place and by cycle, pages by key, and work laid over them by every place", async () => {
  const db = await fresh();
  await db.write(async (tx) => {
    await tx.rows.put([row("a"), row("b"), { ...row("c"), parent: "metric/x", cycle: "metric/q4" }]);
    const over = { key: "metric/d", parent: "metric/y", revision: 0, body: null, by: ["m"] };
    await tx.overlay.put([{ ...over, places: ["metric/x", "metric/y"] }]);
    for (const seq of [3, 1, 2]) await tx.journal.put([{ seq, id: `${seq}`, name: "n", args: {}, at: "" }]);
  });
  const keys = (rows: { key: string }[]) => rows.map((one) => one.key);
  await db.read(async (tx) => {
    expect(keys(await tx.rows.under("metric/"))).toEqual(["metric/a", "metric/b"]);
    expect(keys(await tx.rows.inCycle("metric/q4"))).toEqual(["metric/c"]);
    expect(keys(await tx.overlay.at("metric/x"))).toEqual(["metric/d"]);
    expect(await tx.rows.many(["metric/b", "metric/z"])).toEqual([row("b"), undefined]);
    expect((await tx.journal.page(1, 1)).map((one) => one.seq)).toEqual([2]);
    expect(await tx.rows.many([])).toEqual([]);
  });
});

test("19: a connection the browser dropped is opened again, and nobody notices", async () => {
  const db = await fresh();
  await db.write((tx) => tx.rows.put([row("a")]));
  db.dexie.backendDB().close();
  await db.write((tx) => tx.rows.put([row("b")]));
  expect(await db.read((tx) => tx.rows.count())).toBe(2);
});

test("19: a transaction that cannot begin for a reason nobody knows is begun again on a fresh connection", async () => {
  const db = await fresh();
  const begin = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
    throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
  });
  onTestFinished(() => begin.mockRestore());
  await db.write((tx) => tx.rows.put([row("a")]));
  expect(await db.read((tx) => tx.rows.count())).toBe(1);
});

test("19: one that stays lost is told as lost", async () => {
  const db = await fresh();
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("gone", "UnknownError");
  });
  onTestFinished(() => open.mockRestore());
  db.dexie.backendDB().close();
  await expect(db.write((tx) => tx.rows.put([row("a")]))).rejects.toMatchObject({ reason: "lost" });
});

test("17: a full disk is told as full, and nothing of the transaction stays", async () => {
  const db = await fresh();
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  const failed = db.write((tx) => tx.rows.put([row("a")]));
  await expect(failed).rejects.toBeInstanceOf(StorageError);
  await expect(failed).rejects.toMatchObject({ reason: "full" });
  put.mockRestore();
  expect(await db.read((tx) => tx.rows.count())).toBe(0);
});

test("a database that was closed or deleted, by another tab too, is not made anew by work that comes late", async () => {
  const ends = {
    closed: (db: PhoneDatabase) => db.close(),
    deleted: (db: PhoneDatabase) => db.destroy(),
    elsewhere: (db: PhoneDatabase) => Dexie.delete(db.dexie.name),
  };
  for (const [how, end] of Object.entries(ends)) {
    const db = await fresh();
    expect(db.isOver()).toBe(false);
    await end(db);
    await expect(
      db.write((tx) => tx.rows.put([row("a")])),
      how,
    ).rejects.toMatchObject({ reason: "lost" });
    expect([db.isOver(), await Dexie.exists(db.dexie.name)], how).toEqual([true, how === "closed"]);
  }
});

test("on a full disk the files that can be fetched again make room; what is nowhere else stays", async () => {
  const db = await fresh();
  const upload = { size: 1, since: 0, sent: 1, tries: 0, doneAt: 1 };
  await db.write(async (tx) => {
    await tx.meta.put("uploads", { own: upload, fetched: { ...upload, fetched: true } });
    await tx.bodies.put(["own", "fetched"].map((id) => ({ id, bytes: new ArrayBuffer(1) })));
  });
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  await db.write((tx) => tx.rows.put([row("a")]));
  put.mockRestore();
  const left = await db.read(async (tx) => [
    await tx.rows.count(),
    (await tx.bodies.page()).map((one) => one.id),
  ]);
  expect(left).toEqual([1, ["own"]]);
});

test("a transaction that never ends is given up after its time", async () => {
  let late = false;
  const db = await fresh(undefined, (ms, signal) =>
    late && ms === 10_000 ? Promise.resolve() : patient(ms, signal),
  );
  late = true;
  await expect(db.write(() => new Promise(() => {}))).rejects.toMatchObject({ reason: "lost" });
});

test("rows of a kind that the build did not know learn their places with the update that knows it", async () => {
  const db = await fresh();
  const checkIn = { keyResultId: "k", cycleId: "q" };
  await db.write(async (tx) => {
    await tx.rows.put([{ key: "check-in/c", parent: "", revision: 1, body: checkIn }]);
    await tx.meta.put("catalogVersion", catalogVersion - 1);
  });
  db.close();
  const updated = await fresh(db.dexie.name);
  expect(await updated.read((tx) => tx.rows.under("check-in/k"))).toMatchObject([
    { key: "check-in/c", cycle: "check-in/q" },
  ]);
});

test("27: a database of a newer build is opened by an older one with all it holds", async () => {
  const db = await fresh();
  await db.write((tx) => tx.meta.put("seq", 9));
  db.close();
  const newer = new Dexie(db.dexie.name);
  newer.version(7).stores({ rows: "key,parent,cycle", meta: "", bets: "id" });
  await newer.open();
  newer.close();
  const older = await fresh(db.dexie.name);
  expect(await older.read((tx) => tx.meta.get("seq"))).toBe(9);
});

test("destroyed, nothing of it is left", async () => {
  const db = await fresh();
  await db.write((tx) => tx.rows.put([row("a")]));
  await db.destroy();
  expect(await Dexie.getDatabaseNames()).not.toContain(db.dexie.name);
});
