import type { Kind } from "../../shared/sync/catalog.ts";
import type { LocalCode, RejectionCode } from "../../shared/sync/codes.ts";
import type { Cursor } from "../../shared/sync/protocol.ts";

/**
 * What the phone keeps. Rows are found by text keys, "kind/id", and by place, "kind/parent id" and "kind/cycle id":
 * one text compares several times faster than a pair.
 */
export interface StoredRow {
  key: string;
  parent: string;
  cycle?: string;
  revision: number;
  body: object;
}

/** A row as changed by work the cursor does not cover yet. `body` null: deleted. */
export interface OverlayRow {
  key: string;
  parent: string;
  cycle?: string;
  revision: number;
  body: object | null;
  /** Mutations that wrote it, in order. */
  by: string[];
  /** Every place it is or was listed under, so that a list knows which of its rows moved away. */
  places: string[];
}

/** A mutation in the journal: what is needed to offer it again after a restore. */
export interface JournalEntry {
  /** Rises with each mutation of this database; the order they were made in. */
  seq: number;
  id: string;
  name: string;
  v?: number;
  args: Record<string, unknown>;
  at: string;
  baseRevision?: number;
}

/** A mutation not accepted yet. */
export interface OutboxEntry extends JournalEntry {
  healing?: true;
  /** Bytes on the wire. */
  size: number;
  /** Rows and places its rule read, rows it wrote and the places they stand in, as of its last run. */
  reads: string[];
  writes: string[];
  into: string[];
  /** Sent a second time because nothing of it was to be seen; once is enough. */
  asked?: true;
}

/** Accepted, and kept until the cursor covers its revision; without one, until the next complete pull. */
export interface AckedEntry extends OutboxEntry {
  revision?: number;
}

export interface AttentionEntry {
  id: string;
  name: string;
  args: Record<string, unknown>;
  at: string;
  code: RejectionCode | LocalCode;
  field?: string;
  message?: string;
  rejectedAt: string;
  /** Set once the text was handed to somebody; the item stays until it is discarded. */
  sentTo?: { memberId: string; at: string };
  /** An outbox entry nobody could decode, as it lay there. */
  raw?: unknown;
}

/** A field that accepted work of this phone set, and what somebody else has made of it since. */
export interface Edit {
  kind: Kind;
  id: string;
  /** As in the row; "moves.because" is a part of one. */
  field: string;
  /** Null: it was cleared. */
  mine: unknown;
  /** The server's revision that held it. */
  revision: number;
  at: string;
  theirs?: { value: unknown; at: string };
}

/** Why sync stands still until a person does something. */
export type Pause = "signed-out" | "refused" | "removed" | "revoked" | "update-needed";

/** The body of an attached file, on a phone it was attached or opened on. */
export interface StoredBody {
  /** Of the attachment. */
  id: string;
  bytes: ArrayBuffer;
}

/** How far such a body is on its way to the server; one that was fetched from there is done. */
export interface Upload {
  size: number;
  /** When it was attached here, in milliseconds. */
  since: number;
  /** Bytes the server has. */
  sent: number;
  /** Nothing is left to send since this moment: the server has it all, or nobody wants it any more. */
  doneAt?: number;
  /** It came from the server, so that losing it costs nothing but another fetch. */
  fetched?: true;
  /** When it was last opened here. */
  usedAt?: number;
  /** Tries in vain since the last byte got through, why the last one was, and the moment before which none is made. */
  tries: number;
  failed?: string;
  notBefore?: number;
}

/** How far the rows of a cycle too old for a pull were fetched. */
export interface OlderCycle {
  /** The revision up to which they are here. */
  after: number;
  /** The server had no more of them. */
  whole: boolean;
}

/** How sync stands, for screens. */
export interface SyncMark {
  phase: "idle" | "sending" | "offline" | "retrying" | Pause;
  lastSyncedAt?: string;
  /** The phone's clock minus the server's. */
  skewMs?: number;
  storageFull?: boolean;
  /** Whether the browser promised not to evict what is here. */
  persisted?: boolean;
  /** Pulling stopped: the server's history changed more than three times in an hour. */
  pullStopped?: boolean;
}

export interface Meta {
  cursor: Cursor;
  /** The last `seq` given out. */
  seq: number;
  deviceId: string;
  /** Rises with each reset or purge; an answer to a request of an earlier one is dropped whole. */
  generation: number;
  /** The journal is being offered again; entries up to `after` have been. */
  offer: { after: number };
  /** When the last resets happened, in milliseconds. */
  resets: number[];
  catalogVersion: number;
  /** What the worker found accepted, by `seq`; there, even when empty, until a page has settled what that changed. */
  unsettled: number[];
  prunedOn: string;
  edits: Edit[];
  /** By the cycle's id. */
  older: Record<string, OlderCycle>;
  /** By the attachment's id; whose bodies are in `bodies`. */
  uploads: Record<string, Upload>;
  mark: SyncMark;
}

export interface Table<V, K> {
  get(key: K): PromiseLike<V | undefined>;
  many(keys: K[]): PromiseLike<(V | undefined)[]>;
  /** In key order; the first `limit` after the key `after`. */
  page(after?: K, limit?: number): PromiseLike<V[]>;
  put(values: V[]): PromiseLike<unknown>;
  drop(keys: K[]): PromiseLike<unknown>;
  clear(): PromiseLike<unknown>;
  count(): PromiseLike<number>;
}

/** One transaction. Inside, nothing but these may be awaited: IndexedDB commits when nothing is asked of it. */
export interface Tx {
  rows: Table<StoredRow, string> & {
    under(parent: string): PromiseLike<StoredRow[]>;
    inCycle(cycle: string): PromiseLike<StoredRow[]>;
  };
  overlay: Table<OverlayRow, string> & { at(place: string): PromiseLike<OverlayRow[]> };
  outbox: Table<OutboxEntry, number>;
  acked: Table<AckedEntry, number>;
  attention: Table<AttentionEntry, string>;
  journal: Table<JournalEntry, number>;
  bodies: Table<StoredBody, string>;
  meta: {
    get<K extends keyof Meta>(key: K): PromiseLike<Meta[K] | undefined>;
    put<K extends keyof Meta>(key: K, value: Meta[K]): PromiseLike<unknown>;
    drop(key: keyof Meta): PromiseLike<unknown>;
  };
}

/** `write` resolves once its transaction is durable, with all of it or, when it throws, with nothing. */
export interface PhoneStorage {
  read<T>(work: (tx: Tx) => PromiseLike<T>): Promise<T>;
  write<T>(work: (tx: Tx) => PromiseLike<T>): Promise<T>;
  /** Deletes the database. */
  destroy(): Promise<void>;
}

/** Thrown by a storage. Anything else that comes out of `write` is a bug of whoever called it. */
export class StorageError extends Error {
  readonly reason: "full" | "lost";
  constructor(reason: StorageError["reason"], options?: ErrorOptions) {
    super(`storage ${reason}`, options);
    this.reason = reason;
  }
}
