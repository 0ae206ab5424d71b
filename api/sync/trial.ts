import { definitionOf } from "../../shared/sync/catalog.ts";
import {
  type Actor,
  type Context,
  type Definition,
  isRefusal,
  type Refusal,
  type Rows,
  refuse,
  type Verdict,
} from "../../shared/sync/mutation.ts";
import { createRowCache, RowsMissing, type Want } from "../../shared/sync/rows.ts";
import { runRule } from "../../shared/sync/rule.ts";
import type { SyncStore } from "./sync-store.ts";
import type { World } from "./world.ts";

/** What a mutation would do: make a row, change one, nothing at all, or be refused. */
export type Tried = { effect: "new" | "changed" | "unchanged" } | Refusal;

/** Rules run on a workspace's rows with nothing stored; each sees what those before it would have written. */
export interface Trial {
  /** Judges mutations in order. Rows they lack are loaded together, so that hundreds cost a handful of reads. */
  judge(mutations: readonly { name: string; args: object }[]): Promise<Tried[]>;
  /** Answers a query over the rows as they would stand by now. */
  look<T>(query: (rows: Rows) => T): Promise<T>;
}

/** A rule or query that still reads something new after this many loads is at fault. */
const mostLoads = 200;
/** How often all are looked through for what they lack; what only shows later is loaded one by one. */
const mostLooks = 12;

export function createTrial(store: SyncStore, world: World, workspaceId: string, who: Actor): Trial {
  const cache = createRowCache();
  const now = new Date(world.now()).toISOString();
  const context: Context = { rows: cache.rows, who, when: { at: now, receivedAt: now } };

  async function load(wants: readonly Want[]): Promise<void> {
    const asked = [...new Map(wants.map((want) => [JSON.stringify(want), want])).values()];
    const found = await store.load(workspaceId, asked);
    asked.forEach((want, place) => {
      cache.fill(want, found[place] ?? []);
    });
  }

  async function loading<T>(query: () => T): Promise<T> {
    for (let loads = 0; loads < mostLoads; loads += 1) {
      const answer = attempt(query);
      if (!(answer instanceof RowsMissing)) return answer;
      await load(answer.wants);
    }
    throw new Error("a trial reads without end");
  }

  function effectOf(verdict: Verdict): Tried {
    if (isRefusal(verdict)) return verdict;
    const [first] = verdict.writes;
    if (first === undefined) return { effect: "unchanged" };
    const isNew = !cache.known(first.kind, first.id);
    for (const write of verdict.writes) cache.write(write);
    return { effect: isNew ? "new" : "changed" };
  }

  return {
    async judge(mutations) {
      const runs = await Promise.all(
        mutations.map(async ({ name, args }) => runOf(await definitionOf(name), args, context)),
      );
      for (let looks = 0; looks < mostLooks; looks += 1) {
        const lacked = runs.flatMap((run) => {
          const answer = attempt(run);
          return answer instanceof RowsMissing ? [...answer.wants] : [];
        });
        if (lacked.length === 0) break;
        await load(lacked);
      }
      const tried: Tried[] = [];
      for (const run of runs) tried.push(effectOf(await loading(run)));
      return tried;
    },
    look: (query) => loading(() => query(cache.rows)),
  };
}

function runOf(definition: Definition | undefined, args: object, context: Context): () => Verdict {
  if (definition === undefined) return () => refuse("unknown_mutation");
  return () => runRule(definition, args, context);
}

function attempt<T>(query: () => T): T | RowsMissing {
  try {
    return query();
  } catch (error) {
    if (error instanceof RowsMissing) return error;
    throw error;
  }
}
