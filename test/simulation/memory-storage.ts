import { type PhoneStorage, StorageError, type Table, type Tx } from "../../web/sync/storage.ts";

/** What may befall a transaction of a phone's storage. */
export interface StorageFaults {
  /** Resolves when the transaction may begin, and again when it may commit; rejects to abort it. */
  before(stage: "begin" | "commit"): Promise<void>;
}

export interface MemoryStorage extends PhoneStorage {
  /** Another connection to the same data, with faults of its own: another tab, or the phone after a restart. */
  connect(faults: StorageFaults): PhoneStorage;
  /** Looks inside without faults or waiting. */
  peek: Tx;
  data: Data;
  /** Takes back the last transaction, as a crash may do to one that was not durable. False when there is none. */
  rollBack(): boolean;
  /** Everything is gone, as after an eviction. */
  wipe(): void;
  clone(): MemoryStorage;
  /** What has been written and not yet looked at by a check. */
  touched: Set<string>;
  /** A transaction is under way: what lies here is not yet true. */
  open: boolean;
}

const names = ["rows", "overlay", "outbox", "acked", "attention", "journal", "bodies", "meta"] as const;
type Name = (typeof names)[number];
type Key = string | number;
/** Values as text, so that nobody shares an object with the store. */
export type Data = Record<Name, Map<Key, string>>;
type Undo = { name: Name; key: Key; text: string | undefined }[];

/** The phone's storage in memory: transactions one after the other, each whole or not at all. */
export function createMemoryStorage(data: Data = emptyData()): MemoryStorage {
  let queue: Promise<unknown> = Promise.resolve();
  let last: { undo: Undo; durable: boolean } | undefined;
  let undo: Undo = [];
  const tx = tables(data, (name, key) => undo.push({ name, key, text: data[name].get(key) }));

  async function transact<T>(faults: StorageFaults, work: (tx: Tx) => PromiseLike<T>): Promise<T> {
    await faults.before("begin");
    const mine = queue.then(async () => {
      undo = [];
      storage.open = true;
      try {
        const result = await work(tx);
        if (undo.length > 0) await faults.before("commit");
        // Saving promised durability; only what the server can give again may be taken back.
        if (undo.length > 0)
          last = { undo, durable: undo.some((one) => one.name === "meta" && one.key === "seq") };
        for (const { name, key } of undo) storage.touched.add(name === "meta" ? String(key) : name);
        return result;
      } catch (error) {
        revert(data, undo);
        throw error;
      } finally {
        undo = [];
        storage.open = false;
      }
    });
    queue = mine.catch(() => {});
    return mine;
  }

  const connect = (faults: StorageFaults): PhoneStorage => ({
    read: (work) => transact(faults, work),
    write: (work) => transact(faults, work),
    async destroy() {
      storage.wipe();
    },
  });
  const storage: MemoryStorage = {
    ...connect({ before: async () => {} }),
    connect,
    peek: tables(data, () => {}),
    data,
    touched: new Set(),
    open: false,
    rollBack() {
      if (last === undefined || last.durable || storage.open) return false;
      revert(data, last.undo);
      last = undefined;
      return true;
    },
    wipe() {
      for (const name of names) data[name].clear();
      last = undefined;
      undo.length = 0;
    },
    clone() {
      const copy = emptyData();
      for (const name of names) for (const [key, text] of data[name]) copy[name].set(key, text);
      revert(copy, undo);
      return createMemoryStorage(copy);
    },
  };
  return storage;
}

export const storageFull = () => new StorageError("full");
export const storageLost = () => new StorageError("lost");

function emptyData(): Data {
  return Object.fromEntries(names.map((name) => [name, new Map()])) as Data;
}

function revert(data: Data, undo: Undo): void {
  for (const { name, key, text } of undo.toReversed())
    if (text === undefined) data[name].delete(key);
    else data[name].set(key, text);
}

const keyed: Record<Exclude<Name, "meta">, string> = {
  rows: "key",
  overlay: "key",
  outbox: "seq",
  acked: "seq",
  attention: "id",
  journal: "seq",
  bodies: "id",
};

function tables(data: Data, note: (name: Name, key: Key) => void): Tx {
  const holding = (name: Name, part: string) =>
    [...data[name].values()].filter((text) => text.includes(part)).map((text) => JSON.parse(text));
  const set = (name: Name, key: Key, value: unknown) => {
    note(name, key);
    data[name].set(key, JSON.stringify(value));
  };
  const remove = (name: Name, key: Key) => {
    if (!data[name].has(key)) return;
    note(name, key);
    data[name].delete(key);
  };
  const parsed = (name: Name, key: Key) => {
    const text = data[name].get(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const plain = (name: Exclude<Name, "meta">): Table<never, never> => ({
    get: async (key) => parsed(name, key),
    many: async (keys) => keys.map((key) => parsed(name, key)) as never,
    async page(after, limit) {
      const keys = [...data[name].keys()].filter((key) => after === undefined || key > (after as Key));
      keys.sort((a, b) => (a < b ? -1 : 1));
      return keys.slice(0, limit).map((key) => parsed(name, key)) as never;
    },
    async put(values) {
      for (const value of values) set(name, value[keyed[name]], value);
    },
    async drop(keys) {
      for (const key of keys) remove(name, key);
    },
    async clear() {
      for (const key of [...data[name].keys()]) remove(name, key);
    },
    count: async () => data[name].size,
  });
  return {
    rows: {
      ...plain("rows"),
      under: async (parent: string) => holding("rows", `"parent":${JSON.stringify(parent)}`),
      inCycle: async (cycle: string) => holding("rows", `"cycle":${JSON.stringify(cycle)}`),
    },
    overlay: {
      ...plain("overlay"),
      at: async (place: string) =>
        holding("overlay", JSON.stringify(place)).filter((row) => row.places.includes(place)),
    },
    outbox: plain("outbox"),
    acked: plain("acked"),
    attention: plain("attention"),
    journal: plain("journal"),
    bodies: plain("bodies"),
    meta: {
      get: async (key: string) => parsed("meta", key),
      put: async (key: string, value: unknown) => set("meta", key, value),
      drop: async (key: string) => remove("meta", key),
    },
  } as unknown as Tx;
}
