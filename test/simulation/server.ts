import { Refused } from "../../api/errors.ts";
import { createSync, type Sync } from "../../api/sync/sync.ts";
import type { SyncRequest } from "../../shared/sync/protocol.ts";
import type { Reply } from "../../web/sync/world.ts";
import { createMemorySyncStore, type History, type MemorySyncStore } from "./memory-sync-store.ts";
import type { Sim, SimDevice } from "./sim.ts";

export interface SimServer {
  store: MemorySyncStore;
  /** Nodes share the store; a request meets any of them. */
  nodes: Sync[];
  backups: History[];
  /** A process dies; what it was doing is never answered. */
  restart(): void;
  handle(request: SyncRequest, device: SimDevice): Promise<Reply>;
}

/** `api/sync` as it is, on a store in memory, by two processes. */
export function createSimServer(workspaceId: string, sim: () => Sim): SimServer {
  const store = createMemorySyncStore({
    async around(stage) {
      const { clock, faulty, swarm } = sim();
      if (!faulty) return;
      await clock.sleep(clock.below(8));
      const fails = stage === "before" ? swarm.commit.failBefore : swarm.commit.failAfter;
      if (clock.chance(fails)) throw Object.assign(new Error("disk"), { code: "unavailable" });
    },
    splits: () => sim().bugs.has("split a revision across pages"),
    forgets: () => sim().faulty && sim().bugs.has("acknowledge before the commit") && sim().clock.chance(0.2),
  });
  const node = () =>
    createSync({
      store,
      world: { now: () => sim().clock.now(), bytes: (count) => sim().clock.bytes(count), log: () => {} },
    });

  const server: SimServer = {
    store,
    nodes: [node(), node()],
    backups: [],
    restart() {
      server.nodes[sim().clock.below(2)] = node();
    },
    async handle(request, device) {
      if (!device.signedIn) return refusal(401, "signed_out");
      const { memberId, personId } = device.user;
      const asked: SyncRequest = sim().bugs.has("drop the tag check")
        ? withTagOf(request, store.history())
        : request;
      try {
        const speaker = { personId, memberId, workspaceId, deviceId: device.deviceId };
        const text = await sim().clock.pick(server.nodes).handle(asked, speaker);
        return { status: 200, body: JSON.parse(text) };
      } catch (error) {
        if (error instanceof Refused) return refusal(error.status, error.code);
        return refusal(503, "unavailable");
      }
    },
  };
  return server;
}

function refusal(status: number, code: string): Reply {
  return { status, body: { error: { code, message: code }, requestId: "simulated" } };
}

function withTagOf(request: SyncRequest, history: History): SyncRequest {
  const { cursor } = request;
  const tag = cursor ? history.tags.get(cursor.revision) : undefined;
  return cursor && tag !== undefined ? { ...request, cursor: { ...cursor, tag } } : request;
}
