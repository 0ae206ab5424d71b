import Dexie, { type Table as DexieTable, type Transaction } from "dexie";
import { catalogVersion } from "../../shared/sync/catalog.ts";
import { placesOf } from "../sync/overlay.ts";
import { type PhoneStorage, StorageError, type StoredRow, type Table, type Tx } from "../sync/storage.ts";
import { idOf, kindOf } from "../sync/view.ts";

/** Longer than this no transaction is waited for: on a full disk Chrome may never settle one. */
const transactionTimeout = 10_000;

/** One database for each person and workspace on this server, so that no one's work is ever sent as another's. */
export const databaseName = (personId: string, workspaceId: string) => `northing/${personId}/${workspaceId}`;

export interface PhoneDatabase extends PhoneStorage {
  dexie: Dexie;
  close(): void;
}

/** Opens the database on first use, and again when the browser has dropped the connection. */
export function openDatabase(
  name: string,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
): PhoneDatabase {
  const dexie = new Dexie(name, { chromeTransactionDurability: "strict" });
  dexie.version(1).stores({
    rows: "key,parent,cycle",
    overlay: "key,*places",
    outbox: "seq",
    acked: "seq",
    attention: "id",
    journal: "seq",
    meta: "",
  });
  let relearnt: Promise<void> | undefined;

  async function transact<T>(mode: "r" | "rw", work: (tx: Tx) => PromiseLike<T>): Promise<T> {
    const once = () => dexie.transaction(mode, dexie.tables, (transaction) => work(tables(transaction)));
    try {
      relearnt ??= relearn(dexie);
      await relearnt;
      return await inTime(once(), wait);
    } catch (error) {
      relearnt = undefined;
      const reason = reasonOf(error);
      if (reason !== "lost") throw reason === "full" ? new StorageError("full", { cause: error }) : error;
      return again(once, error);
    }
  }

  /** WebKit loses the connection in the background; a fresh one nearly always works. */
  async function again<T>(once: () => PromiseLike<T>, first: unknown): Promise<T> {
    try {
      dexie.close({ disableAutoOpen: false });
      await dexie.open();
      return await inTime(once(), wait);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      throw new StorageError(reason, { cause: first });
    }
  }

  return {
    dexie,
    read: (work) => transact("r", work),
    write: (work) => transact("rw", work),
    destroy: () => dexie.delete() as Promise<void>,
    close: () => dexie.close(),
  };
}

/** The tables of one running transaction, by the names sync knows them under. */
export function tables({ table }: Pick<Transaction, "table">): Tx {
  const rows = table<StoredRow, string>("rows");
  const overlay = table<never, string>("overlay");
  const meta = table("meta");
  return {
    rows: {
      ...plain(rows),
      under: (parent) => rows.where("parent").equals(parent).toArray(),
      inCycle: (cycle) => rows.where("cycle").equals(cycle).toArray(),
    },
    overlay: { ...plain(overlay), at: (place) => overlay.where("places").equals(place).toArray() },
    outbox: plain(table("outbox")),
    acked: plain(table("acked")),
    attention: plain(table("attention")),
    journal: plain(table("journal")),
    meta: {
      get: (key) => meta.get(key),
      put: (key, value) => meta.put(value, key),
      drop: (key) => meta.delete(key),
    },
  } as Tx;
}

function plain<V, K extends string | number>(table: DexieTable<V, K>): Table<V, K> {
  return {
    get: (key) => table.get(key),
    many: (keys) => (keys.length === 0 ? Dexie.Promise.resolve([]) : table.bulkGet(keys)),
    page(after, limit) {
      const from = after === undefined ? table.toCollection() : table.where(":id").above(after);
      return (limit === undefined ? from : from.limit(limit)).toArray();
    },
    put: (values) => (values.length === 0 ? Dexie.Promise.resolve() : table.bulkPut(values)),
    drop: (keys) => (keys.length === 0 ? Dexie.Promise.resolve() : table.bulkDelete(keys)),
    clear: () => table.clear(),
    count: () => table.count(),
  };
}

/** After an update that knows more kinds, rows kept from before learn where they are listed. */
async function relearn(dexie: Dexie): Promise<void> {
  await dexie.transaction("rw", dexie.tables, async (transaction) => {
    const { rows, meta } = tables(transaction);
    const known = await meta.get("catalogVersion");
    if (known === catalogVersion) return;
    if (known !== undefined) {
      const placed = (await rows.page()).map((row) => ({ ...row, ...placesOf(kindOf(row.key), row.body) }));
      await rows.put(placed.filter((row) => idOf(row.key) !== ""));
    }
    await meta.put("catalogVersion", catalogVersion);
  });
}

async function inTime<T>(
  work: PromiseLike<T>,
  wait: (ms: number, signal: AbortSignal) => Promise<void>,
): Promise<T> {
  const done = new AbortController();
  const late = wait(transactionTimeout, done.signal).then(() => {
    if (!done.signal.aborted) throw new StorageError("lost");
  });
  try {
    return (await Promise.race([work, late])) as T;
  } finally {
    done.abort();
  }
}

/** What went wrong in the browser's storage; undefined when it was not the storage. */
function reasonOf(error: unknown): StorageError["reason"] | undefined {
  if (error instanceof StorageError) return error.reason;
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(
    (one) => (one as Error | null)?.name,
  );
  if (names.includes("QuotaExceededError")) return "full";
  return names.some((name) => name !== undefined && lost.has(name)) ? "lost" : undefined;
}

const lost = new Set([
  "DatabaseClosedError",
  "OpenFailedError",
  "InvalidStateError",
  "TransactionInactiveError",
  "UnknownError",
  "AbortError",
  "TimeoutError",
  "MissingAPIError",
]);
