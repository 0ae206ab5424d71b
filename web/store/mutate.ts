import type { Args, MutationName } from "../../shared/sync/catalog.ts";
import type { RejectionCode } from "../../shared/sync/codes.ts";

export type Saved =
  | { saved: true; mutationId: string }
  | { saved: false; code: RejectionCode; field?: string };

/** The phone could not store it (full, database lost, nobody signed in). The form keeps its text. */
export class NotSaved extends Error {
  readonly reason: "storage-full" | "storage-lost" | "signed-out";
  constructor(reason: NotSaved["reason"], options?: ErrorOptions) {
    super(`not saved: ${reason}`, options);
    this.reason = reason;
  }
}

/**
 * Does a named mutation on this phone and queues it for the server. Resolves `saved` only after a strict-durability
 * transaction; a rule that says no answers `saved: false` and nothing is stored. Throws NotSaved.
 */
export async function mutate<N extends MutationName>(_name: N, _args: Args<N>): Promise<Saved> {
  throw new Error("not yet");
}

/** A fresh UUIDv7, final from birth. */
export function newId(): string {
  throw new Error("not yet");
}
