import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "./app.ts";
import { createChannels } from "./channels/channels.ts";
import { type Database, openDatabase } from "./db/client.ts";
import { migrate } from "./db/migrate.ts";
import type { Env } from "./env.ts";
import { sweepFiles } from "./files/files.ts";
import { createApplier } from "./imports/apply-due.ts";
import { createImports } from "./imports/imports.ts";
import type { Log } from "./log.ts";
import { fetchDue } from "./metrics/connector-fetch.ts";
import { createSeal } from "./metrics/connector-seal.ts";
import type { ConnectorDeps } from "./metrics/connectors.ts";
import { isNorthing } from "./operator/check-store.ts";
import { createMetrics } from "./operator/metrics.ts";
import { createObserved } from "./operator/observed.ts";
import { createOutbound, type Outbound } from "./outbound.ts";
import { lastRevoked } from "./people/devices.ts";
import type { PeopleDeps } from "./people/people-deps.ts";
import { keepRemovals } from "./people/removals.ts";
import { openRevocations } from "./people/revocations.ts";
import { tidy } from "./people/upkeep-store.ts";
import type { Sender } from "./push/send.ts";
import { createReminders, type Reminders } from "./reminders/reminders.ts";
import { type Job, schedule } from "./reminders/schedule.ts";
import { sealingKey, secretsFolder, vapidKeys } from "./secrets.ts";
import { createScanner } from "./signals/scan.ts";
import { createLive, type Live } from "./sync/live.ts";
import { pokeOnCommit } from "./sync/live-pokes.ts";
import { createSyncStore } from "./sync/store.ts";
import { createSync, type Sync } from "./sync/sync.ts";

/** What a server takes from the process it runs in; a test brings its own clock. */
export interface Surroundings {
  env: Env;
  log: Log;
  /** Milliseconds since 1970. */
  now(): number;
  /** Fresh random bytes from a source nobody can foretell. */
  bytes(count: number): Uint8Array;
  wait(milliseconds: number): Promise<unknown>;
  /** The origin people use. */
  origin(): string;
  /** The built web app, if this server is to serve it. */
  webRoot?: string | undefined;
  /** In place of the one that posts to push services. */
  sender?: Sender;
  /** In place of the one that asks addresses people typed. */
  outbound?: Outbound;
}

