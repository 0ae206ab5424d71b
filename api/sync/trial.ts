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
import { iso } from "../../shared/time/instant.ts";
import type { SyncStore } from "./sync-store.ts";
import type { World } from "./world.ts";

/** How many rows a mutation would make and change, neither where it has no effect; or why it is refused. */
export type Tried = { made: number; changed: number } | Refusal;

/** Rules run on a workspace's rows with nothing stored; each sees what those before it would have written. */
export interface Trial {
  /** Judges mutations in order. Rows they lack are loaded together, so that hundreds cost a handful of reads. */
  judge(mutations: readonly { name: string; args: object }[]): Promise<Tried[]>;
  /** Answers a query over the rows as they would stand by now. */
  look<T>(query: (rows: Rows) => T): Promise<T>;
}

/** A rule or query that still reads something new after this many loads is at fault. */
const mostLoads = 2000;
/** How often all are looked through for what they lack; what only shows later is loaded one by one. */
const mostLooks = 12;

export function createTrial(store: SyncStore, world: World, workspaceId: string, who: Actor): Trial {
  const cache = createRowCache();
  const now = iso(world.now());
  const context: Context = { rows: cache.rows, who, when: { at: now, receivedAt: now } };

  async function load(wants: readonly Want[]): Promise<void> {
    const asked = [...new Map(wants.map((want) => [JSON.stringify(want), want])).values()];
    const found = await store.load(workspaceId, asked);
    asked.forEach((want, place) => {
      cache.fill(want, found[place] ?? []);
    });
  }

  /** `along`: what may be loaded with it, asked only where something is missing. */
  async function loading<T>(query: () => T, along: () => Want[] = () => []): Promise<T> {
    for (let loads = 0; loads < mostLoads; loads += 1) {
      const answer = attempt(query);
      if (!(answer instanceof RowsMissing)) return answer;
      await load([...answer.wants, ...along()]);
    }
    throw new Error("a trial reads without end");
  }

  function effectOf(verdict: Verdict): Tried {
    if (isRefusal(verdict)) return verdict;
    const made = verdict.writes.filter((write) => !cache.known(write.kind, write.id)).length;
    for (const write of verdict.writes) cache.write(write);
    return { made, changed: verdict.writes.length - made };
  }

  return {
    async judge(mutations) {
      const runs = await Promise.all(
        mutations.map(async ({ name, args }) => runOf(await definitionOf(name), args, context)),
      );
      const tried: Tried[] = [];
      let looks = 0;
      for (const [place, run] of runs.entries()) {
        const verdict = await loading(run, () => {
          looks += 1;
          return looks > mostLooks ? [] : runs.slice(place + 1).flatMap(lackedBy);
        });
        tried.push(effectOf(verdict));
      }
      return tried;
    },
    look: (query) => loading(() => query(cache.rows)),
  };
}

function runOf(definition: Definition | undefined, args: object, context: Context): () => Verdict {
  if (definition === undefined) return () => refuse("unknown_mutation");
  return () => runRule(definition, args, context);
}

function lackedBy(run: () => Verdict): readonly Want[] {
  const answer = attempt(run);
  return answer instanceof RowsMissing ? answer.wants : [];
}

function attempt<T>(query: () => T): T | RowsMissing {
  try {
    return query();
  } catch (error) {
    if (error instanceof RowsMissing) return error;
    throw error;
  }
}
