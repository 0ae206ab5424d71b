export type SyncPhase =
  | "idle"
  | "sending"
  | "offline"
  | "signed-out"
  | "refused"
  | "retrying"
  | "update-needed";

export interface SyncState {
  phase: SyncPhase;
  /** Mutations not yet on the server. */
  pending: number;
  /** When the oldest of them was made. */
  oldestAt?: string;
  /** Items in needs attention. */
  attention: number;
  lastSyncedAt?: string;
  /** Whether the browser promised not to evict this phone's data; absent until asked. */
  persisted?: boolean;
  /** How far this phone's clock is ahead of the server's. */
  skewMs?: number;
  /** The browser has no room left for what the server sends. */
  storageFull?: boolean;
}

export function useSyncState(): SyncState {
  throw new Error("not yet");
}

/** Flushes and pulls now; resolves when the round ended, whatever came of it. */
export async function syncNow(): Promise<void> {
  throw new Error("not yet");
}

export type Delivery = "on-this-phone" | "sending" | "on-the-server" | "not-accepted";

/** Where each mutation is, by id. */
export function useDelivery(_mutationIds: string[]): Record<string, Delivery> {
  throw new Error("not yet");
}
