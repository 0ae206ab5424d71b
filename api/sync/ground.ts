import { cycleOf, isKind, parentOf, places } from "../../shared/sync/kinds.ts";
import type { Context, Definition, Verdict } from "../../shared/sync/mutation.ts";
import {
  createRowCache,
  type LoadedRow,
  type RowCache,
  RowsMissing,
  type Want,
} from "../../shared/sync/rows.ts";
import { runRule } from "../../shared/sync/rule.ts";
import type { Entry } from "./entry.ts";
import type { Head, SyncStore } from "./sync-store.ts";

/** What rules stand on while a group is judged: rows as of the head, plus what the group has written so far. */
export interface Ground {
  cache: RowCache;
  /** Runs a rule, loading what it lacks and, along with it, what the mutations after it lack. */
  judge(entry: Entry, definition: Definition): Promise<Verdict>;
}

/** A rule that still reads something new after this many loads is at fault. */
const mostLoads = 200;
/** How often a group looks ahead for what later rules will read; after that each loads for itself. */
const mostLooks = 20;

/** Loads what these mutations will most likely read, so that hundreds of check-ins cost a handful of reads. */
export async function createGround(
  store: SyncStore,
  workspaceId: string,
  head: Head,
  rules: ReadonlyMap<Entry, Definition>,
): Promise<Ground> {
  const cache = createRowCache();
  let looks = 0;

  async function fill(wants: readonly Want[]): Promise<LoadedRow[]> {
    const asked = distinct(wants).filter(
      (want) => !("id" in want) || cache.known(want.kind, want.id) === undefined,
    );
    const found = asked.length === 0 ? [] : await store.load(workspaceId, asked);
    asked.forEach((want, i) => {
      cache.fill(want, found[i] ?? []);
    });
    return found.flat();
  }

  const named = await fill([...rules.keys()].flatMap(guess));
  await fill((await fill(named.flatMap(above))).flatMap(above));

  return {
    cache,
    async judge(entry, definition) {
      for (let loads = 0; loads < mostLoads; loads += 1) {
        const verdict = attempt(entry, definition);
        if (!(verdict instanceof RowsMissing)) return verdict;
        looks += 1;
        await fill([...verdict.wants, ...(looks > mostLooks ? [] : lackedAfter(entry))]);
      }
      throw new Error(`${entry.mutation.name} reads without end`);
    },
  };

  function attempt(entry: Entry, definition: Definition): Verdict | RowsMissing {
    try {
      return runRule(definition, entry.mutation.args, contextOf(entry, cache, head));
    } catch (error) {
      if (error instanceof RowsMissing) return error;
      throw error;
    }
  }

  function lackedAfter(entry: Entry): Want[] {
    const all = [...rules];
    const later = all.slice(all.findIndex(([one]) => one === entry) + 1);
    return later.flatMap(([one, definition]) => {
      try {
        const verdict = attempt(one, definition);
        return verdict instanceof RowsMissing ? [...verdict.wants] : [];
      } catch {
        // Its own fault shows when its turn comes.
        return [];
      }
    });
  }
}

function contextOf({ batch, mutation, at }: Entry, { rows }: RowCache, head: Head): Context {
  // Only what was made before the restore can have been lost by it; a later one is judged like any other.
  const healing = mutation.healing === true && head.restoredAt !== null && at < head.restoredAt;
  return {
    rows,
    who: { memberId: batch.memberId, ...(batch.server ? { server: true } : {}) },
    when: { at, receivedAt: batch.receivedAt, ...(healing ? { healing } : {}) },
  };
}

/** What most rules read: who acts, the workspace, the row named by `id`, and those named like `keyResultId`. */
function guess({ batch, mutation }: Entry): Want[] {
  const wants: Want[] = [
    { kind: "member", id: batch.memberId },
    { kind: "workspace", parentId: "" },
  ];
  for (const [name, id] of Object.entries(mutation.args)) {
    if (typeof id !== "string") continue;
    const kind = name === "id" ? mutation.name.split(".")[0]! : kindNamedBy(name);
    if (kind !== undefined && isKind(kind)) wants.push({ kind, id });
  }
  return wants;
}

/** The row's parent and its cycle. */
function above({ kind, body }: LoadedRow): Want[] {
  const wants: Want[] = [];
  const field = places[kind].parent;
  const parent = field === null ? undefined : kindNamedBy(field);
  if (parent !== undefined && isKind(parent)) wants.push({ kind: parent, id: parentOf(kind, body) });
  const cycleId = cycleOf(kind, body);
  if (cycleId !== null) wants.push({ kind: "cycle", id: cycleId });
  return wants;
}

function kindNamedBy(field: string): string | undefined {
  if (!field.endsWith("Id")) return undefined;
  return field.slice(0, -2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function distinct(wants: readonly Want[]): Want[] {
  const keyOf = (want: Want) => `${want.kind} ${"id" in want ? want.id : `/${want.parentId}`}`;
  return [...new Map(wants.map((want) => [keyOf(want), want])).values()];
}
