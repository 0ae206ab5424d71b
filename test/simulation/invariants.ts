import { localCodes, rejectionCodes } from "../../shared/sync/codes.ts";
import { rebase } from "../../web/sync/overlay.ts";
import type { AckedEntry } from "../../web/sync/storage.ts";
import { type History, rowsAt } from "./memory-sync-store.ts";
import type { Confirmed, Sim, SimDevice } from "./sim.ts";

/** After every step (numbers as in the design of sync): what must hold whatever has gone wrong. */
export async function checkAlways(sim: Sim, device: SimDevice): Promise<void> {
  for (const text of sim.server.store.breaches) sim.breach(text);
  const { touched } = device.storage;
  const any = (...names: string[]) => names.some((name) => touched.has(name));
  if (any("attention")) checkAttention(sim, device);
  if (any("rows", "cursor") && !device.torn) await checkBase(sim, device);
  if (any("rows", "overlay", "outbox", "acked")) await checkView(sim, device);
  touched.clear();
}

const closedList: readonly string[] = [...rejectionCodes, ...localCodes];

/** I8: only what the server refused, by a code of the closed list, needs attention. */
function checkAttention(sim: Sim, { name, storage }: SimDevice): void {
  for (const text of storage.data.attention.values()) {
    const { id, code } = JSON.parse(text);
    if (!closedList.includes(code)) sim.breach(`I8: ${name} has an item refused with ${code}`);
    const local = (localCodes as readonly string[]).includes(code);
    if (!local && !sim.server.store.refused.has(id))
      sim.breach(`I8: the server never refused ${name}'s ${id}`);
  }
}

/**
 * I4: the phone's rows are the server's at the cursor, when the cursor is of this history. Between pages
 * a row that has changed since may still be missing or old; it comes with its later revision.
 */
async function checkBase(sim: Sim, { name, storage }: SimDevice): Promise<void> {
  const cursor = await storage.peek.meta.get("cursor");
  const history = sim.server.store.history();
  if (cursor === undefined || !isOf(history, cursor)) return;
  const wanted = rowsAt(history, cursor.revision);
  for (const [key, row] of wanted) {
    const kept = storage.data.rows.get(key);
    const changedSince = history.rows.get(key)!.at(-1)!.revision > cursor.revision;
    if (changedSince) continue;
    if (kept === undefined)
      return sim.breach(`I4: ${name} at ${cursor.revision} lacks ${key} of ${row.revision}`);
    if (!kept.includes(`"revision":${row.revision},`) || !kept.includes(row.body!))
      return sim.breach(`I4: ${name} at ${cursor.revision} has ${kept}, not ${row.revision}: ${row.body}`);
  }
  const changes = (key: string) => (history.rows.get(key)?.at(-1)?.revision ?? 0) > cursor.revision;
  for (const key of storage.data.rows.keys())
    if (!wanted.has(String(key)) && !changes(String(key)))
      return sim.breach(`I4: ${name} at ${cursor.revision} has ${key}, which the server has not`);
}

function isOf({ head, tags }: History, cursor: { epoch: string; revision: number; tag: string }): boolean {
  return (
    cursor.epoch === head.epoch &&
    (tags.get(cursor.revision) ?? "") === cursor.tag &&
    cursor.revision <= head.revision
  );
}

/** I7: what screens show is what replaying all pending work from the beginning would show. */
async function checkView(sim: Sim, { name, user, storage }: SimDevice): Promise<void> {
  const { acked, outbox, overlay, rows } = storage.data;
  if (acked.size + outbox.size + overlay.size === 0) return;
  // The worker has stored what became of work; a page settles it before it does anything else.
  if (storage.data.meta.has("unsettled")) return;
  // Applied by a commit whose answer never came: its effect is in the rows already, and a replay would add to it.
  const { outcomes } = sim.server.store.history();
  if ([...outbox.values()].some((text) => outcomes.has(JSON.parse(text).id))) return;
  const copy = storage.clone();
  const order = (a: AckedEntry, b: AckedEntry) =>
    (a.revision ?? 1e15) - (b.revision ?? 1e15) || a.seq - b.seq;
  await copy.write(async (tx) =>
    rebase(tx, (await tx.acked.page()).sort(order), await tx.outbox.page(), user),
  );
  const shows = (laid: Map<unknown, string>, key: unknown) =>
    JSON.stringify(JSON.parse(laid.get(key) ?? rows.get(key as string) ?? "{}").body ?? null);
  for (const key of new Set([...overlay.keys(), ...copy.data.overlay.keys()])) {
    const [shown, replayed] = [shows(overlay, key), shows(copy.data.overlay, key)];
    if (shown !== replayed) sim.breach(`I7: ${name} shows ${key} as ${shown}, a replay gives ${replayed}`);
  }
}

/** I1: every check-in a phone has confirmed is somewhere, unless the schedule took it and said so. */
export function checkNothingLost(sim: Sim, settled: boolean): void {
  if (sim.devices.some((device) => device.storage.open)) return;
  const places = new Map(sim.devices.map((device) => [device, idsOn(device)]));
  const { rows } = sim.server.store.history();
  for (const one of sim.confirmed.values()) {
    if (rows.has(`check-in/${one.rowId}`) || excused(one)) continue;
    const own = sim.devices.filter((device) => device.user === one.user).map((device) => places.get(device)!);
    if (own.some((ids) => ids.held.has(one.rowId))) continue;
    if (!settled && sim.restores > 0 && own.some((ids) => ids.journal.has(one.rowId))) continue;
    sim.breach(`I1: ${one.device.name}'s check-in ${one.rowId} is nowhere`);
  }
}

/** Discarded by its author, or erased with its phone, or its author's copy was purged on removal. */
function excused({ discarded, device, wipes, user }: Confirmed): boolean {
  return discarded || device.wipes > wipes || user.removed;
}

function idsOn({ storage }: SimDevice): { held: Set<string>; journal: Set<string> } {
  const ids = (table: Map<unknown, string>) =>
    [...table.values()].map((text) => String(JSON.parse(text).args.id));
  const { outbox, acked, attention, journal } = storage.data;
  return {
    held: new Set([...ids(outbox), ...ids(acked), ...ids(attention)]),
    journal: new Set(ids(journal)),
  };
}
