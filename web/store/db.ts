import Dexie, { type Table as DexieTable, type Transaction } from "dexie";
import { catalogVersion } from "../../shared/sync/kinds.ts";
import { dropBodies } from "../sync/bodies.ts";
import { placesOf } from "../sync/places.ts";
import {
  type OverlayRow,
  type PhoneStorage,
  StorageError,
  type StoredRow,
  type Table,
  type Tx,
} from "../sync/storage.ts";
import { kindOf } from "../sync/view.ts";

/** Longer than this no transaction is waited for: on a full disk Chrome may never settle one. */
const transactionTimeout = 10_000;

/** One database for each person and workspace on this server, so that no one's work is ever sent as another's. */
export const databaseName = (personId: string, workspaceId: string) => `northing/${personId}/${workspaceId}`;

/** Resolves after a time, or early when the signal is aborted. */
type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export interface PhoneDatabase extends PhoneStorage {
  dexie: Dexie;
  close(): void;
  /** Whether it was closed or deleted, so that nothing is read or written any more. */
  isOver(): boolean;
}

/** Opens a database, and again whenever the browser has dropped the connection. Throws StorageError. */
export async function openDatabase(name: string, wait: Wait): Promise<PhoneDatabase> {
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
  dexie.version(2).stores({ bodies: "id" });
  // Closed or deleted for good: to open it again would make it anew, for work that was begun before somebody signed out.
  let isOver = false;
  // Another tab signs out or updates: let it, without a word on the console.
  dexie.on("versionchange", ({ newVersion }) => {
    isOver ||= newVersion === null;
    dexie.close();
    return false;
  });

  async function transact<T>(mode: "r" | "rw", work: (tx: Tx) => PromiseLike<T>): Promise<T> {
    const once = () =>
      inTime(
        // Dexie follows native awaits only through a function that is itself async.
        dexie.transaction(mode, dexie.tables, async (transaction) => work(tables(transaction))),
        wait,
      );
    try {
      return await once();
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      const mayHelp = reason === "full" ? await makeRoom() : !isOver;
      if (!mayHelp) throw new StorageError(reason, { cause: error });
      return again(once);
    }
  }

  /** Files that can be fetched again give way to what a person does and to what the server says. */
  async function makeRoom(): Promise<boolean> {
    const dropped = dexie.transaction("rw", dexie.tables, async (transaction) =>
      dropBodies(tables(transaction), ({ fetched }) => fetched === true),
    );
    return (await inTime(dropped, wait).catch(() => 0)) > 0;
  }

  /** WebKit loses the connection in the background; a fresh one nearly always works. */
  async function again<T>(once: () => Promise<T>): Promise<T> {
    try {
      dexie.close({ disableAutoOpen: false });
      return await once();
    } catch (error) {
      const reason = reasonOf(error);
      throw reason === undefined ? error : new StorageError(reason, { cause: error });
    }
  }

  const database: PhoneDatabase = {
    dexie,
    read: (work) => transact("r", work),
    write: (work) => transact("rw", work),
    destroy() {
      isOver = true;
      return dexie.delete() as Promise<void>;
    },
    close() {
      isOver = true;
      dexie.close();
    },
    isOver: () => isOver,
  };
  // Read first: to write makes everything else wait, and hardly ever is there anything to write.
  const known = await database.read(({ meta }) => meta.get("catalogVersion"));
  if (known !== catalogVersion) await database.write(relearn);
  return database;
}

/**
 * The tables by the names sync knows them under, bound to their transaction. Dexie guesses it otherwise, and after
 * enough awaits in a row it guesses wrong and begins another one.
 */
function tables(transaction: Transaction): Tx {
  const table = <V, K>(name: string) => transaction.table(name) as unknown as DexieTable<V, K>;
  const rows = table<StoredRow, string>("rows");
  const overlay = table<OverlayRow, string>("overlay");
  const meta = table<never, string>("meta");
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
    bodies: plain(table("bodies")),
    meta: {
      get: (key) => meta.get(key),
      put: (key, value) => meta.put(value as never, key),
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
async function relearn({ rows, meta }: Tx): Promise<void> {
  const known = await meta.get("catalogVersion");
  if (known !== undefined)
    await rows.put((await rows.page()).map((row) => ({ ...row, ...placesOf(kindOf(row.key), row.body) })));
  await meta.put("catalogVersion", catalogVersion);
}

async function inTime<T>(work: PromiseLike<T>, wait: Wait): Promise<T> {
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
