import { fieldOf } from "../../web/sync/edits.ts";
import type { Edit } from "../../web/sync/storage.ts";
import { closeTab, openTab, thaw } from "./devices.ts";
import { checkNothingLost } from "./invariants.ts";
import { rowsAt } from "./memory-sync-store.ts";
import type { Sim, SimDevice } from "./sim.ts";

const hour = 3_600_000;
const longest = 6 * hour;

/** Heals everything and waits until all phones are in step (I9, I10, I11), but only so long. */
export async function checkQuiet(sim: Sim): Promise<void> {
  heal(sim);
  const from = sim.clock.now();
  const requests = sim.devices.map((one) => one.requests);
  for (let at = from + hour / 12; at <= from + longest; at += hour / 12) {
    while (await sim.clock.step(at));
    if (sim.devices.every((device) => unrest(sim, device) === undefined)) break;
  }
  const minutes = (sim.clock.now() - from) / 60_000;
  for (const [i, device] of sim.devices.entries()) {
    const restless = unrest(sim, device);
    if (restless) sim.breach(`I9: ${device.name} after ${minutes} minutes: ${restless}`);
    const made = device.requests - requests[i]!;
    if (made > 100 + 4 * minutes * Math.max(1, device.tabs.length))
      sim.breach(`I10: ${device.name} made ${made} requests in ${minutes} minutes`);
  }
  checkResets(sim);
  for (const device of sim.devices) if (!device.torn) checkTold(sim, device);
  checkNothingLost(sim, true);
}

function heal(sim: Sim): void {
  sim.faulty = false;
  for (const device of sim.devices) {
    device.online = true;
    device.signedIn = true;
    for (const tab of device.tabs) thaw(tab);
    // An engine that was told "no member" has ended; a restore may have made its person one again.
    if (device.user.removed) for (const tab of device.tabs) closeTab(tab);
    if (device.tabs.length === 0) openTab(sim, device);
    for (const tab of device.tabs) tab.engine.wake("visible");
  }
}

/** Why a phone is not in step with the server; undefined when it is. */
function unrest(sim: Sim, { storage, user, torn }: SimDevice): string | undefined {
  const history = sim.server.store.history();
  const member = history.rows.get(`member/${user.memberId}`)?.at(-1)?.body ?? "{}";
  const { outbox, acked, overlay, rows, meta } = storage.data;
  if (JSON.parse(member).state !== "active")
    return rows.size > 0 ? "a removed member holds rows (I5)" : undefined;
  // After a restore, work may have to wait for another phone that will never come back, and other work for that.
  const healing = sim.restores > 0 && [...outbox.values()].some((text) => JSON.parse(text).healing);
  if (outbox.size > 0 && !healing) return `${outbox.size} in the outbox`;
  if (acked.size > 0) return `${acked.size} accepted and not covered`;
  if (outbox.size === 0 && overlay.size > 0) return "an overlay over nothing";
  if (meta.has("unsettled")) return "what the worker left is not settled";
  if (meta.has("offer")) return "still offering its journal";
  const wanted = rowsAt(history, history.head.revision);
  const cursor = JSON.parse(meta.get("cursor") ?? "{}");
  if (cursor.revision !== history.head.revision) return `at ${cursor.revision} of ${history.head.revision}`;
  if (torn) return undefined;
  const differs = [...wanted].find(([key, row]) => !rows.get(key)?.includes(row.body!));
  if (differs) return `other rows than the server: ${differs[0]}`;
  return rows.size === wanted.size ? undefined : "rows the server has not";
}

/** I12: whoever's accepted change was overwritten has been told, and nobody is told what is not so. */
function checkTold(sim: Sim, { name, storage }: SimDevice): void {
  const edits: Edit[] = JSON.parse(storage.data.meta.get("edits") ?? "[]");
  for (const { kind, id, field, mine, revision, theirs } of edits) {
    const row = JSON.parse(storage.data.rows.get(`${kind}/${id}`) ?? "null");
    if (row === null || row.revision <= revision) continue;
    const now = fieldOf(row.body, field);
    const differs = JSON.stringify(now) !== JSON.stringify(mine);
    if (differs !== (theirs !== undefined))
      sim.breach(`I12: ${name} set ${field} of ${id} to ${mine}, it is ${now}, told: ${theirs?.value}`);
  }
}

/** A fault may cost a phone at most three resets. */
function checkResets(sim: Sim): void {
  for (const { name, storage } of sim.devices) {
    const resets = JSON.parse(storage.data.meta.get("resets") ?? "[]").length;
    if (resets > 3 * Math.max(1, sim.restores)) sim.breach(`I10: ${name} was reset ${resets} times`);
  }
}