export interface Northing {
  app: ReturnType<typeof createApp>;
  database: Database;
  sync: Sync;
  live: Live;
  people: PeopleDeps;
  reminders: Reminders;
  /** What is to be run again and again, each job at most once at a time. */
  recurring: readonly Job[];
  /** From now on it is not ready, and streams are told to come back later. */
  leave(): void;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date and puts the parts together. Starts nothing. */
export async function openNorthing(surroundings: Surroundings): Promise<Northing> {
  const { env, log, now, bytes, wait, origin, webRoot } = surroundings;
  const secrets = secretsFolder(env.DATA_DIR);
  const observed = createObserved();
  const database = await openDatabase({
    url: databaseUrl(env),
    authToken: env.DATABASE_AUTH_TOKEN,
    wait,
    random: () => fraction(bytes(4)),
    log(event, fields) {
      if (event === "database_retry") observed.databaseRetried();
      log.warn(event, fields as Record<string, string>);
    },
  });
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  if (database.file === null && env.vapid === undefined)
    log.warn("vapid.own", { hint: "where several servers share a database, give all the same VAPID_ keys" });
  if (database.file === null && env.SECRET_KEY === undefined)
    log.warn("key.own", { hint: "where several servers share a database, give all the same SECRET_KEY" });
  let stopping = false;
  const world = { now, bytes, log: (event: string, fields: object) => log.warn(event, fields as never) };
  const store = createSyncStore(database);
  const sync = createSync({ store, world });
  const revocations = openRevocations(revocationsPath(env));
  const live = createLive();
  const people: PeopleDeps = {
    ...{ database, sync, now, bytes, origin, revocations, log },
    onDeviceEnded: (deviceId) => live.close((listener) => listener.deviceId === deviceId),
  };
  sync.onCommit(keepRemovals(people));
  pokeOnCommit(sync, live);
  const outbound = surroundings.outbound ?? createOutbound({ extraHosts: env.WEBHOOK_EXTRA_HOSTS });
  const key = env.SECRET_KEY === undefined ? sealingKey(secrets) : Buffer.from(env.SECRET_KEY, "base64url");
  const random = () => fraction(bytes(4));
  const channels = createChannels({
    ...{ database, outbound, revocations, now, bytes, random, origin, log, key, mail: env.mail },
  });
  const reminders = createReminders({
    ...{ database, now, bytes, wait, origin, log, extraHosts: env.PUSH_EXTRA_HOSTS },
    ...{ random, mail: channels.mailOut, observed },
    vapid: { subject: vapidSubject(env), ...(env.vapid ?? vapidKeys(secrets)) },
    ...(surroundings.sender ? { sender: surroundings.sender } : {}),
  });
  const seal = createSeal(key, bytes);
  const connectors: ConnectorDeps = { database, outbound, seal, revocations, now, bytes, log };
  const importing = { database, sync, now, bytes, wait, log };
  const applier = createApplier(importing);
  const scanner = createScanner(importing);
  const app = createApp({
    env,
    log,
    now,
    bytes,
    origin,
    people,
    reminders,
    sync: { sync, live },
    connectors,
    imports: createImports({ ...importing, revocations }),
    channels: channels.routes,
    observed,
    metrics: createMetrics({ database, live, observed, now }),
    webRoot,
    async readiness() {
      if (stopping) return "stopping";
      return isNorthing(database).then(
        (complete) => (complete ? undefined : "the database is not set up"),
        () => "the database does not answer",
      );
    },
  });
  const recurring = schedule({
    ...reminders.work,
    beatStreams: async () => live.beat(),
    forgetSpentTokens: () => tidy(database, now()),
    askDueSources: () => fetchDue({ ...connectors, sync, random }),
    ...channels.work(reminders.recheck),
    applyImports: applier.work,
    sweepImports: applier.sweep,
    sweepFiles: () => sweepFiles(people),
    scanSignals: scanner.work,
    // On a file there is no other process whose commits and revocations have to be found out about.
    ...(database.file === null
      ? {
          async catchUpPokes() {
            await live.catchUp((ids) => store.revisions(ids));
            const ended = await lastRevoked(people);
            live.close(({ deviceId }) => ended.has(deviceId));
          },
        }
      : {}),
  });
  return {
    app,
    database,
    sync,
    live,
    people,
    reminders,
    recurring,
    leave() {
      stopping = true;
      applier.stop();
      scanner.stop();
      live.close(() => true);
      outbound.close();
    },
    async close() {
      outbound.close();
      await reminders.stop();
      channels.close();
      await database.close();
    },
  };
}

function databaseUrl(env: Pick<Env, "DATABASE_URL" | "DATA_DIR">): string {
  return env.DATABASE_URL ?? `file:${join(env.DATA_DIR, "northing.db")}`;
}

/** The path of the database, or undefined where it is on a server. */
export function databaseFile(env: Pick<Env, "DATABASE_URL" | "DATA_DIR">): string | undefined {
  const url = databaseUrl(env);
  if (!url.startsWith("file:")) return undefined;
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}

export function revocationsPath(env: Pick<Env, "DATA_DIR">): string {
  return join(env.DATA_DIR, "revocations.jsonl");
}

/** Whom a push service writes to when something is wrong; on a server without a name of its own, nobody can. */
function vapidSubject({ VAPID_SUBJECT, PUBLIC_URL }: Env): string {
  if (VAPID_SUBJECT !== undefined) return VAPID_SUBJECT;
  return PUBLIC_URL?.startsWith("https:") ? PUBLIC_URL : "mailto:operator@localhost";
}

function fraction(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
}
