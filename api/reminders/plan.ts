import { nudgesBetween } from "../../shared/reminders/due.ts";
import { nudgedMembers } from "../../shared/reminders/nudge.ts";
import type { View } from "../../shared/reminders/view.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import type { Database } from "../db/client.ts";
import type { Snapshots } from "./snapshot.ts";
import { type Plan, storePlans } from "./store.ts";

export interface PlanDeps {
  database: Database;
  snapshots: Snapshots;
  now(): number;
  bytes(count: number): Uint8Array;
}

const day = 86_400_000;
/** Plans reach so far ahead that a server which was down for a week still knows what it missed. */
const ahead = 15 * day;
/** One intended earlier than this was missed, whatever moved it. */
const back = 8 * day;

/**
 * Plans the nudges of the coming two weeks for every workspace in which something has changed since, and each hour
 * anew. The same plan twice is one row; a change of zone, rhythm or preferences moves what nobody has looked at yet.
 */
export function createPlanner({ database, snapshots, now, bytes }: PlanDeps): () => Promise<void> {
  const planned = new Map<string, { revision: number; at: number }>();
  return async () => {
    for (const workspaceId of await snapshots.workspaces()) {
      const at = now();
      const revision = snapshots.revision(workspaceId);
      const last = planned.get(workspaceId);
      if (last?.revision === revision && Math.abs(at - last.at) < day / 24) continue;
      const view = await snapshots.view(workspaceId);
      if (view === undefined) continue;
      const plans = plansOf(view, at, () => uuidv7(at, bytes(10)));
      const horizon = new Date(at + ahead).toISOString();
      await storePlans(database, {
        workspaceId,
        kind: "nudge",
        plans,
        now: new Date(at).toISOString(),
        horizon,
      });
      planned.set(workspaceId, { revision, at });
    }
  };
}

function plansOf(view: View, at: number, newId: () => string): Plan[] {
  const [from, to] = [new Date(at - back).toISOString(), new Date(at + ahead).toISOString()];
  const { rhythm } = view.workspace;
  const now = new Date(at).toISOString();
  // Most members share zone and hours, and a zone calculation is what planning costs.
  const known = new Map<string, ReturnType<typeof nudgesBetween>>();
  return nudgedMembers(view).flatMap((member) => {
    const key = JSON.stringify([member.zone, member.preferences]);
    const nudges = known.get(key) ?? nudgesBetween(rhythm, member, from, to);
    known.set(key, nudges);
    return nudges
      .filter((one) => one.untilAt > now)
      .map(({ occurrenceOn, dueAt, untilAt }) => ({
        id: newId(),
        kind: "nudge",
        subjectId: member.id,
        memberId: member.id,
        occurrenceOn,
        plannedFor: dueAt,
        untilAt,
      }));
  });
}
