import { type Delivered, type SentReminder, standingOf } from "../../shared/reminders/ledger.ts";
import { snoozeMinutes } from "../../shared/reminders/message.ts";
import { iso } from "../../shared/time/instant.ts";
import type { Database } from "../db/client.ts";
import { Refused } from "../errors.ts";
import type { Signed } from "../people/signed.ts";
import type { ReportSecrets } from "../push/report-secret.ts";
import { pushDevicesOf } from "../push/subscription-store.ts";
import * as ledger from "./ledger-store.ts";

export interface ReportDeps {
  database: Database;
  now(): number;
  secrets: ReportSecrets;
}

const shownLines = 10;
const shownComing = 3;
const shownHeldBack = 50;
/** A week that begins on Monday, in any zone. */
const heldBackFor = 8 * 86_400_000;

/** The last reminders of one of my devices with what became of each, what comes next, and what was held back. */
export async function remindersOf(
  { database, now }: ReportDeps,
  { personId, deviceId: mine, memberships }: Signed,
  deviceId = mine,
): Promise<Omit<Delivered, "mail">> {
  const memberIds = memberships.map((one) => one.memberId);
  const at = iso(now());
  const [lines, coming, heldBack, devices] = await Promise.all([
    ledger.linesOf(database, { personId, deviceId, memberIds, limit: shownLines }),
    ledger.nextPlanned(database, memberIds, shownComing),
    ledger.heldBackSince(database, memberIds, iso(now() - heldBackFor), shownHeldBack),
    pushDevicesOf(database, personId, at),
  ]);
  return {
    reminders: lines.map((line) => told(line, at)),
    ...(coming[0] === undefined ? {} : { nextAt: coming[0].dueAt }),
    coming,
    heldBack,
    devices: devices.map((one) => ({ ...one, current: one.id === mine })),
  };
}

function told(line: ledger.Line, at: string): SentReminder {
  const { id, kind, plannedFor: dueAt, occurrenceOn, reason, snoozedUntil } = line;
  return {
    ...(line.channel === "email" && line.state === "sent"
      ? { id, kind, dueAt, state: "sent" as const, channel: "email" as const }
      : { id, kind, dueAt, state: standingOf(line, at) }),
    ...(occurrenceOn === null ? {} : { occurrenceOn }),
    ...(reason === null ? {} : { reason }),
    ...(snoozedUntil === null ? {} : { snoozedUntil }),
  };
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
  await ledger.noteSeen(deps.database, id, opened, iso(deps.now()));
}

/**
 * Keeps the message quiet for an hour; the debt stays. Answers until when: where the occurrence is missed before, the
 * hour ends then and no further message comes.
 */
export async function reportSnooze(deps: ReportDeps, id: string, who: Reporter): Promise<{ until: string }> {
  const delivery = await find(deps, id, who);
  if (delivery.reminderId === null) throw new Refused("not_found");
  if (delivery.snoozedUntil !== null) return { until: delivery.snoozedUntil };
  const hour = iso(deps.now() + snoozeMinutes * 60_000);
  const until = delivery.untilAt !== null && delivery.untilAt < hour ? delivery.untilAt : hour;
  await ledger.snooze(deps.database, delivery, until);
  return { until };
}

/** Another's delivery, a wrong secret and an id nobody knows cannot be told apart. */
async function find(deps: ReportDeps, id: string, { personId, secret }: Reporter): Promise<ledger.Reported> {
  const delivery = await ledger.findDelivery(deps.database, id);
  const mine = delivery !== undefined && delivery.personId === personId;
  const known = delivery !== undefined && secret !== undefined && deps.secrets.match(id, secret);
  if (!mine && !known) throw new Refused("not_found");
  return delivery;
}
