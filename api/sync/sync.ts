import { protocolVersion } from "../../shared/sync/limits.ts";
import type { Actor } from "../../shared/sync/mutation.ts";
import type {
  MutationEnvelope,
  MutationResult,
  SyncRequest,
  SyncResponse,
} from "../../shared/sync/protocol.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { Refused } from "../errors.ts";
import { type Batch, batchOf, type Entry, entryOf } from "./entry.ts";
import { createGroups } from "./group.ts";
import { pull } from "./pull.ts";
import type { StoredRow, SyncStore } from "./sync-store.ts";
import { createTrial, type Trial } from "./trial.ts";
import type { World } from "./world.ts";

/** Who speaks, as the auth session says; nothing of it is taken from the request. */
interface Speaker {
  personId: string;
  memberId: string;
  workspaceId: string;
  deviceId: string;
}

/** A row as it was written; `body` is its stored text, null when it was deleted. */
type Change = Pick<StoredRow, "kind" | "id" | "revision" | "body">;
/** Told in this process after every commit with an effect; `changed` holds what it wrote, in order. */
export type CommitListener = (workspaceId: string, revision: number, changed: readonly Change[]) => void;

export interface ServerMutation {
  id: string;
  name: string;
  args: object;
  at: string;
}

export interface Sync {
  /**
   * One round, flush then pull; answers the JSON text of a `SyncResponse`, rows as they are stored. Throws `Refused`
   * (`protocol_unsupported`, `not_a_member`) and the store's error when not even a pull can be answered. `unreadable`:
   * results of mutations that were refused before they came here.
   */
  handle(request: SyncRequest, speaker: Speaker, unreadable?: MutationResult[]): Promise<string>;
  /**
   * The door of the server's own code (founding, joining, the demo): the same rules, the same history. Makes the
   * workspace when it is new. A refusal is a result; whatever kept a mutation from being judged is thrown. Only the
   * example, whose past nobody lived, says itself when they came (`receivedAt`, an ISO instant).
   */
  apply(
    workspaceId: string,
    actor: Actor,
    mutations: readonly ServerMutation[],
    receivedAt?: string,
  ): Promise<MutationResult[]>;
  /** The same, with how many rows each has written: none where it was known already or had no effect. */
  applyCounted(
    workspaceId: string,
    actor: Actor,
    mutations: readonly ServerMutation[],
  ): Promise<{ result: MutationResult; wrote: number }[]>;
  /** What `apply` would do to each, with nothing stored: for doors that take a whole request or none of it. */
  trial(workspaceId: string, actor: Actor): Trial;
  /** JSON text of one page of a cycle's rows, for a device that opens one it does not hold; undefined: no such cycle. */
  cycleRows(workspaceId: string, cycleId: string, after: number): Promise<string | undefined>;
  onCommit(listener: CommitListener): void;
}

/** After how many seconds a phone sends again what stayed unanswered: trouble that passes, or a fault of ours. */
const retry = { passing: 2, fault: 60 };

export function createSync({ store, world }: { store: SyncStore; world: World }): Sync {
  const listeners: CommitListener[] = [];
  const groups = createGroups(store, world, ({ workspaceId, revisions, rows }) => {
    for (const listener of listeners) listener(workspaceId, revisions.at(-1)!.revision, rows);
  });

  async function flush(workspaceId: string, batch: Batch, mutations: readonly MutationEnvelope[]) {
    const entries = mutations.map((mutation) => entryOf(batch, mutation));
    await groups.flush(workspaceId, entries);
    return entries;
  }

  async function settled(
    workspaceId: string,
    actor: Actor,
    mutations: readonly ServerMutation[],
    receivedAt?: string,
  ) {
    await store.create(workspaceId, hex(world, 16));
    const { memberId, server } = actor;
    const batch = batchOf({ memberId, deviceId: null, server: server === true }, receivedAt ?? isoNow(world));
    const entries = await flush(workspaceId, batch, envelopesOf(mutations));
    if (entries.some((one) => one.result === undefined)) throw batch.fault;
    return entries;
  }

  return {
    async handle(request, speaker, unreadable = []) {
      const { workspaceId, memberId, deviceId } = speaker;
      if (request.protocol !== protocolVersion) throw new Refused("protocol_unsupported");
      if (!(await isMember(store, workspaceId, memberId))) throw new Refused("not_a_member");
      const receivedAt = isoNow(world);
      const batch = batchOf({ memberId, deviceId, server: false }, receivedAt);
      const { actorId, mutations } = request;
      const entries = await flush(
        workspaceId,
        batch,
        actorId === undefined ? mutations : mutations.map((one) => ({ actorId, ...one })),
      );
      const pulled = await pull(store, workspaceId, request);
      if (pulled === undefined) throw new Refused("not_a_member");
      const { rows, ...rest } = pulled;
      const head: Omit<SyncResponse, "rows"> = {
        results: [...unreadable, ...resultsOf(entries)],
        ...(entries.some((one) => one.result === undefined) && {
          retryAfter: batch.stopped ? retry.passing : retry.fault,
        }),
        ...rest,
        now: receivedAt,
      };
      return spliced(head, rows);
    },
    async apply(...given) {
      return resultsOf(await settled(...given));
    },
    async applyCounted(workspaceId, actor, mutations) {
      const entries = await settled(workspaceId, actor, mutations);
      return entries.map(({ result, wrote }) => ({ result: result!, wrote }));
    },
    trial: (workspaceId, actor) => createTrial(store, world, workspaceId, actor),
    async cycleRows(workspaceId, cycleId, after) {
      const [found] = await store.load(workspaceId, [{ kind: "cycle", id: cycleId }]);
      if (found?.length !== 1) return undefined;
      const { rows, revision, more } = await store.page(workspaceId, { after, limit: 2000, cycleId });
      return spliced({ after: revision, more }, rows);
    },
    onCommit(listener) {
      listeners.push(listener);
    },
  };
}

async function isMember(store: SyncStore, workspaceId: string, memberId: string): Promise<boolean> {
  const [found] = await store.load(workspaceId, [{ kind: "member", id: memberId }]);
  return found?.some(({ body }) => "state" in body && body.state === "active") === true;
}

function envelopesOf(mutations: readonly ServerMutation[]): MutationEnvelope[] {
  return mutations.map((one) => ({ ...one, seq: 0, args: one.args as Record<string, unknown> }));
}

function resultsOf(entries: readonly Entry[]): MutationResult[] {
  return entries.flatMap((one) => one.result ?? []);
}

/** Rows are stored as they travel: their text goes into the answer unparsed. */
function spliced(head: object, rows: string): string {
  return `${JSON.stringify(head).slice(0, -1)},"rows":[${rows}]}`;
}

function hex(world: World, bytes: number): string {
  return Buffer.from(world.bytes(bytes)).toString("hex");
}
