import type { Kind } from "./catalog.ts";
import { parentOf } from "./kinds.ts";
import type { RowOf, Rows, Tombstone, Write } from "./mutation.ts";

/** One row, or all live rows of a kind under a parent ("" for a kind without one). */
export type Want = { kind: Kind; id: string } | { kind: Kind; parentId: string };

/** Thrown by `rows` when a rule reads what is not loaded; the driver loads it and runs the rule again. */
export class RowsMissing extends Error {
  readonly wants: readonly Want[];
  constructor(...wants: readonly Want[]) {
    super("rows missing");
    this.wants = wants;
  }
}

export interface LoadedRow {
  kind: Kind;
  id: string;
  revision: number;
  body: object;
}

/** Rows in memory: what was loaded, with the writes of the rules that ran since. */
export interface RowCache {
  rows: Rows;
  /** Answers a want: the rows found for it. What a rule has written since stays. */
  fill(want: Want, found: LoadedRow[]): void;
  write(write: Write | Tombstone): void;
  /** The row as loaded or written, `null` when it is known to be absent, undefined when never asked for. */
  known(kind: Kind, id: string): RowOf<Kind> | null | undefined;
}

export function createRowCache(): RowCache {
  const byId = new Map<string, RowOf<Kind> | null>();
  const byParent = new Map<string, Map<string, RowOf<Kind>>>();
  const listed = new Set<string>();

  const key = (kind: Kind, id: string) => `${kind} ${id}`;
  const set = (kind: Kind, id: string, row: RowOf<Kind> | null) => {
    const before = byId.get(key(kind, id));
    if (before) byParent.get(key(kind, parentOf(kind, before)))?.delete(id);
    byId.set(key(kind, id), row);
    if (row === null) return;
    const parent = key(kind, parentOf(kind, row));
    const siblings = byParent.get(parent) ?? new Map();
    byParent.set(parent, siblings.set(id, row));
  };

  return {
    rows: {
      get(kind, id) {
        const row = byId.get(key(kind, id));
        if (row === undefined) throw new RowsMissing({ kind, id });
        return (row ?? undefined) as never;
      },
      getMany(kind, ids) {
        const missing = ids.filter((id) => !byId.has(key(kind, id)));
        if (missing.length > 0) throw new RowsMissing(...missing.map((id) => ({ kind, id })));
        return ids.map((id) => (byId.get(key(kind, id)) ?? undefined) as never);
      },
      list(kind, parentId = "") {
        if (!listed.has(key(kind, parentId))) throw new RowsMissing({ kind, parentId });
        return [...(byParent.get(key(kind, parentId))?.values() ?? [])] as never;
      },
      listMany(kind, parentIds) {
        const missing = parentIds.filter((id) => !listed.has(key(kind, id)));
        if (missing.length > 0) throw new RowsMissing(...missing.map((parentId) => ({ kind, parentId })));
        return parentIds.flatMap((id) => [...(byParent.get(key(kind, id))?.values() ?? [])]) as never;
      },
    },
    fill(want, found) {
      for (const row of found)
        if (!byId.has(key(row.kind, row.id)))
          set(row.kind, row.id, { ...row.body, id: row.id, revision: row.revision } as never);
      if ("parentId" in want) listed.add(key(want.kind, want.parentId));
      else if (!byId.has(key(want.kind, want.id))) set(want.kind, want.id, null);
    },
    write(write) {
      const before = byId.get(key(write.kind, write.id));
      const row = "body" in write ? { ...write.body, id: write.id, revision: before?.revision ?? 0 } : null;
      set(write.kind, write.id, row as never);
    },
    known: (kind, id) => byId.get(key(kind, id)),
  };
}
