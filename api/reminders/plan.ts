import type { Planned } from "../../shared/reminders/intent.ts";
import { bornOfEvents, type ReminderKind } from "../../shared/reminders/kinds.ts";
import { eventsOf, planInParts } from "../../shared/reminders/ladder.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { restoredAt, type Standing, standingReminders, storeChanges } from "./plan-store.ts";
import type { Snapshots } from "./snapshot.ts";
import { anythingHappened } from "./snapshot-store.ts";

export interface PlanDeps {
  database: Database;
  snapshots: Snapshots;
  now(): number;
  bytes(count: number): Uint8Array;
  /** Milliseconds; of none: until requests that wait have been answered. */
  wait(milliseconds: number): Promise<unknown>;
}

const day = 86_400_000;
/** Plans reach so far ahead that a server which was down for a week still knows what it missed. */
const ahead = 15 * day;
/** A day's focus is of no use after its day, so fewer are kept ready. */
const focusAhead = 8 * day;
/** One intended earlier than this was missed, whatever moved it. */
const back = 8 * day;

export interface Planner {
  /** Plans every workspace in which something has changed since, and each of them once an hour. */
  plan(): Promise<void>;
  /** Plans only what people are told of at once, wherever it may have happened since. */
  planEvents(): Promise<void>;
}

/**
 * Keeps the ledger as the ladder says, two weeks ahead. The same plan twice changes nothing; a change of zone, rhythm,
 * people or cycle moves and takes back what nobody has looked at.
 */
export function createPlanner({ database, snapshots, now, bytes, wait }: PlanDeps): Planner {
  const planned = new Map<string, { revision: number; at: number }>();
  const heard = new Map<string, number>();

  const breathe = () => wait(0);

  /** What stands, read before what is wanted is worked out: a line that comes meanwhile is not one to take back. */
  const standingAt = (workspaceId: string, at: number, kinds?: ReadonlySet<ReminderKind>) =>
    standingReminders(database, workspaceId, iso(at), breathe, kinds);

  async function store(workspaceId: string, wanted: readonly Planned[], standing: Standing[], at: number) {
    const floor = wanted.some((one) => bornOfEvents.has(one.kind))
      ? await restoredAt(database, workspaceId)
      : "";
    const { added, ...changes } = changesOf(wanted, standing, at, floor);
    const withIds = added.map((one) => ({ ...one, id: uuidv7(at, bytes(10)) }));
    await storeChanges(database, workspaceId, { added: withIds, ...changes }, breathe);
  }

  async function planWhole(workspaceId: string): Promise<void> {
    const at = now();
    const revision = snapshots.revision(workspaceId);
    const last = planned.get(workspaceId);
    if (last?.revision === revision && Math.abs(at - last.at) < day / 24) return;
    const standing = await standingAt(workspaceId, at);
    const view = await snapshots.view(workspaceId);
    if (view === undefined) return;
    const soon = iso(at + focusAhead);
    const wanted: Planned[][] = [];
    for (const part of planInParts(view, iso(at - back), iso(at + ahead))) {
      wanted.push(part.filter((one) => one.kind !== "focus" || one.plannedFor < soon));
      await breathe();
    }
    await store(workspaceId, wanted.flat(), standing, at);
    planned.set(workspaceId, { revision, at });
    heard.set(workspaceId, revision);
  }

  return {
    async plan() {
      for (const workspaceId of await snapshots.workspaces()) await planWhole(workspaceId);
    },
    async planEvents() {
      for (const workspaceId of await snapshots.workspaces()) {
        const at = now();
        const revision = snapshots.revision(workspaceId);
        const last = heard.get(workspaceId);
        if (last === revision) continue;
        // There is nothing yet to hold events against, and after a start nobody should wait a minute for it.
        if (last === undefined) {
          await planWhole(workspaceId);
          continue;
        }
        if (await anythingHappened(database, workspaceId, last)) {
          const standing = await standingAt(workspaceId, at, bornOfEvents);
          const view = await snapshots.view(workspaceId);
          if (view === undefined) continue;
          await store(workspaceId, eventsOf(view, iso(at - back), iso(at + day)), standing, at);
        }
        heard.set(workspaceId, revision);
      }
    },
  };
}

/**
 * What is intended and not there is added while its time is still to come; what is born of an event also when it has
 * passed, unless the data was restored since. What nobody has looked at moves with its plan, or goes.
 */
function changesOf(wanted: readonly Planned[], standing: readonly Standing[], at: number, floor: string) {
  const now = iso(at);
  const horizon = iso(at + ahead);
  const there = new Map(standing.map((one) => [keyOf(one), one]));
  const live = new Map(wanted.filter((one) => one.untilAt > now).map((one) => [keyOf(one), one]));
  const added: Planned[] = [];
  const moved: Standing[] = [];
  for (const [key, one] of live) {
    const before = there.get(key);
    if (before === undefined) {
      const floored = bornOfEvents.has(one.kind) ? one.plannedFor > floor : one.plannedFor > now;
      if (floored) added.push(one);
    } else if (before.isGivenUpAhead || (before.isOpen && isMoved(before, one)))
      moved.push({ ...before, plannedFor: one.plannedFor, untilAt: one.untilAt });
  }
  const dropped = standing
    .filter((one) => one.isOpen && !live.has(keyOf(one)))
    .filter((one) => one.plannedFor > now && one.plannedFor < horizon)
    .map((one) => one.id);
  return { added, moved, dropped };
}

function isMoved(before: Planned, after: Planned): boolean {
  return before.plannedFor !== after.plannedFor || before.untilAt !== after.untilAt;
}

function keyOf({ kind, subjectId, memberId, occurrenceOn }: Planned): string {
  return [kind, subjectId, memberId, occurrenceOn].join(" ");
}
