import type { Kind } from "../../shared/sync/catalog.ts";
import type { LoadedRow, Want } from "../../shared/sync/rows.ts";

/** Where a workspace's history stands. */
export interface Head {
  /** Changes with every restore. */
  epoch: string;
  revision: number;
  /** When this epoch began by a restore (ISO instant); null for a history that was never restored. */
  restoredAt: string | null;
}

/** What became of a mutation, as it is answered for ever. */
export interface Outcome {
  id: string;
  payloadHash: string;
  outcome: "applied" | "rejected";
  code?: string;
  field?: string;
  /** Of the effect; for one without effect, the head it was judged at. */
  revision: number;
}

export interface Judged extends Outcome {
  name: string;
  actorId: string;
  deviceId: string | null;
  at: string;
  receivedAt: string;
}

/** A row as it is stored: `body` is the text that travels, null for a tombstone. */
export interface StoredRow {
  kind: Kind;
  id: string;
  parentId: string;
  cycleId: string | null;
  revision: number;
  body: string | null;
}

/** One atomic step of a workspace's history, of one mutation or of many. */
export interface Commit {
  workspaceId: string;
  /** The head it was judged at; if that has moved, nothing is stored. */
  from: Head;
  /** One for every mutation with an effect, numbered from the head on without gaps. */
  revisions: { revision: number; tag: string; at: string; actorId: string }[];
  /** In the order they were written; a row may appear more than once, and only its last version is current. */
  rows: StoredRow[];
  judged: Judged[];
}

export interface PageRequest {
  /** Rows with a revision above this. */
  after: number;
  /** Rows at most, unless a single revision has more: a revision is never split. */
  limit: number;
  /** All rows of this one cycle; absent: what a device holds, that is all but closed cycles before the latest. */
  cycleId?: string;
  /** Only these kinds, up to and including this revision; for kinds a phone has just learnt. */
  only?: { kinds: readonly Kind[]; upTo: number };
}

/** A snapshot: rows and head belong together. */
export interface Page {
  /** Wire rows as stored text, joined by commas, without brackets; "" when there are none. */
  rows: string;
  /** The last revision the page covers, the head when nothing is left, and that revision's tag ("" at 0). */
  revision: number;
  tag: string;
  more: boolean;
}

/**
 * All that sync needs of a database; answers come from the primary, never from a replica. A store that cannot be
 * reached throws an error with code "unavailable" or "full"; no caller may take that for a refusal.
 */
export interface SyncStore {
  /** A workspace's first moment; nothing happens if it exists. */
  create(workspaceId: string, epoch: string): Promise<void>;
  head(workspaceId: string): Promise<Head | undefined>;
  /** The tag of a revision, or undefined where there is none. */
  tag(workspaceId: string, revision: number): Promise<string | undefined>;
  /** What is known of these mutations; unknown ids are absent. */
  outcomes(workspaceId: string, ids: readonly string[]): Promise<Map<string, Outcome>>;
  /** For each want, the live rows found for it. */
  load(workspaceId: string, wants: readonly Want[]): Promise<LoadedRow[][]>;
  /** All of it durably, or nothing. False: the head has moved, or one of the mutations is known by now. */
  commit(commit: Commit): Promise<boolean>;
  page(workspaceId: string, request: PageRequest): Promise<Page>;
  /** The heads of several workspaces, for pokes across nodes. */
  revisions(workspaceIds: readonly string[]): Promise<Map<string, number>>;
}

/** True for trouble that passes: the work is to be sent again. Everything else thrown is a fault of ours. */
export function passes(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "unavailable" || code === "full";
}
