import { catalog, type Kind } from "../../shared/sync/catalog.ts";
import type { Context, Definition, Verdict } from "../../shared/sync/mutation.ts";
import { createRowCache, type RowCache, RowsMissing, type Want } from "../../shared/sync/rows.ts";
import { runRule } from "../../shared/sync/rule.ts";
import { claimedAt, type Entry } from "./entry.ts";
import type { Head, SyncStore } from "./sync-store.ts";

/** What rules stand on while a group is judged: rows as of the head, plus what the group has written so far. */
export interface Ground {
  cache: RowCache;
  /** Loads what these mutations will read, many at a time. Only saves time: `judge` loads what is missing. */
  prepare(entries: readonly { entry: Entry; definition: Definition }[]): Promise<void>;
  judge(entry: Entry, definition: Definition): Promise<Verdict>;
}

/** A rule that still reads something new after this many loads is at fault. */
const mostLoads = 200;
const mostRounds = 20;

export function createGround(store: SyncStore, workspaceId: string, head: Head): Ground {
  const cache = createRowCache();

  async function fill(wants: readonly Want[]): Promise<void> {
    const found = await store.load(workspaceId, wants);
    wants.forEach((want, i) => {
      cache.fill(want, found[i] ?? []);
    });
  }

  return {
    cache,
    async prepare(entries) {
      let pending = entries;
      let wants = distinct(entries.flatMap(guess));
      for (let round = 0; wants.length > 0 && round < mostRounds; round += 1) {
        await fill(wants);
        const missing = pending.map((one) => ({ one, want: wantOf(one, cache, head) }));
        pending = missing.filter(({ want }) => want !== undefined).map(({ one }) => one);
        wants = distinct(missing.flatMap(({ want }) => want ?? []));
      }
    },
    async judge(entry, definition) {
      for (let loads = 0; loads < mostLoads; loads += 1) {
        try {
          return runRule(definition, entry.mutation.args, contextOf(entry, cache, head));
        } catch (error) {
          if (!(error instanceof RowsMissing)) throw error;
          await fill([error.want]);
        }
      }
      throw new Error(`${entry.mutation.name} reads without end`);
    },
  };
}

/** The next thing a mutation would have to load; undefined when it runs to an end, good or bad. */
function wantOf(
  { entry, definition }: { entry: Entry; definition: Definition },
  cache: RowCache,
  head: Head,
): Want | undefined {
  try {
    runRule(definition, entry.mutation.args, contextOf(entry, cache, head));
    return undefined;
  } catch (error) {
    return error instanceof RowsMissing ? error.want : undefined;
  }
}

function contextOf(entry: Entry, { rows }: RowCache, head: Head): Context {
  const { batch, mutation } = entry;
  const at = claimedAt(entry);
  // Only what was made before the restore can have been lost by it; a later one is judged like any other.
  const healing = mutation.healing === true && head.restoredAt !== null && at < head.restoredAt;
  return {
    rows,
    who: { memberId: batch.memberId, ...(batch.server ? { server: true } : {}) },
    when: { at, receivedAt: batch.receivedAt, ...(healing ? { healing } : {}) },
  };
}

/** What most rules read: who acts, the row named by `id`, and those named by an argument such as `keyResultId`. */
function guess({ entry: { batch, mutation } }: { entry: Entry }): Want[] {
  const wants: Want[] = [
    { kind: "member", id: batch.memberId },
    { kind: "workspace", parentId: "" },
  ];
  for (const [name, id] of Object.entries(mutation.args)) {
    if (typeof id !== "string") continue;
    const kind = name === "id" ? mutation.name.split(".")[0]! : kindNamedBy(name);
    if (kind !== undefined && Object.hasOwn(catalog, kind)) wants.push({ kind: kind as Kind, id });
  }
  return wants;
}

function kindNamedBy(argument: string): string | undefined {
  if (!argument.endsWith("Id")) return undefined;
  return argument.slice(0, -2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function distinct(wants: readonly Want[]): Want[] {
  const keyed = wants.map((want) => [JSON.stringify(want), want] as const);
  return [...new Map(keyed).values()];
}
