import type { Commit, Head, Outcome, StoredRow, SyncStore } from "../../api/sync/sync-store.ts";
import type { Want } from "../../shared/sync/rows.ts";

/** One workspace's history; everything in it is replaced, never changed, so that a backup is a shallow copy. */
export interface History {
  head: Head;
  tags: Map<number, string>;
  /** Every version of every row, oldest first. */
  rows: Map<string, readonly StoredRow[]>;
  outcomes: Map<string, Outcome>;
}

export interface MemorySyncStore extends SyncStore {
  history(): History;
  backup(): History;
  /** Puts an older history in place; with a new epoch when the restore is told by one. */
  restore(backup: History, epoch?: { name: string; at: string }): void;
  /** Ids the server has ever refused, in any history. */
  refused: Set<string>;
  /** Broken promises of the server's side: revisions with gaps, a mutation judged twice. */
  breaches: string[];
}

/** What may befall a commit. */
export interface CommitFaults {
  /** Resolves when the commit may happen, then again once it has; rejects for trouble at either point. */
  around(stage: "before" | "after"): Promise<void>;
  /** Planted bugs: a page ends in the middle of a revision; a commit is answered and not made. */
  splits(): boolean;
  forgets(): boolean;
}

/** The server's store in memory, for one workspace, with the promises of `SyncStore`. */
export function createMemorySyncStore(faults: CommitFaults): MemorySyncStore {
  let history: History | undefined;
  const breaches: string[] = [];
  const refused = new Set<string>();
  const now = () => {
    if (history === undefined) throw new Error("no such workspace");
    return history;
  };

  const store: MemorySyncStore = {
    breaches,
    refused,
    history: now,
    backup: () => copy(now()),
    restore(backup, epoch) {
      history = copy(backup);
      if (epoch) history.head = { ...history.head, epoch: epoch.name, restoredAt: epoch.at };
    },
    async create(_workspaceId, epoch) {
      history ??= {
        head: { epoch, revision: 0, restoredAt: null },
        tags: new Map(),
        rows: new Map(),
        outcomes: new Map(),
      };
    },
    head: async () => history && { ...history.head },
    tag: async (_workspaceId, revision) => now().tags.get(revision),
    outcomes: async (_workspaceId, ids) =>
      new Map(ids.flatMap((id) => (now().outcomes.has(id) ? [[id, now().outcomes.get(id)!] as const] : []))),
    load: async (_workspaceId, wants) => wants.map((want) => found(now(), want)),
    async commit(commit) {
      await faults.around("before");
      if (!fits(now(), commit)) return false;
      if (faults.forgets()) return true;
      breaches.push(...breachesOf(now(), commit));
      history = after(now(), commit);
      for (const { id, outcome } of commit.judged) if (outcome === "rejected") refused.add(id);
      await faults.around("after");
      return true;
    },
    async page(_workspaceId, { after: from, limit }) {
      const { head, rows, tags } = now();
      const above = [...rows.values()]
        .map((versions) => versions.at(-1)!)
        .filter((row) => row.revision > from);
      above.sort((a, b) => a.revision - b.revision || compare(a.id, b.id));
      let cut = Math.min(limit, above.length);
      if (!faults.splits())
        while (cut > 0 && cut < above.length && above[cut]!.revision === above[cut - 1]!.revision) cut += 1;
      const page = above.slice(0, cut);
      const more = cut < above.length;
      const revision = more ? page.at(-1)!.revision : head.revision;
      return { rows: page.map(wire).join(","), revision, tag: tags.get(revision) ?? "", more };
    },
    revisions: async (ids) => new Map(ids.map((id) => [id, history?.head.revision ?? 0])),
  };
  return store;
}

const asked = new WeakMap<History, { revision: number; at: Map<string, StoredRow> }>();

/** Live rows as they stood at a revision, by "kind/id". */
export function rowsAt(history: History, revision: number): Map<string, StoredRow> {
  const before = asked.get(history);
  if (before?.revision === revision) return before.at;
  const at = new Map<string, StoredRow>();
  for (const [key, versions] of history.rows) {
    const row = versions.findLast((one) => one.revision <= revision);
    if (row && row.body !== null) at.set(key, row);
  }
  asked.set(history, { revision, at });
  return at;
}

function fits({ head, outcomes }: History, { from, judged }: Commit): boolean {
  const known = judged.some((one) => outcomes.has(one.id));
  return head.revision === from.revision && head.epoch === from.epoch && !known;
}

function breachesOf({ head, rows }: History, { revisions, rows: written }: Commit): string[] {
  const gaps = revisions.filter((one, i) => one.revision !== head.revision + i + 1);
  const rewritten = written.filter((row) => {
    const before = row.kind === "check-in" ? rows.get(`check-in/${row.id}`)?.at(-1) : undefined;
    return before !== undefined && before.body !== row.body;
  });
  return [
    ...gaps.map((one) => `I3: revision ${one.revision} does not follow ${head.revision}`),
    ...rewritten.map((row) => `I2: check-in ${row.id} was written twice`),
  ];
}

function after(
  { head, tags, rows, outcomes }: History,
  { revisions, rows: written, judged }: Commit,
): History {
  const next = copy({ head: { ...head, revision: head.revision + revisions.length }, tags, rows, outcomes });
  for (const { revision, tag } of revisions) next.tags.set(revision, tag);
  for (const row of written) {
    const key = `${row.kind}/${row.id}`;
    next.rows.set(key, [...(next.rows.get(key) ?? []), row]);
  }
  for (const one of judged) next.outcomes.set(one.id, one);
  return next;
}

function copy({ head, tags, rows, outcomes }: History): History {
  return { head: { ...head }, tags: new Map(tags), rows: new Map(rows), outcomes: new Map(outcomes) };
}

function found({ rows }: History, want: Want) {
  const live = (row: StoredRow | undefined) => (row && row.body !== null ? [row] : []);
  const hits =
    "id" in want
      ? live(rows.get(`${want.kind}/${want.id}`)?.at(-1))
      : [...rows.values()]
          .flatMap((versions) => live(versions.at(-1)))
          .filter((row) => row.kind === want.kind && row.parentId === want.parentId);
  return hits.map(({ kind, id, revision, body }) => ({
    kind,
    id,
    revision,
    body: JSON.parse(body!) as object,
  }));
}

function wire({ kind, id, revision, body }: StoredRow): string {
  const head = { kind, id, revision };
  return body === null
    ? JSON.stringify({ ...head, deleted: true })
    : `${JSON.stringify(head).slice(0, -1)},"body":${body}}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
