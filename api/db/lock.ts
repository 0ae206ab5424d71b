import { readFileSync, writeFileSync } from "node:fs";
import { createClient } from "@libsql/client";
import { toDatabaseError } from "./database-error.ts";

/** Another process serves this file. The message says what to do. */
export class DatabaseInUse extends Error {
  constructor(file: string, holder: string) {
    super(
      `${file} is already in use by ${holder}. Stop that process first, or give this one its own folder with DATA_DIR. ` +
        "To run several servers on the same data, set DATABASE_URL to a libSQL server.",
    );
    this.name = "DatabaseInUse";
  }
}

export interface Lock {
  release(): void;
}

/**
 * One process a file: two would freeze and can lose each other's writes. The lock is SQLite's own, on a file beside
 * the database, so the kernel gives it back however the process ends; the process id is kept for the message only.
 */
export async function takeLock(file: string): Promise<Lock> {
  const holder = `${file}.pid`;
  const client = createClient({ url: `file:${file}.lock`, concurrency: 1 });
  try {
    const held = await client.transaction("write");
    writeFileSync(holder, `${process.pid}\n`, { mode: 0o600 });
    return {
      release() {
        if (client.closed) return;
        held.close();
        client.close();
      },
    };
  } catch (error) {
    client.close();
    if (toDatabaseError(error, true).untouched) throw new DatabaseInUse(file, describe(holder));
    throw error;
  }
}

function describe(holder: string): string {
  try {
    return `process ${readFileSync(holder, "utf8").trim()}`;
  } catch {
    return "another process";
  }
}
