import { uploadsOf } from "../sync/bodies.ts";
import { createEngine, type Engine } from "../sync/engine.ts";
import { createPhone, type Phone } from "../sync/phone.ts";
import type { Pause } from "../sync/storage.ts";
import type { Identity, World } from "../sync/world.ts";
import { databaseName, openDatabase, type PhoneDatabase } from "./db.ts";
import type { Pointer } from "./pointer.ts";
import { createWorld, sleep } from "./world.ts";

/** One workspace of the person signed in: its database and the engine that keeps it in step. */
export interface OpenPhone extends Phone {
  db: PhoneDatabase;
  engine: Engine;
}

/** Opens the database of one workspace; the engine is not started yet. */
export async function openPhone(
  pointer: Pointer,
  workspace: { id: string; memberId: string },
  onPause: (phone: OpenPhone, why: Pause) => void,
  worldOf: (db: PhoneDatabase) => World = createWorld,
): Promise<OpenPhone> {
  const who: Identity = {
    personId: pointer.personId,
    memberId: workspace.memberId,
    workspaceId: workspace.id,
    deviceId: pointer.deviceId,
  };
  const db = await openDatabase(databaseName(who.personId, who.workspaceId), sleep);
  const phone = createPhone(worldOf(db), who);
  const opened: OpenPhone = { ...phone, db, engine: createEngine(phone, (why) => onPause(opened, why)) };
  return opened;
}

export function closePhone(phone: OpenPhone): void {
  phone.engine.stop();
  phone.db.close();
}

/** Items that are nowhere but on this phone; a file that is not sent either counts once. */
export async function unsentOn(phone: Phone): Promise<number> {
  return phone.world.storage.read(async (tx) => {
    const items = (await tx.outbox.count()) + (await tx.attention.count());
    const waiting = new Set(
      Object.entries(await uploadsOf(tx)).flatMap(([id, { doneAt }]) => (doneAt === undefined ? id : [])),
    );
    if (waiting.size === 0) return items;
    for (const { name, args } of [...(await tx.outbox.page()), ...(await tx.attention.page())])
      if (name === "attachment.add") waiting.delete(String(args.id));
    return items + waiting.size;
  });
}
