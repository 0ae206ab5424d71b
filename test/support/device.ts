import "fake-indexeddb/auto";
import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Kind, MutationName } from "../../shared/sync/catalog.ts";
import type { SyncRequest } from "../../shared/sync/protocol.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { databaseName, openDatabase, type PhoneDatabase } from "../../web/store/db.ts";
import { type Reader, readerOf } from "../../web/store/live.ts";
import type { RoundEnd } from "../../web/sync/exchange.ts";
import { flush } from "../../web/sync/flush-only.ts";
import { type Recorded, record } from "../../web/sync/outbox.ts";
import { createPhone, type Phone } from "../../web/sync/phone.ts";
import { round } from "../../web/sync/round.ts";
import type { PhoneStorage, Tx } from "../../web/sync/storage.ts";
import type { Identity, Reply, World } from "../../web/sync/world.ts";
import type { Persona, World as Server } from "./world.ts";

/** Sends a request on its way and answers what comes back; a test puts faults in between. */
export type Network = (
  request: SyncRequest,
  send: (request: SyncRequest) => Promise<Reply>,
) => Promise<Reply>;

export interface Device {
  phone: Phone;
  db: PhoneDatabase;
  who: Identity;
  /** How far this phone's clock is ahead of the server's, in milliseconds. */
  skew: number;
  network: Network;
  /** Requests that reached the network so far. */
  sent: SyncRequest[];
  save(name: MutationName, args: object): Promise<Recorded>;
  /** The same, but a refusal fails the test. Answers the mutation's id. */
  must(name: MutationName, args: object): Promise<string>;
  round(): Promise<RoundEnd>;
  /** What the worker does, on this phone's storage. */
  flush(): Promise<RoundEnd>;
  /** Rounds until there is no reason to go on; answers how the last one ended. */
  sync(): Promise<RoundEnd>;
  read<T>(query: (read: Reader) => Promise<T>): Promise<T>;
  stored<T>(query: (tx: Tx) => PromiseLike<T>): Promise<T>;
  pending(): Promise<string[]>;
  attention(): Promise<{ name: string; code: string; args: Record<string, unknown> }[]>;
  close(): void;
}

export interface DeviceOptions {
  /** Wraps the storage, for faults. */
  storage?: (inner: PhoneStorage) => PhoneStorage;
  /** Opens the same database as another device of the test: a second tab, or the same phone after a restart. */
  database?: string;
  locks?: World["locks"];
}

let devices = 0;

/** A phone of somebody: the real engine and Dexie on fake-indexeddb, speaking to the real in-process app. */
export async function openDevice(
  server: Server,
  persona: Persona,
  options: DeviceOptions = {},
): Promise<Device> {
  devices += 1;
  const { personId, memberId, workspaceId, deviceId } = persona;
  const who: Identity = { personId, memberId, workspaceId, deviceId };
  const name = options.database ?? `${databaseName(personId, workspaceId)}/${devices}`;
  const db = await openDatabase(name, never);
  onTestFinished(() => db.close());

  const send = async (request: SyncRequest): Promise<Reply> => {
    const { status, body, headers } = await persona.at.post("/api/sync", request);
    const retryAfter = headers.get("retry-after");
    return { status, body, ...(retryAfter === null ? {} : { retryAfter: Number(retryAfter) }) };
  };
  const world: World = {
    now: () => server.clock.now + device.skew,
    monotonic: () => server.clock.now,
    random: () => 0.5,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    sleep: async () => {},
    transport(request) {
      device.sent.push(structuredClone(request));
      return device.network(request, send);
    },
    locks: options.locks ?? { tryHold: (_name, work) => work() },
    storage: options.storage?.(db) ?? db,
    log: () => {},
  };
  const phone = createPhone(world, who);

  const device: Device = {
    phone,
    db,
    who,
    skew: 0,
    network: (request, go) => go(request),
    sent: [],
    save: (name, args) => record(world, who, name, args as Record<string, unknown>),
    async must(name, args) {
      const saved = await device.save(name, args);
      if (!saved.saved) throw new Error(`${name}: ${saved.code} ${saved.field ?? ""}`);
      return saved.mutationId;
    },
    round: () => round(phone),
    flush: () => flush(phone),
    async sync() {
      for (let rounds = 0; rounds < 100; rounds += 1) {
        const end = await round(phone);
        if (end.end !== "done" || !end.more) return end;
      }
      throw new Error("a device that never comes to rest");
    },
    read: (query) => db.read((tx) => query(readerOf(tx))),
    stored: (query) => db.read(query),
    pending: () => db.read(async (tx) => (await tx.outbox.page()).map((entry) => entry.name)),
    attention: () =>
      db.read(async (tx) =>
        (await tx.attention.page()).map(({ name, code, args }) => ({ name, code, args })),
      ),
    close: () => db.close(),
  };
  return device;
}

/** A fresh id for a row, as a form makes one. */
export function rowId(server: Server): string {
  return uuidv7(server.clock.now, new Uint8Array(randomBytes(10)));
}

/** All rows of a kind as a screen would see them, by id. */
export async function rowsOf<K extends Kind>(device: Device, kind: K): Promise<Map<string, object>> {
  const rows = await device.stored((tx) => tx.rows.page());
  return new Map(rows.filter(({ key }) => key.startsWith(`${kind}/`)).map(({ key, body }) => [key, body]));
}

/** Nothing in these tests waits for the clock. */
const never = (_ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });
