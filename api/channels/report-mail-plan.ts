import { checkInTime } from "../../shared/reminders/intent.ts";
import { nextAllowed, reachOf } from "../../shared/reminders/quiet.ts";
import { reportsDue } from "../../shared/reviews/report-due.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { addDays, localDate, nextWorkday } from "../../shared/time/local-date.ts";
import { instantAt, startOfDay } from "../../shared/time/wall-clock.ts";
import type { Database } from "../db/client.ts";
import { workspaceRevisions } from "../reminders/snapshot-store.ts";
import { type ReportMail, storeReportMails, subscriberRows } from "./report-mail-store.ts";
import { rowsOf } from "./squad-view.ts";

export interface ReportMailPlanDeps {
  database: Database;
  now(): number;
  bytes(count: number): Uint8Array;
}

const hour = 3_600_000;
const ahead = 26 * hour;
/** A report whose day fell into days off comes so much later at most. */
const daysBack = 14;

/**
 * Plans the report for everybody who has chosen it and whose minute comes in the next day, where rows have changed since,
 * and each hour anew. Only what is still to come is planned: who chooses it waits for the next one.
 */
export function createReportMailPlanner({ database, now, bytes }: ReportMailPlanDeps): () => Promise<void> {
  const known = new Map<string, { revision: number; at: number; planned: string }>();
  return async () => {
    const revisions = await workspaceRevisions(database);
    for (const id of known.keys()) if (!revisions.has(id)) known.delete(id);
    for (const [workspaceId, revision] of revisions) {
      const at = now();
      const last = known.get(workspaceId);
      if (last?.revision === revision && Math.abs(at - last.at) < hour) continue;
      const rows = await subscriberRows(database, workspaceId);
      const plans = plansOf(rowsOf("workspace", rows)[0], rowsOf("member", rows), at);
      const planned = JSON.stringify(plans);
      if (planned !== last?.planned) {
        const mails = plans.map((one) => ({ ...one, id: uuidv7(at, bytes(10)) }));
        await storeReportMails(database, { workspaceId, mails, now: iso(at) });
      }
      known.set(workspaceId, { revision, at, planned });
    }
  };
}

function plansOf(
  workspace: RowOf<"workspace"> | undefined,
  members: readonly RowOf<"member">[],
  at: number,
): Omit<ReportMail, "id">[] {
  if (workspace === undefined) return [];
  const { rhythm } = workspace;
  return members.flatMap((member) => {
    const { report } = member.preferences;
    if (report === undefined || member.email === undefined || member.state !== "active") return [];
    const { zone } = member;
    const reach = reachOf(member, rhythm);
    const [from, to] = [addDays(localDate(at, zone), -daysBack), localDate(at + ahead, zone)];
    return reportsDue(report, rhythm, from, to).flatMap(({ occurrenceOn, on, untilOn }) => {
      // Who works one day a week, and is asked in its quiet hours, is told on the next such day.
      const next = addDays(nextWorkday(on, reach.workdays), 1);
      const expiresAt = startOfDay(next > untilOn ? next : untilOn, zone);
      const wanted = instantAt(on, checkInTime(member, rhythm), zone);
      const plannedFor = nextAllowed(wanted, expiresAt, reach);
      if (plannedFor === undefined || plannedFor <= iso(at) || plannedFor > iso(at + ahead)) return [];
      return { memberId: member.id, occurrenceOn, plannedFor, expiresAt };
    });
  });
}
