import type { Database } from "../db/client.ts";
import type { Log } from "../log.ts";
import type { Sync } from "../sync/sync.ts";
import type { Revocations } from "./revocations.ts";

/** What the people feature is given by whoever starts the server. */
export interface PeopleDeps {
  database: Database;
  /** The door for founding and joining, which no phone has. */
  sync: Pick<Sync, "apply">;
  /** Milliseconds since 1970. */
  now(): number;
  bytes(count: number): Uint8Array;
  /** The origin people use. */
  origin(): string;
  revocations: Revocations;
  log: Log;
  /** Told of each device whose session ended, so that its streams and pushes stop. */
  onDeviceEnded(deviceId: string): void;
}

export const minute = 60_000;
export const day = 24 * 60 * minute;
