import { useSyncExternalStore } from "react";
import type { Workbox } from "workbox-window";

const workerUrl = import.meta.env.DEV ? "/dev-sw.js?dev-sw" : "/service-worker.js";
const hour = 3_600_000;

let workbox: Workbox | undefined;
let waiting = false;
let asked = false;
let taken = false;
const listeners = new Set<() => void>();

/**
 * Registers the service worker, after the first screen stands. A new version waits until it is asked for; it is asked
 * for by the person, or by itself when nobody looks and nothing is being written.
 */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || workbox !== undefined) return;
  const { Workbox } = await import("workbox-window");
  workbox = new Workbox(trusted(workerUrl), import.meta.env.DEV ? { type: "module" } : {});
  workbox.addEventListener("waiting", async ({ sw }) => {
    // A first installation waits for a blink too; it is an update only beside an older version.
    if ((await navigator.serviceWorker.ready).active !== sw) setWaiting(true);
  });
  workbox.addEventListener("controlling", ({ isUpdate }) => {
    taken = isUpdate === true;
    // Another tab asked: this one now runs old code against a new cache and says so, but is not torn away.
    if (asked) location.reload();
    else if (taken) setWaiting(true);
  });
  await workbox.register({ immediate: true });
  const check = () => void workbox?.update().catch(() => {});
  setInterval(check, hour);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") check();
    else if (waiting && nothingBeingWritten()) applyUpdate();
  });
}

/** Lets the waiting version take over; the page reloads when it has. */
export function applyUpdate(): void {
  asked = true;
  if (workbox === undefined || taken) location.reload();
  else workbox.messageSkipWaiting();
}

export function useUpdateWaiting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
}

function setWaiting(next: boolean): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/** What of Trusted Types is used here; the DOM library does not have them yet. */
interface TrustedTypeFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): ConstructorParameters<typeof Workbox>[0] };
}

/** The one policy of this app: it lets the worker's own address through and nothing else. */
function trusted(url: string) {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypeFactory };
  const policy = trustedTypes?.createPolicy("northing", {
    createScriptURL(wanted) {
      if (wanted !== workerUrl) throw new TypeError("northing: only the service worker is a trusted script");
      return wanted;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

function nothingBeingWritten(): boolean {
  return document.querySelector("main :is(input, textarea, select), dialog[open]") === null;
}
