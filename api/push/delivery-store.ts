import type { PushMessage } from "../../shared/push/payload.ts";
import type { Subscription } from "../../shared/push/subscription.ts";
import type { Database, Statement } from "../db/client.ts";
import type { Outgoing } from "./send.ts";

/** A message for one device that is about to be sent for the first time. */
export interface NewDelivery {
  id: string;
  reminderId: string | null;
  round: number;
  kind: string;
  memberId: string | null;
  personId: string;
  deviceId: string;
  endpoint: string;
  topic: string;
  urgency: Outgoing["urgency"];
  message: Omit<PushMessage, "data">;
  plannedFor: string;
  dueAt: string;
  expiresAt: string;
}

/** A delivery somebody holds the lease of. */
export interface Claimed {
  id: string;
  reminderId: string | null;
  topic: string;
  urgency: Outgoing["urgency"];
  message: Omit<PushMessage, "data">;
  attempts: number;
  plannedFor: string;
  dueAt: string;
  expiresAt: string;
  origin: string;
  /** Undefined when the device has unsubscribed, was revoked, or is somebody else's by now. */
  subscription: Subscription | undefined;
}

/** What one try led to. `lease` must still be held, or nothing changes. */
export interface Tried {
  id: string;
  lease: string;
  state: "accepted" | "retry" | "gone" | "failed" | "skipped";
  reason: string | null;
  status: number | null;
  at: string;
  /** When to try again; for `retry`. */
  dueAt: string | null;
}

/** Inserted in the batch that decides the reminder, and only while `lease` holds it. The same one twice is one row. */
export function insertDeliveries(deliveries: readonly NewDelivery[], lease: string): Statement {
  const rows = deliveries.map((one) => ({
    ...one,
    message: JSON.stringify(one.message),
    origin: new URL(one.endpoint).origin,
  }));
  return {
    sql: `insert or ignore into delivery (id, reminder_id, round, kind, member_id, person_id, device_id, endpoint, origin,
            topic, urgency, message, planned_for, due_at, expires_at)
          select v->>'id', v->>'reminderId', v->>'round', v->>'kind', v->>'memberId', v->>'personId', v->>'deviceId',
            v->>'endpoint', v->>'origin', v->>'topic', v->>'urgency', v->>'message', v->>'plannedFor', v->>'dueAt', v->>'expiresAt'
          from (select value as v from json_each(?))
          where v->>'reminderId' is null
            or exists (select 1 from reminder r where r.id = v->>'reminderId' and r.lease = ?)`,
    args: [JSON.stringify(rows), lease],
  };
}

const isDue = `((state in ('planned', 'retry') and due_at <= ?) or (state in ('claimed', 'sent') and lease_until <= ?))`;

/** Push services that something is due for. */
export async function dueOrigins(database: Database, now: string): Promise<string[]> {
  const rows = await database.read(`select distinct origin from delivery where ${isDue}`, [now, now]);
  return rows.map((row) => String(row.origin));
}

/** Takes the oldest due deliveries of a push service, or one delivery, for as long as the lease lasts. */
export async function claimDeliveries(
  database: Database,
  which: { origin: string; limit: number } | { id: string },
  { lease, leaseUntil, now }: { lease: string; leaseUntil: string; now: string },
): Promise<Claimed[]> {
  const [where, args] = "id" in which ? ["id = ?", [which.id]] : ["origin = ?", [which.origin]];
  const limit = "id" in which ? 1 : which.limit;
  const [, claimed] = await database.write([
    {
      sql: `update delivery set state = 'claimed', lease = ?, lease_until = ? where id in
              (select id from delivery where ${where} and ${isDue} order by due_at limit ?)`,
      args: [lease, leaseUntil, ...args, now, now, limit],
    },
    {
      sql: `select d.id, d.reminder_id, d.topic, d.urgency, d.message, d.attempts, d.planned_for, d.due_at, d.expires_at, d.origin, d.endpoint,
              s.p256dh, s.auth
            from delivery d
              left join device e on e.id = d.device_id and e.revoked_at is null and e.expires_at > ?
              left join push_subscription s on s.endpoint = d.endpoint and s.device_id = e.id
                and s.person_id = d.person_id and s.gone_at is null
            where d.lease = ? order by d.due_at`,
      args: [now, lease],
    },
  ]);
  return (claimed?.rows ?? []).map((row) => ({
    id: String(row.id),
    reminderId: row.reminder_id === null ? null : String(row.reminder_id),
    topic: String(row.topic),
    urgency: row.urgency === "normal" ? "normal" : "high",
    message: JSON.parse(String(row.message)),
    attempts: Number(row.attempts),
    plannedFor: String(row.planned_for),
    dueAt: String(row.due_at),
    expiresAt: String(row.expires_at),
    origin: String(row.origin),
    subscription:
      row.p256dh === null
        ? undefined
        : { endpoint: String(row.endpoint), keys: { p256dh: String(row.p256dh), auth: String(row.auth) } },
  }));
}

/** Notes that messages are on their way from now on. Answers the ids still held; the others are somebody else's. */
export async function beginSending(database: Database, ids: readonly string[], lease: string, at: string) {
  const [begun] = await database.write([
    {
      sql: `update delivery set state = 'sent', sent_at = ?, attempts = attempts + 1
            where lease = ? and state = 'claimed' and id in (select value from json_each(?)) returning id`,
      args: [at, lease, JSON.stringify(ids)],
    },
  ]);
  return new Set((begun?.rows ?? []).map((row) => String(row.id)));
}

/** Writes outcomes down, and ends the subscriptions that are over; one that is somebody else's by now is not. */
export async function recordTried(database: Database, tried: readonly Tried[]): Promise<void> {
  const rows = JSON.stringify(tried);
  await database.write([
    {
      sql: `update push_subscription set gone_at = g.at from
              (select d.endpoint, d.device_id, d.person_id, v->>'at' as at from (select value as v from json_each(?))
                join delivery d on d.id = v->>'id' and d.lease = v->>'lease' where v->>'state' = 'gone') g
            where push_subscription.endpoint = g.endpoint and push_subscription.device_id = g.device_id
              and push_subscription.person_id = g.person_id and gone_at is null`,
      args: [rows],
    },
    {
      sql: `update delivery set state = t.state, reason = t.reason, status = coalesce(t.status, delivery.status),
              due_at = coalesce(t.due_at, delivery.due_at), lease = null, lease_until = null,
              accepted_at = case t.state when 'accepted' then t.at end,
              message = case t.state when 'retry' then message end
            from (select v->>'id' as id, v->>'lease' as lease, v->>'state' as state, v->>'reason' as reason,
                    v->>'status' as status, v->>'at' as at, v->>'dueAt' as due_at
                  from (select value as v from json_each(?))) t
            where delivery.id = t.id and delivery.lease = t.lease`,
      args: [rows],
    },
  ]);
}

/** How many test pushes a device had since a moment. */
export async function testsSince(database: Database, deviceId: string, since: string): Promise<number> {
  const [row] = await database.read(
    "select count(*) as tests from delivery where device_id = ? and kind = 'test' and planned_for > ?",
    [deviceId, since],
  );
  return Number(row?.tests);
}
