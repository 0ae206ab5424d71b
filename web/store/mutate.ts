import type { Args, MutationName } from "../../shared/sync/catalog.ts";
import type { RejectionCode } from "../../shared/sync/codes.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { record } from "../sync/outbox.ts";
import { StorageError } from "../sync/storage.ts";
import { askForBackgroundSync } from "./background.ts";
import { type OpenPhone, unsentOn } from "./phones.ts";
import { askToPersist, currentPhone, noteUnsent } from "./signed-in.ts";

export type Saved =
  | { saved: true; mutationId: string }
  | { saved: false; code: RejectionCode; field?: string };

/** The phone could not store it (full, database lost, nobody signed in). The form keeps its text. */
export class NotSaved extends Error {
  readonly code: "storage_full" | "storage_lost" | "signed_out";
  constructor(code: NotSaved["code"], options?: ErrorOptions) {
    super(`not saved: ${code}`, options);
    this.code = code;
  }
}

/**
 * Does a named mutation on this phone and queues it for the server. Resolves `saved` only after a strict-durability
 * transaction; a rule that says no answers `saved: false` and nothing is stored. Throws NotSaved.
 */
export function mutate<N extends MutationName>(name: N, args: Args<N>): Promise<Saved> {
  return save(name, args as Record<string, unknown>);
}

/** The same for a name and arguments that were kept, in place of an item that needed attention. */
export async function save(name: string, args: Record<string, unknown>, instead?: string): Promise<Saved> {
  const phone = currentPhone();
  if (phone === undefined) throw new NotSaved("signed_out");
  try {
    const saved = await record(phone.world, phone.who, name, args, instead);
    if (saved.saved) void afterSave(phone, name);
    return saved;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new NotSaved(error.reason === "full" ? "storage_full" : "storage_lost", { cause: error });
  }
}

/** A fresh UUIDv7, final from birth. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** None of this is needed for the work to be safe; it only makes it travel sooner and stay longer. */
async function afterSave(phone: OpenPhone, name: string): Promise<void> {
  phone.engine.wake("save");
  try {
    noteUnsent(phone, await unsentOn(phone));
    await askForBackgroundSync();
    if (name === "check-in.record") await askToPersist(phone);
  } catch (error) {
    phone.world.log("saved, and no more", { name: (error as Error).name });
  }
}
