import type { Kind } from "../../shared/sync/catalog.ts";
import type { Context, Definition, Rows, Verdict } from "../../shared/sync/mutation.ts";
import { type RowCache, RowsMissing, type Want } from "../../shared/sync/rows.ts";
import { runRule } from "../../shared/sync/rule.ts";
import { idOf, keyOf, kindOf, type ViewRow } from "./view.ts";

/** Where a rule's rows come from: the server's rows alone, or with pending work laid over them. */
export interface Source {
  one(key: string): PromiseLike<ViewRow | undefined>;
  under(place: string): PromiseLike<ViewRow[]>;
}

/**
 * Runs a rule, loading the rows it misses until it needs no more. Adds what it read to `reads`: row keys and places.
 */
export async function judge(
  rule: Definition,
  args: unknown,
  context: Omit<Context, "rows">,
  cache: RowCache,
  source: Source,
  reads: Set<string>,
): Promise<Verdict> {
  const rows = noting(cache.rows, reads);
  for (;;) {
    try {
      return runRule(rule, args, { ...context, rows });
    } catch (error) {
      if (!(error instanceof RowsMissing)) throw error;
      for (const want of error.wants) await load(want, cache, source);
    }
  }
}

async function load(want: Want, cache: RowCache, source: Source): Promise<void> {
  if ("parentId" in want) {
    fill(cache, want, await source.under(keyOf(want.kind, want.parentId)));
  } else {
    const row = await source.one(keyOf(want.kind, want.id));
    fill(cache, want, row === undefined ? [] : [row]);
  }
}

/** Answers a want with rows as they are stored. */
export function fill(cache: RowCache, want: Want, rows: ViewRow[]): void {
  const loaded = rows.map(({ key, revision, body }) => ({
    kind: kindOf(key),
    id: idOf(key),
    revision,
    body,
  }));
  cache.fill(want, loaded);
}

function noting(rows: Rows, reads: Set<string>): Rows {
  return {
    get<K extends Kind>(kind: K, id: string) {
      reads.add(keyOf(kind, id));
      return rows.get(kind, id);
    },
    getMany<K extends Kind>(kind: K, ids: readonly string[]) {
      for (const id of ids) reads.add(keyOf(kind, id));
      return rows.getMany(kind, ids);
    },
    list<K extends Kind>(kind: K, parentId = "") {
      reads.add(keyOf(kind, parentId));
      return rows.list(kind, parentId);
    },
    listMany<K extends Kind>(kind: K, parentIds: readonly string[]) {
      for (const id of parentIds) reads.add(keyOf(kind, id));
      return rows.listMany(kind, parentIds);
    },
  };
}
