import type { Database } from "../db/client.ts";
import type { Log } from "../log.ts";
import type { Sync } from "../sync/sync.ts";

/** What imports are given by whoever starts the server. */
export interface ImportsDeps {
  database: Database;
  sync: Pick<Sync, "apply" | "trial">;
  /** Milliseconds since 1970. */
  now(): number;
  bytes(count: number): Uint8Array;
  /** Lets everybody else have their turn: a file is looked at in slices. */
  wait(milliseconds: number): Promise<unknown>;
  log: Log;
}

/** Whose import it is. */
export interface Importer {
  workspaceId: string;
  memberId: string;
}
