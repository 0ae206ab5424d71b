import { nudgeMessage } from "../../shared/reminders/message.ts";
import { type Decision, decideNudge } from "../../shared/reminders/nudge.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import type { Database } from "../db/client.ts";
import type { Log } from "../log.ts";
import type { StillDue } from "../push/deliver.ts";
import { insertDeliveries, type NewDelivery } from "../push/delivery-store.ts";
import { type Recipient, recipientsOf } from "../push/subscription-store.ts";
import type { Snapshots } from "./snapshot.ts";
import { claimReminders, type Decided, type Reminder, readReminders, settleReminders } from "./store.ts";

export interface RunDueDeps {
  database: Database;
  snapshots: Snapshots;
  now(): number;
  bytes(count: number): Uint8Array;
  /** The origin people use. */
  origin(): string;
  log: Log;
}

const lease = 60_000;
const hour = 3_600_000;
const together = 500;
/** A message that waited for the phone longer than this says nothing new any more. */
const life = 24 * hour;

/**
 * Decides every reminder that is due. The oldest are claimed by a conditional update; each is judged by what is true
 * now; the decision and the messages it leads to are one batch, so that a crash leaves both or neither. When deciding
 * one throws, its due time moves an hour on and the error is raised after the others: a bad row cannot stop the rest.
 */
export async function runDue(deps: RunDueDeps): Promise<void> {
  const faults: unknown[] = [];
  for (;;) {
    const token = Buffer.from(deps.bytes(12)).toString("base64url");
    const now = deps.now();
    const claim = { lease: token, leaseUntil: iso(now + lease), now: iso(now), limit: together };
    const due = await claimReminders(deps.database, claim);
    if (due.length === 0) break;
    await settle(due, token, deps, faults);
  }
  if (faults.length > 0) throw new AggregateError(faults, "reminders could not be decided");
}

/** What has become of reminders whose message did not get through at first. */
export async function recheck(ids: readonly string[], deps: RunDueDeps): Promise<Map<string, StillDue>> {
  await deps.snapshots.workspaces();
  const answers = new Map<string, StillDue>();
  for (const reminder of await readReminders(deps.database, ids)) {
    const decision = await decide(reminder, deps);
    answers.set(reminder.id, "send" in decision ? { send: true } : decision);
  }
  return answers;
}

async function settle(due: Reminder[], token: string, deps: RunDueDeps, faults: unknown[]): Promise<void> {
  await deps.snapshots.workspaces();
  const at = iso(deps.now());
  const members = [...new Set(due.map((one) => one.memberId))];
  const devices = await recipientsOf(deps.database, members, at);
  const decided: Decided[] = [];
  const deliveries: NewDelivery[] = [];
  for (const reminder of due) {
    try {
      const decision = await decide(reminder, deps);
      const recipients = devices.get(reminder.memberId) ?? [];
      decided.push(outcomeOf(reminder, decision, recipients.length));
      if ("send" in decision)
        for (const recipient of recipients)
          deliveries.push(await messageTo(recipient, reminder, decision, deps));
    } catch (error) {
      faults.push(error);
      decided.push({ id: reminder.id, state: "planned", reason: "fault", dueAt: iso(deps.now() + hour) });
    }
  }
  await deps.database.write([insertDeliveries(deliveries, token), settleReminders(decided, token, at)]);
  const skipped = decided.filter((one) => one.state === "skipped").length;
  deps.log.info("reminders.decided", { due: due.length, skipped, messages: deliveries.length });
}

async function decide(reminder: Reminder, { snapshots, now }: RunDueDeps): Promise<Decision> {
  const view = await snapshots.view(reminder.workspaceId);
  if (view === undefined) return { skip: "removed" };
  return decideNudge(reminder, view, iso(now()));
}

function outcomeOf({ id }: Reminder, decision: Decision, devices: number): Decided {
  if ("notBefore" in decision) return { id, state: "planned", reason: "quiet", dueAt: decision.notBefore };
  if ("skip" in decision) return { id, state: "skipped", reason: decision.skip, dueAt: null };
  if (devices === 0) return { id, state: "skipped", reason: "no-device", dueAt: null };
  return { id, state: "sent", reason: null, dueAt: null };
}

async function messageTo(
  recipient: Recipient,
  reminder: Reminder,
  { send, member, badge }: Extract<Decision, { send: unknown }>,
  { snapshots, now, bytes, origin }: RunDueDeps,
): Promise<NewDelivery> {
  const { workspaceId, memberId, occurrenceOn, kind, round, untilAt } = reminder;
  const at = now();
  const id = uuidv7(at, bytes(10));
  const workspace = (await snapshots.view(workspaceId))!.workspace;
  const message = nudgeMessage({
    owed: send,
    detail: member.preferences.lockScreen ?? workspace.lockScreen,
    locale: member.locale,
    badge,
    origin: origin(),
    deliveryId: id,
    tag: `${kind}-${memberId}-${occurrenceOn}`,
  });
  const expiresAt = iso(Math.min(at + life, Date.parse(untilAt)));
  // A Topic has 32 characters at most; the end of an id is its random part.
  const topic = `${kind}-${memberId.replaceAll("-", "").slice(-20)}`;
  const { personId, deviceId, endpoint } = recipient;
  return {
    ...{ id, reminderId: reminder.id, round, kind, memberId, personId, deviceId, endpoint, topic, message },
    ...{ plannedFor: reminder.plannedFor, dueAt: iso(at), expiresAt },
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
