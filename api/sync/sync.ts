import type { Actor } from "../../shared/sync/mutation.ts";
import type { MutationResult, SyncRequest } from "../../shared/sync/protocol.ts";
import type { SyncStore } from "./sync-store.ts";
import type { World } from "./world.ts";

/** Who speaks, as the auth session says; nothing of it is taken from the request. */
export interface Speaker {
  personId: string;
  memberId: string;
  workspaceId: string;
  deviceId: string;
}

export interface Change {
  kind: string;
  id: string;
  deleted?: boolean;
}
/** Told after every commit that had an effect, in this process. `changed` names the rows, without their bodies. */
export type CommitListener = (workspaceId: string, revision: number, changed: readonly Change[]) => void;

export interface ServerMutation {
  id: string;
  name: string;
  args: object;
  at: string;
}

export interface Sync {
  /** One round, flush then pull. Answers the JSON text of a `SyncResponse`. Throws `NotAMember`, `DatabaseError`. */
  handle(request: SyncRequest, speaker: Speaker): Promise<string>;
  /**
   * The door of the server's own code (founding, joining, the demo): the same rules, the same history. Creates the
   * workspace when it is new. Throws what stopped a mutation from being judged; a refusal is a result.
   */
  apply(workspaceId: string, actor: Actor, mutations: readonly ServerMutation[]): Promise<MutationResult[]>;
  onCommit(listener: CommitListener): void;
}

export interface SyncDeps {
  store: SyncStore;
  world: World;
}

export type CreateSync = (deps: SyncDeps) => Sync;
