import { type SentReminder, standingOf } from "../../shared/reminders/ledger.ts";
import { snoozeMinutes } from "../../shared/reminders/message.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { Signed } from "../people/signed.ts";
import type { ReportSecrets } from "../push/report-secret.ts";
import { findDelivery, linesOf, nextPlanned, noteSeen, type Reported, snooze } from "./ledger-store.ts";

export interface ReportDeps {
  database: Database;
  now(): number;
  secrets: ReportSecrets;
}

const shownLines = 10;

/** The last reminders of a device with what became of each, and when the next is due. */
export async function remindersOf({ database, now }: ReportDeps, { deviceId, memberships }: Signed) {
  const memberIds = memberships.map((one) => one.memberId);
  const lines = await linesOf(database, { deviceId, memberIds, limit: shownLines });
  const at = new Date(now()).toISOString();
  const reminders = lines.map((line): SentReminder => {
    const { id, kind, plannedFor: dueAt, occurrenceOn, reason, snoozedUntil } = line;
    const optional = {
      ...(occurrenceOn === null ? {} : { occurrenceOn }),
      ...(reason === null ? {} : { reason }),
      ...(snoozedUntil === null ? {} : { snoozedUntil }),
    };
    return { id, kind, dueAt, state: standingOf(line, at), ...optional };
  });
  const nextAt = await nextPlanned(database, memberIds);
  return { reminders, ...(nextAt === undefined ? {} : { nextAt }) };
}

/** Who reports: somebody signed in, or a worker that shows the secret its message brought. */
export interface Reporter {
  personId: string | undefined;
  secret: string | undefined;
}

export async function reportSeen(
  deps: ReportDeps,
  id: string,
  who: Reporter,
  opened: boolean,
): Promise<void> {
  await find(deps, id, who);
  await noteSeen(deps.database, id, opened, new Date(deps.now()).toISOString());
}

/**
 * Keeps the message quiet for an hour; the debt stays. Answers until when: where the occurrence is missed before, the
 * hour ends then and no further message comes.
 */
export async function reportSnooze(deps: ReportDeps, id: string, who: Reporter): Promise<{ until: string }> {
  const delivery = await find(deps, id, who);
  if (delivery.reminderId === null) throw new Refused("not_found");
  if (delivery.snoozedUntil !== null) return { until: delivery.snoozedUntil };
  const hour = new Date(deps.now() + snoozeMinutes * 60_000).toISOString();
  const until = delivery.untilAt !== null && delivery.untilAt < hour ? delivery.untilAt : hour;
  await snooze(deps.database, delivery, until);
  return { until };
}

/** Another's delivery, a wrong secret and an id nobody knows cannot be told apart. */
async function find(deps: ReportDeps, id: string, { personId, secret }: Reporter): Promise<Reported> {
  const delivery = await findDelivery(deps.database, id);
  const mine = delivery !== undefined && delivery.personId === personId;
  const known = delivery !== undefined && secret !== undefined && deps.secrets.match(id, secret);
  if (!mine && !known) throw new Refused("not_found");
  return delivery;
}
