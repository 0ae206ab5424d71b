import type { Kind } from "../../shared/sync/catalog.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";

/** What a screen reads: the server's rows with everything this phone has done since laid over them. */
export interface Reader {
  get<K extends Kind>(kind: K, id: string): Promise<RowOf<K> | undefined>;
  /** Live rows of a kind under one parent; without a parent, all of them. Unordered. */
  list<K extends Kind>(kind: K, parentId?: string): Promise<RowOf<K>[]>;
  /** Live rows of a kind that belong to a cycle: objectives, key results, check-ins. Unordered. */
  inCycle<K extends "objective" | "key-result" | "check-in">(kind: K, cycleId: string): Promise<RowOf<K>[]>;
}

/** Runs a query and runs it again whenever a row it read changes. Undefined until the first answer. */
export function useLive<T>(_query: (read: Reader) => Promise<T>, _deps: unknown[]): T | undefined {
  throw new Error("not yet");
}

/** This moment in milliseconds; ticks each minute. */
export function useNow(): number {
  throw new Error("not yet");
}

/** The local day of the member's zone, "2026-11-23"; changes at their midnight. */
export function useToday(): string {
  throw new Error("not yet");
}
