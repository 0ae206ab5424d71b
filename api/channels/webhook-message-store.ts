import type { Topic } from "../../shared/channels/webhook.ts";
import type { Failure } from "../../shared/metrics/connector-failure.ts";
import type { Database, Row, Statement } from "../db/client.ts";
import { dropWaiting } from "./webhook-store.ts";

/** What a webhook is to be told once: the key is (webhook, topic, subject, occurrence). */
export interface WebhookPlan {
  id: string;
  webhookId: string;
  says: Topic | "test";
  /** The squad; of an anomaly, the anomaly. */
  subjectId: string;
  occurrenceOn: string;
  plannedFor: string;
  expiresAt: string;
}

/** A message somebody holds the lease of. */
export interface ClaimedMessage extends WebhookPlan {
  attempts: number;
  /** Whether it waited for a place, and is to tell what else was held back. */
  held: boolean;
}

/**
 * Stores what is intended for these webhooks: new messages, and new times for those nobody has looked at yet. What was
 * intended for after `now` and no longer is, goes.
 */
export async function storeWebhookPlans(
  database: Database,
  { webhookIds, plans, now }: { webhookIds: readonly string[]; plans: readonly WebhookPlan[]; now: string },
): Promise<void> {
  const wanted = JSON.stringify(plans);
  const from = "from (select value as v from json_each(?))";
  await database.write([
    {
      sql: `delete from webhook_message where webhook_id in (select value from json_each(?)) and state = 'planned'
              and due_at > ? and (webhook_id, says, subject_id, occurrence_on) not in
                (select v->>'webhookId', v->>'says', v->>'subjectId', v->>'occurrenceOn' ${from})`,
      args: [JSON.stringify(webhookIds), now, wanted],
    },
    {
      sql: `update webhook_message set planned_for = p.planned_for, due_at = p.planned_for, expires_at = p.expires_at
            from (select v->>'webhookId' as webhook_id, v->>'says' as says, v->>'subjectId' as subject_id,
                    v->>'occurrenceOn' as occurrence_on, v->>'plannedFor' as planned_for,
                    v->>'expiresAt' as expires_at ${from}) p
            where webhook_message.webhook_id = p.webhook_id and webhook_message.says = p.says
              and webhook_message.subject_id = p.subject_id and webhook_message.occurrence_on = p.occurrence_on
              and state = 'planned' and webhook_message.planned_for <> p.planned_for`,
      args: [wanted],
    },
    {
      sql: `insert or ignore into webhook_message
              (id, webhook_id, says, subject_id, occurrence_on, planned_for, due_at, expires_at)
            select v->>'id', v->>'webhookId', v->>'says', v->>'subjectId', v->>'occurrenceOn', v->>'plannedFor',
              v->>'plannedFor', v->>'expiresAt' ${from}
            where exists (select 1 from webhook w where w.id = v->>'webhookId' and w.state = 'on')`,
      args: [wanted],
    },
  ]);
}

const isDue = `((state in ('planned', 'retry') and due_at <= ?) or (state = 'claimed' and lease_until <= ?))`;

/** Whether there is anything to claim: a look that costs no write. */
export async function anyMessageDue(database: Database, now: string): Promise<boolean> {
  const sql = `select 1 from webhook_message where ${isDue} limit 1`;
  return (await database.read(sql, [now, now])).length > 0;
}

const columns = "id, webhook_id, says, subject_id, occurrence_on, planned_for, expires_at, attempts, reason";

/** Takes the oldest due messages, or those whose lease has run out, for as long as the lease lasts. */
export async function claimMessages(
  database: Database,
  { now, lease, leaseUntil, limit }: { now: string; lease: string; leaseUntil: string; limit: number },
): Promise<ClaimedMessage[]> {
  const [claimed] = await database.write([
    {
      sql: `update webhook_message set state = 'claimed', lease = ?, lease_until = ?, attempts = attempts + 1,
              sent_at = ?
            where id in (select id from webhook_message where ${isDue} order by due_at limit ?) returning ${columns}`,
      args: [lease, leaseUntil, now, now, now, limit],
    },
  ]);
  return (claimed?.rows ?? []).map((row) => ({
    ...toPlan(row),
    attempts: Number(row.attempts),
    held: row.reason === "held-back",
  }));
}

/** A message that is sent by whoever makes it: claimed from the first. */
export function insertClaimed(one: WebhookPlan, lease: string, leaseUntil: string): Statement {
  const { id, webhookId, says, subjectId, occurrenceOn, plannedFor, expiresAt } = one;
  return {
    sql: `insert into webhook_message (id, webhook_id, says, subject_id, occurrence_on, planned_for, due_at, expires_at,
            sent_at, state, attempts, lease, lease_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed', 1, ?, ?)`,
    args: [
      id,
      webhookId,
      says,
      subjectId,
      occurrenceOn,
      plannedFor,
      plannedFor,
      expiresAt,
      plannedFor,
      lease,
      leaseUntil,
    ],
  };
}

/** How a try ended. `failure` counts against the webhook; `accepted` ends what was counted. */
export interface TriedMessage {
  id: string;
  webhookId: string;
  state: "accepted" | "retry" | "failed" | "skipped";
  reason?: string | undefined;
  status?: number | undefined;
  /** When it is tried again; for `retry`. */
  dueAt?: string | undefined;
  failure?: Failure | undefined;
}

/**
 * Writes a try down, only while its lease is held. So many failures in a row, for longer than so long, switch the
 * webhook off, and with it all that waits to be sent to it.
 */
export async function settleMessage(
  database: Database,
  one: TriedMessage,
  { lease, now, failures, since }: { lease: string; now: string; failures: number; since: string },
): Promise<void> {
  const { id, webhookId, state, reason = null, status = null, dueAt = null, failure } = one;
  const held = "exists (select 1 from webhook_message m where m.id = ? and m.lease = ?)";
  const counted: Statement[] = [];
  if (failure !== undefined)
    counted.push({
      sql: `update webhook set failures = failures + 1, failing_since = coalesce(failing_since, ?1), failure = ?2,
              state = case when failures + 1 >= ?3 and coalesce(failing_since, ?1) < ?4 then 'off' else state end
            where id = ?5 and exists (select 1 from webhook_message m where m.id = ?6 and m.lease = ?7)`,
      args: [now, JSON.stringify(failure), failures, since, webhookId, id, lease],
    });
  if (state === "accepted")
    counted.push({
      sql: `update webhook set failures = 0, failing_since = null, failure = null
            where id = ? and failures > 0 and state = 'on' and ${held}`,
      args: [webhookId, id, lease],
    });
  await database.write([
    ...counted,
    {
      sql: `update webhook_message set state = ?, reason = ?, status = coalesce(?, status),
              due_at = coalesce(?, due_at), lease = null, lease_until = null,
              accepted_at = case ? when 'accepted' then ? end where id = ? and lease = ?`,
      args: [state, reason, status, dueAt, state, now, id, lease],
    },
    ...dropWaiting(webhookId),
  ]);
}

function toPlan(row: Row): WebhookPlan {
  return {
    id: String(row.id),
    webhookId: String(row.webhook_id),
    says: row.says as WebhookPlan["says"],
    subjectId: String(row.subject_id),
    occurrenceOn: String(row.occurrence_on),
    plannedFor: String(row.planned_for),
    expiresAt: String(row.expires_at),
  };
}
