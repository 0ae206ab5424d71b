import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, onTestFinished } from "vitest";
import { type Database, type DatabaseOptions, openDatabase } from "../../api/db/client.ts";
import { migrate } from "../../api/db/migrate.ts";
import { sqldMissing, startSqld, warnWithoutSqld } from "./sqld.ts";

/** A folder of its own for a test, gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "northing-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens like the server does, without waiting between tries. */
export function open(url: string, options: Partial<DatabaseOptions> = {}): Promise<Database> {
  return openDatabase({ url, wait: async () => {}, random: () => 0.5, log: () => {}, ...options });
}

/** A migrated database on a file of its own; closed and gone when the test is over. */
export async function temporaryDatabase(): Promise<Database> {
  const database = await open(`file:${join(temporaryFolder(), "northing.db")}`);
  onTestFinished(() => database.close());
  await migrate(database);
  return database;
}

/** Where a suite runs: `open` answers a new connection to the same fresh database each time it is called in a test. */
export interface Ground {
  name: "file" | "server";
  /** A database nobody has used. On a file only one may be open at a time; a server takes several. */
  url(): Promise<string>;
}

export const onFile: Ground = {
  name: "file",
  url: async () => `file:${join(temporaryFolder(), "northing.db")}`,
};
const onServer: Ground = {
  name: "server",
  async url() {
    const server = await startSqld();
    onTestFinished(() => server.stop());
    return server.url;
  },
};

/** Runs a suite on a real file and on a real libSQL server; the latter is skipped loudly where there is none. */
export function describeOnBoth(name: string, suite: (ground: Ground) => void): void {
  describe(`${name}, on a file`, () => suite(onFile));
  warnWithoutSqld();
  describe.skipIf(sqldMissing() !== undefined)(`${name}, on a libSQL server`, () => suite(onServer));
}
