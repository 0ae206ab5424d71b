import { checkInTime } from "../../shared/reminders/intent.ts";
import { nextAllowed, reachOf } from "../../shared/reminders/quiet.ts";
import { reportsDue } from "../../shared/reviews/report-due.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import { addDays, localDate, nextWorkday } from "../../shared/time/local-date.ts";
import { instantAt, startOfDay } from "../../shared/time/wall-clock.ts";
import type { Database } from "../db/client.ts";
import type { Revocations } from "../people/revocations.ts";
import { workspaceRevisions } from "../reminders/snapshot-store.ts";
import { type ReportMail, storeReportMails, subscriberRows } from "./report-mail-store.ts";
import { rowsOf } from "./squad-view.ts";

export interface ReportMailPlanDeps {
  database: Database;
  revocations: Revocations;
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
export function createReportMailPlanner(deps: ReportMailPlanDeps): () => Promise<void> {
  const { database, now, bytes } = deps;
  const known = new Map<string, { revision: number; at: number; planned: string; chosen: Set<string> }>();
  return async () => {
    const revisions = await workspaceRevisions(database);
    for (const id of known.keys()) if (!revisions.has(id)) known.delete(id);
    for (const [workspaceId, revision] of revisions) {
      const at = now();
      const last = known.get(workspaceId);
      if (last?.revision === revision && Math.abs(at - last.at) < hour) continue;
      const rows = await subscriberRows(database, workspaceId);
      const members = rowsOf("member", rows);
      const chosen = new Set(members.map((one) => lineOf(workspaceId, one.id)));
      if (last !== undefined) keepChoices(last.chosen, chosen, deps);
      const plans = plansOf(rowsOf("workspace", rows)[0], members, at);
      const planned = JSON.stringify(plans);
      if (planned !== last?.planned) {
        const mails = plans.map((one) => ({ ...one, id: uuidv7(at, bytes(10)) }));
        await storeReportMails(database, { workspaceId, mails, now: iso(at) });
      }
      known.set(workspaceId, { revision, at, planned, chosen });
    }
  };
}

/** Kept beside the database too: a restore must not begin a report again that somebody has ended. */
function keepChoices(
  before: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
  { revocations, now }: ReportMailPlanDeps,
): void {
  const [ended, begun] = [without(before, chosen), without(chosen, before)];
  revocations.append(iso(now()), "report-ended", ended);
  revocations.append(iso(now()), "report-chosen", begun);
}

/** As whoever ended a group of e-mails stands in that file. */
function lineOf(workspaceId: string, memberId: string): string {
  return JSON.stringify([workspaceId, memberId, "report"]);
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...all].filter((one) => !others.has(one));
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
