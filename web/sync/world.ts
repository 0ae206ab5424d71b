import type { SyncRequest } from "../../shared/sync/protocol.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import type { PhoneStorage } from "./storage.ts";

/** What came back. Status 0: nothing did. `body` is undefined when it was not JSON. */
export interface Reply {
  status: number;
  body?: unknown;
  /** Seconds, from the Retry-After header. */
  retryAfter?: number;
}

export interface World {
  /** The phone's idea of the time, in milliseconds since 1970. It may be years off and may jump: data, never order. */
  now(): number;
  /** Milliseconds that only ever rise, from wherever. What waiting is measured by. */
  monotonic(): number;
  /** In [0, 1). */
  random(): number;
  randomBytes(count: number): Uint8Array;
  /** Resolves early, never rejects, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Never rejects; gives up after `timeoutMs` with status 0. */
  transport(request: SyncRequest, timeoutMs: number): Promise<Reply>;
  locks: {
    /** Runs the work holding the lock; answers "taken" at once when another tab or the worker holds it. */
    tryHold<T>(name: string, work: () => Promise<T>): Promise<T | "taken">;
  };
  storage: PhoneStorage;
  log(event: string, details?: Record<string, unknown>): void;
}

/** Whose database this is. */
export interface Identity {
  personId: string;
  memberId: string;
  workspaceId: string;
  deviceId: string;
}

export const iso = (ms: number) => new Date(ms).toISOString();
export const newId = (world: Pick<World, "now" | "randomBytes">) =>
  uuidv7(world.now(), world.randomBytes(10));
