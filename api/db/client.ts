import { chmod } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { backUp } from "./backup.ts";
import { DatabaseError, toDatabaseError } from "./database-error.ts";
import { takeLock } from "./lock.ts";

export type Value = string | number | boolean | null | ArrayBuffer | Uint8Array;
export interface Statement {
  sql: string;
  args?: readonly Value[];
}
export type Row = Record<string, unknown>;
interface WriteResult {
  /** 0 when the statement has `returning`; count `rows` then. */
  rowsAffected: number;
  rows: Row[];
}

/** The one owner of the driver. Both verbs throw `DatabaseError` and nothing else. */
export interface Database {
  /** The file's path, or null on a server. */
  readonly file: string | null;
  /** One select, in one snapshot. */
  read(sql: string, args?: readonly Value[]): Promise<Row[]>;
  /** All statements in one transaction, or none of them. Durable when it resolves. */
  write(statements: readonly Statement[]): Promise<WriteResult[]>;
  /** A checked copy of the whole file at `path`, readable by its owner only; replaces what stands there. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `file:…`, or `libsql://`, `http(s)://`, `ws(s)://` for a server. */
  url: string;
  authToken?: string | undefined;
  wait: (milliseconds: number) => Promise<unknown>;
  /** 0 ≤ random() < 1, for jitter. */
  random: () => number;
  log: (event: string, fields: Record<string, unknown>) => void;
}

const patience = { tries: 8, firstWait: 50, longestWait: 1000 };

/** Opens the database; on a file it takes the lock, sets WAL and proves its settings. Throws `DatabaseInUse`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const file = pathOf(options.url);
  const lock = file === null ? undefined : await takeLock(file);
  try {
    const { url, authToken } = options;
    const concurrency = file === null ? 20 : 1;
    const client = createClient({ url, timeout: 100, concurrency, ...(authToken ? { authToken } : {}) });
    const database = drive(client, file, options, () => lock?.release());
    await database.read("select 1");
    if (file !== null) await chmod(file, 0o600);
    return database;
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function drive(client: Client, file: string | null, options: DatabaseOptions, release: () => void): Database {
  let turns: Promise<unknown> = Promise.resolve();
  let writes: Promise<unknown> = Promise.resolve();
  let proven = false;
  let closed = false;
  let exhausted = false;

  /**
   * On a file one statement or batch at a time, and a new connection after any failure that may have left a statement
   * open. A server does its own queueing, and waiting there would cost a round trip for everybody behind.
   */
  function turn<T>(work: () => Promise<T>): Promise<T> {
    const mine = (file === null ? Promise.resolve() : turns).then(async () => {
      if (closed) throw new DatabaseError("unavailable", "the database is closed");
      try {
        if (!proven && file !== null) await proveSettings(client);
        proven = true;
        return await work();
      } catch (cause) {
        const error = cause instanceof DatabaseError ? cause : toDatabaseError(cause, file !== null);
        if (file === null || error.code === "constraint") throw error;
        // After a BUSY the driver answers "ok" for writes it never commits, until it reconnects (libsql-client-ts #352).
        proven = false;
        await client.reconnect();
        throw error;
      }
    });
    turns = Promise.allSettled(file === null ? [turns, mine] : [mine]);
    return mine;
  }

  /** Waits between tries outside the turn, so that reads go on while a write waits for a lock. */
  async function patiently<T>(work: () => Promise<T>, again: (error: DatabaseError) => boolean): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        const result = await turn(work);
        exhausted = false;
        return result;
      } catch (cause) {
        const error = cause as DatabaseError;
        if (error.code !== "unavailable" || closed || !again(error)) throw error;
        options.log("database_retry", { tried, cause: error.message });
        // Once somebody has waited in vain, those behind try once each instead of waiting as long again.
        if (exhausted || tried >= patience.tries) {
          exhausted = true;
          throw error;
        }
        const longest = Math.min(patience.longestWait, patience.firstWait * 2 ** (tried - 1));
        await options.wait(options.random() * longest);
      }
    }
  }

  return {
    file,
    read(sql, args = []) {
      if (!/^\s*(select|with|pragma|explain)\b/i.test(sql))
        return Promise.reject(new DatabaseError("broken", "read takes a select; use write"));
      const work = async () => (await client.execute({ sql, args: [...args] })).rows as unknown as Row[];
      return patiently(work, () => true);
    },
    write(statements) {
      const batch = statements.map(({ sql, args = [] }) => ({ sql, args: [...args] }));
      const work = async () =>
        (await client.batch(batch, "write")).map(({ rowsAffected, rows }) => ({
          rowsAffected,
          rows: rows as unknown as Row[],
        }));
      const mine = writes.then(() => patiently(work, (error) => error.untouched));
      writes = mine.catch(() => {});
      return mine;
    },
    backup: (path) => turn(() => backUp(client, file, path)),
    async close() {
      await Promise.all([writes, turns]);
      closed = true;
      client.close();
      release();
    },
  };
}

/** A PRAGMA holds for one connection, so this runs again after every reconnect. */
async function proveSettings(client: Client): Promise<void> {
  const set = async (pragma: string) =>
    Object.values((await client.execute({ sql: pragma, args: [] })).rows[0] ?? {})[0];
  await set("pragma journal_mode = wal");
  await set("pragma synchronous = full");
  await set("pragma foreign_keys = on");
  const found = [
    await set("pragma journal_mode"),
    await set("pragma synchronous"),
    await set("pragma foreign_keys"),
  ];
  if (found.join() !== "wal,2,1")
    throw new DatabaseError("broken", `the file runs with ${found.join()} instead of wal,2,1`);
}

function pathOf(url: string): string | null {
  if (!url.startsWith("file:")) return null;
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}
