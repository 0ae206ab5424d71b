import type { Entry } from "./entry.ts";
import { judgeGroup } from "./flush.ts";
import { type Commit, passes, type SyncStore } from "./sync-store.ts";
import type { World } from "./world.ts";

/** Mutations in one commit; also how long the rules may keep the event loop busy at a stretch. */
const groupSize = 500;
/** How often a group is judged again because another server has committed first. */
const mostRaces = 20;

export interface Groups {
  /** Resolves when every entry has its result or is to stay without one. Never rejects. */
  flush(workspaceId: string, entries: readonly Entry[]): Promise<void>;
}

/**
 * Group commit: one group at a time for each workspace, made of all mutations that came while the last one was being
 * stored. `committed` is told after each commit with an effect.
 */
export function createGroups(store: SyncStore, world: World, committed: (commit: Commit) => void): Groups {
  const waiting = new Map<string, { entry: Entry; done: () => void }[]>();

  async function drain(workspaceId: string): Promise<void> {
    for (let queue = waiting.get(workspaceId)!; queue.length > 0; ) {
      const group = queue.splice(0, groupSize);
      const going = group.filter(({ entry }) => !entry.batch.stopped).map(({ entry }) => entry);
      await settle(workspaceId, going);
      for (const { done } of group) done();
    }
    waiting.delete(workspaceId);
  }

  async function settle(workspaceId: string, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    try {
      await commitGroup(workspaceId, entries);
    } catch (fault) {
      for (const entry of entries) entry.result = undefined;
      if (!passes(fault)) world.log("group_failed", { mutations: entries.length, cause: String(fault) });
      // A fault of ours that no rule threw: alone, each mutation shows whether it is the one.
      if (!passes(fault) && entries.length > 1) {
        for (const entry of entries) if (!entry.batch.stopped) await settle(workspaceId, [entry]);
        return;
      }
      for (const { batch } of entries) {
        batch.fault ??= fault;
        if (passes(fault)) batch.stopped = true;
      }
    }
  }

  async function commitGroup(workspaceId: string, entries: readonly Entry[]): Promise<void> {
    let lost = "";
    for (let race = 0; race < mostRaces; race += 1) {
      const commit = await judgeGroup(store, world, workspaceId, entries);
      if (commit === undefined) throw new Error("no such workspace");
      if (commit.judged.length === 0) return;
      const ground = `${commit.from.revision} ${commit.judged.length}`;
      if (ground === lost) throw new Error("refused by the store although nobody else has committed");
      lost = ground;
      if (await store.commit(commit)) {
        if (commit.revisions.length > 0) announce(commit);
        return;
      }
    }
    throw Object.assign(new Error("too many servers commit at once"), { code: "unavailable" });
  }

  /** What is stored stays stored, whatever a listener does. */
  function announce(commit: Commit): void {
    try {
      committed(commit);
    } catch (fault) {
      world.log("listener_failed", { cause: String(fault) });
    }
  }

  return {
    flush(workspaceId, entries) {
      const queue = waiting.get(workspaceId);
      const settled = entries.map(
        (entry) =>
          new Promise<void>((done) => {
            const one = { entry, done };
            const standing = waiting.get(workspaceId);
            if (standing) standing.push(one);
            else waiting.set(workspaceId, [one]);
          }),
      );
      if (queue === undefined && entries.length > 0) void drain(workspaceId);
      return Promise.all(settled).then(() => {});
    },
  };
}
