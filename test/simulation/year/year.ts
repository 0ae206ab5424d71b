import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../../api/db/client.ts";
import { parseEnv } from "../../../api/env.ts";
import { createLog } from "../../../api/log.ts";
import { type Northing, openNorthing } from "../../../api/northing.ts";
import type { Sender } from "../../../api/push/send.ts";
import { createReminders, type Reminders } from "../../../api/reminders/reminders.ts";
import type { Args, MutationName } from "../../../shared/sync/catalog.ts";
import { uuidv7 } from "../../../shared/sync/uuid.ts";
import { type Chance, chanceOf } from "../../support/chance.ts";
import { vapidKeys } from "../../support/pushing.ts";
import { iso } from "./calendar.ts";
import { createFacts, type Facts } from "./facts.ts";
import { createServices, type Services } from "./services.ts";

/** A device of somebody's and where it takes messages, as its owner knows it. */
export interface Phone {
  deviceId: string;
  memberId: string;
  personId: string;
  endpoint: string;
  /** It takes messages in [from, until). */
  from: number;
  until: number;
}

/** What somebody did with a message on their phone. */
export interface Snooze {
  deliveryId: string;
  at: number;
  until: number;
}

/** A fault planted into what the server stands on. */
export interface Bug {
  database?: (database: Database) => Database;
  sender?: (sender: Sender) => Sender;
}

export interface Year {
  chance: Chance;
  clock: { now: number };
  northing: Northing;
  facts: Facts;
  services: Services;
  phones: Phone[];
  snoozes: Snooze[];
  /** When the server was not there, as [from, until). */
  away: { from: number; until: number }[];
  workspaceId: string;
  /** Mutations that were refused, by name and code. */
  refused: Map<string, number>;
  /** What somebody does is written down at once; answers whether it was taken. */
  tell<N extends MutationName>(memberId: string, name: N, args: Args<N>): Promise<boolean>;
  /** The same by the server's own hand. */
  decree<N extends MutationName>(name: N, args: Args<N>): Promise<boolean>;
  id(): string;
  /** The process that reminds; after `restart` another one, which knows only what is stored. */
  reminders(): Reminders;
  restart(): void;
  close(): Promise<void>;
}

/** A server with its own database file and a clock that stands still until somebody moves it; nobody is there yet. */
export async function openYear(seed: number, start: number, bug: Bug = {}): Promise<Year> {
  const chance = chanceOf(seed);
  const clock = { now: start };
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "northing-year-"));
  const now = () => clock.now;
  // Apart from the story, which is to be the same whatever the server does.
  const luck = chanceOf(seed + 2000);
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => luck.below(256));
  const wait = async () => {};
  const origin = () => "https://okr.example.org";
  const log = createLog("error", now, () => {});
  const env = parseEnv({ DATA_DIR: folder, LOG_LEVEL: "error" });
  const northing = await openNorthing({ env, log, now, bytes, wait, origin });
  const facts = createFacts();
  const services = createServices(chanceOf(seed + 1000), now);
  const id = () => uuidv7(clock.now, bytes(10));
  const workspaceId = id();
  const refused = new Map<string, number>();
  northing.sync.onCommit((_, __, changed) => {
    for (const { kind, id, body } of changed) facts.note(kind, id, body, clock.now);
  });

  async function apply(actor: { memberId: string; server?: boolean }, name: string, args: object) {
    const mutation = { id: id(), name, args, at: iso(clock.now) };
    const [result] = await northing.sync.apply(workspaceId, actor, [mutation]);
    if (result?.outcome === "applied") return true;
    const what = `${name}: ${result?.code} ${result?.field ?? ""}`.trim();
    refused.set(what, (refused.get(what) ?? 0) + 1);
    return false;
  }

  const database = bug.database?.(northing.database) ?? northing.database;
  const sender = bug.sender?.(services) ?? services;
  const begin = () =>
    createReminders({
      ...{ database, sender, now, bytes, wait, origin, log, random: luck.random },
      ...{ vapid: vapidKeys, extraHosts: [] },
    });
  let running = begin();
  return {
    ...{ chance, clock, northing, facts, services, workspaceId, refused, id },
    ...{ phones: [], snoozes: [], away: [] },
    tell: (memberId, name, args) => apply({ memberId }, name, args),
    decree: (name, args) => apply({ memberId: workspaceId, server: true }, name, args),
    reminders: () => running,
    restart() {
      services.forget();
      running = begin();
    },
    async close() {
      await northing.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
