import { catalogVersion, kindsNewerThan } from "../../shared/sync/kinds.ts";
import { type Cursor, pageRows, type SyncRequest, type SyncResponse } from "../../shared/sync/protocol.ts";
import type { Head, SyncStore } from "./sync-store.ts";

export interface Pulled {
  reset?: NonNullable<SyncResponse["reset"]>;
  wanted?: string[];
  /** Stored text of the rows, joined by commas. */
  rows: string;
  cursor: Cursor;
  more: boolean;
}

/**
 * The pull half of a round: what lies above the phone's cursor, up to a head read after the flush. Undefined when there
 * is no such workspace. Steps are those of "Pull" in shared/sync/README.md.
 */
export async function pull(
  store: SyncStore,
  workspaceId: string,
  { cursor, limit = pageRows, offer }: Pick<SyncRequest, "cursor" | "limit" | "offer">,
): Promise<Pulled | undefined> {
  const head = await store.head(workspaceId);
  if (head === undefined) return undefined;
  // Step 1: a cursor of another history proves nothing; the phone starts over and offers its journal.
  const reset = cursor === null ? undefined : await foreign(store, workspaceId, head, cursor);
  const from =
    cursor === null || reset ? { epoch: head.epoch, revision: 0, tag: "", catalogVersion } : cursor;
  // Step 2: of what is offered, the phone sends again what this history does not know.
  const wanted = offer && (await unknown(store, workspaceId, offer));
  const answer = { ...(reset && { reset }), ...(wanted && { wanted }) };
  if (limit === 0) return { ...answer, rows: "", cursor: from, more: head.revision > from.revision };
  // Step 3: kinds the phone has just learnt come from the beginning, whole, because its cursor has passed them.
  const learnt = await backfill(store, workspaceId, from);
  // Step 4: one page in one snapshot, ended between two revisions.
  const page = await store.page(workspaceId, { after: from.revision, limit: Math.min(limit, pageRows) });
  const { revision, tag, more } = page;
  return {
    ...answer,
    rows: [...learnt, page.rows].filter((text) => text !== "").join(","),
    cursor: { epoch: head.epoch, revision, tag, catalogVersion },
    more,
  };
}

async function foreign(
  store: SyncStore,
  workspaceId: string,
  head: Head,
  cursor: Cursor,
): Promise<Pulled["reset"]> {
  if (cursor.epoch !== head.epoch) return "epoch";
  if (cursor.revision > head.revision) return "ahead";
  const tag = cursor.revision === 0 ? "" : await store.tag(workspaceId, cursor.revision);
  return tag === cursor.tag ? undefined : "tag";
}

async function unknown(store: SyncStore, workspaceId: string, offer: readonly string[]): Promise<string[]> {
  const known = await store.outcomes(workspaceId, offer);
  return [...new Set(offer)].filter((id) => !known.has(id));
}

async function backfill(store: SyncStore, workspaceId: string, from: Cursor): Promise<string[]> {
  const only = { kinds: kindsNewerThan(from.catalogVersion), upTo: from.revision };
  const pages: string[] = [];
  if (only.kinds.length === 0) return pages;
  for (let after = 0, more = true; more; ) {
    const page = await store.page(workspaceId, { after, limit: pageRows, only });
    pages.push(page.rows);
    after = page.revision;
    more = page.more;
  }
  return pages;
}
