import type { SyncRequest } from "../../shared/sync/protocol.ts";
import { request } from "../api-client.ts";
import type { PhoneStorage } from "../sync/storage.ts";
import type { World } from "../sync/world.ts";

/** The browser as sync sees it, in a page or in the worker. */
export function createWorld(storage: PhoneStorage): World {
  return {
    now: Date.now,
    monotonic: () => performance.now(),
    random: Math.random,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    sleep,
    transport: (body: SyncRequest, timeoutMs) => request("POST", "/api/sync", body, timeoutMs),
    locks: { tryHold },
    storage,
    log: (event, details) => console.info(`sync: ${event}`, details ?? ""),
  };
}

/** Resolves after a time, or early when the signal is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });
}

/** A WebView without Web Locks just runs: the server makes sending twice harmless. */
async function tryHold<T>(name: string, work: () => Promise<T>): Promise<T | "taken"> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request(name, { ifAvailable: true }, (lock) =>
    lock === null ? ("taken" as const) : work(),
  );
}
