import { chmodSync, constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { iso } from "../../shared/time/instant.ts";
import { checkCopy } from "../db/backup.ts";
import { openDatabase } from "../db/client.ts";
import { DatabaseError } from "../db/database-error.ts";
import { takeLock } from "../db/lock.ts";
import { migrate } from "../db/migrate.ts";
import type { Env } from "../env.ts";
import { databaseFile, revocationsPath } from "../northing.ts";
import { readRevocations } from "../people/revocations.ts";
import { replayRevocations } from "../people/upkeep-store.ts";
import { skipDueBefore } from "../reminders/upkeep-store.ts";
import { secretsFolder } from "../secrets.ts";
import { beginEpoch } from "../sync/store.ts";
import { isNorthing } from "./check-store.ts";
import { OperatorMistake, type Report } from "./report.ts";

export interface RestoreDeps {
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
  random(): number;
}

/**
 * Puts a backup in the place of the data, only while no server runs on it. The backup is made ready beside it first:
 * checked, brought up to date, given a new epoch (so that phones offer what it lacks), and freed of reminders whose time
 * has passed and of everything that was revoked since. The data it replaces is kept aside. Throws `DatabaseInUse`, `OperatorMistake`.
 */
export async function restore(env: Env, backup: string | undefined, deps: RestoreDeps): Promise<Report> {
  if (!backup) throw new OperatorMistake("Say from where: restore FILE");
  const live = databaseFile(env);
  if (live === undefined)
    throw new OperatorMistake(
      "The data is on a libSQL server (DATABASE_URL); restore it with that server's tools.",
    );
  if (!existsSync(backup)) throw new OperatorMistake(`There is no file ${backup}.`);
  secretsFolder(env.DATA_DIR);
  const lock = await takeLock(live);
  const ready = join(dirname(live), "northing-restoring.db");
  try {
    await makeReady(env, backup, ready, deps);
    const aside = existsSync(live) ? putAside(live, deps.now()) : undefined;
    renameSync(ready, live);
    await syncFolder(dirname(live));
    return {
      lines: [
        `Restored ${backup}.`,
        ...(aside
          ? [`What it replaced is kept as ${aside}; delete it when you do not need it any more.`]
          : []),
        "Start the server. Phones will offer what this backup does not have.",
      ],
      ok: true,
    };
  } finally {
    rmSync(ready, { force: true });
    lock.release();
  }
}

/** Works on a copy and leaves `ready` as one file: what stands in the copy's log would be lost with its name. */
async function makeReady(env: Env, backup: string, ready: string, { now, wait, random }: RestoreDeps) {
  const copy = `${ready}.copy`;
  const forget = () => {
    for (const end of ["", "-wal", "-shm", "-journal", ".lock", ".lock-journal", ".pid"])
      rmSync(`${copy}${end}`, { force: true });
  };
  forget();
  try {
    copyFileSync(backup, copy, constants.COPYFILE_EXCL);
    chmodSync(copy, 0o600);
    await checkCopy(copy).catch((error: unknown) => {
      if (!(error instanceof DatabaseError) && !isNotADatabase(error)) throw error;
      throw new OperatorMistake(
        `${backup} does not pass its check, so nothing was changed. Use another backup.`,
      );
    });
    const database = await openDatabase({ url: `file:${copy}`, wait, random, log() {} });
    try {
      if (!(await isNorthing(database)))
        throw new OperatorMistake(`${backup} is not a backup of Northing, so nothing was changed.`);
      await migrate(database);
      await beginEpoch(database, iso(now()));
      await skipDueBefore(database, iso(now()), "restored");
      await replayRevocations(database, readRevocations(revocationsPath(env)));
      await database.backup(ready);
    } finally {
      await database.close();
    }
  } finally {
    forget();
  }
}

/** The old file keeps its data under the new name before its own name is given to the backup, log and all. */
function putAside(live: string, now: number): string {
  const stamp = iso(now).replace(/[-:]|\.\d+/g, "");
  const aside = join(dirname(live), `northing-replaced-${stamp}.db`);
  try {
    linkSync(live, aside);
  } catch {
    copyFileSync(live, aside, constants.COPYFILE_EXCL);
  }
  for (const end of ["-wal", "-shm"])
    if (existsSync(`${live}${end}`)) renameSync(`${live}${end}`, `${aside}${end}`);
  return aside;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync();
  await folder.close();
}

function isNotADatabase(error: unknown): boolean {
  return (
    (error as { code?: unknown }).code === "SQLITE_NOTADB" ||
    (error as { code?: unknown }).code === "SQLITE_CORRUPT"
  );
}
