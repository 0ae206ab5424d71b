import type { Subscription } from "../../shared/push/subscription.ts";
import type { PushDevice } from "../../shared/reminders/ledger.ts";
import type { Database } from "../db/client.ts";

export interface NewSubscription {
  subscription: Subscription;
  deviceId: string;
  personId: string;
  /** ISO instant. */
  at: string;
}

/** Phones and browsers of one person that get pushes; the one not seen for longest gives way to an eleventh. */
export const devicesPerPerson = 10;

/** Stores where a device takes messages. An endpoint known already moves to this device and person. */
export async function saveSubscription(database: Database, one: NewSubscription): Promise<void> {
  const { subscription, deviceId, personId, at } = one;
  const { endpoint, keys } = subscription;
  await database.write([
    {
      sql: "delete from push_subscription where device_id = ? and endpoint <> ?",
      args: [deviceId, endpoint],
    },
    {
      sql: `insert into push_subscription (endpoint, device_id, person_id, p256dh, auth, created_at, seen_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (endpoint) do update set device_id = excluded.device_id, person_id = excluded.person_id,
              p256dh = excluded.p256dh, auth = excluded.auth, seen_at = excluded.seen_at, gone_at = null`,
      args: [endpoint, deviceId, personId, keys.p256dh, keys.auth, at, at],
    },
    {
      sql: `update push_subscription set gone_at = ? where person_id = ? and gone_at is null and endpoint not in
              (select endpoint from push_subscription where person_id = ? and gone_at is null
               order by seen_at desc, rowid desc limit ?)`,
      args: [at, personId, personId, devicesPerPerson],
    },
  ]);
}

/** Forgets an endpoint; only its owner's word counts, another's changes nothing. */
export async function dropSubscription(database: Database, personId: string, endpoint: string) {
  await database.write([
    {
      sql: "delete from push_subscription where endpoint = ? and person_id = ?",
      args: [endpoint, personId],
    },
  ]);
}

/** Forgets where one of a person's devices took messages, so that nobody is told of it any more. */
export async function dropDevice(database: Database, personId: string, deviceId: string): Promise<void> {
  await database.write([
    {
      sql: "delete from push_subscription where device_id = ? and person_id = ?",
      args: [deviceId, personId],
    },
  ]);
}

/** A device says itself that its browser has ended the subscription; the first moment counts. */
export async function endSubscription(database: Database, deviceId: string, at: string): Promise<void> {
  await database.write([
    {
      sql: "update push_subscription set gone_at = ? where device_id = ? and gone_at is null",
      args: [at, deviceId],
    },
  ]);
}

/** The devices of a person that take messages or did, the last used first; not those signed out or revoked. */
export async function pushDevicesOf(
  database: Database,
  personId: string,
  now: string,
): Promise<Omit<PushDevice, "current">[]> {
  const rows = await database.read(
    `select d.id, d.name, d.last_seen_at, s.gone_at from push_subscription s join device d on d.id = s.device_id
     where s.person_id = ? and d.person_id = s.person_id and d.revoked_at is null and d.expires_at > ?
     order by d.last_seen_at desc, d.id limit 50`,
    [personId, now],
  );
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    lastSeenAt: String(row.last_seen_at),
    ...(row.gone_at === null
      ? { state: "on" as const }
      : { state: "gone" as const, goneAt: String(row.gone_at) }),
  }));
}

/** What the server knows of a device's subscription. */
export async function subscriptionState(
  database: Database,
  deviceId: string,
): Promise<"on" | "gone" | "none"> {
  const [row] = await database.read("select gone_at from push_subscription where device_id = ?", [deviceId]);
  if (row === undefined) return "none";
  return row.gone_at === null ? "on" : "gone";
}

export interface Recipient {
  personId: string;
  deviceId: string;
  endpoint: string;
}

/** By member, every device that takes messages for them; not those signed out, revoked or expired. */
export async function recipientsOf(
  database: Database,
  memberIds: readonly string[],
  now: string,
): Promise<Map<string, Recipient[]>> {
  const rows = await database.read(
    `select m.member_id, s.person_id, s.device_id, s.endpoint from json_each(?) asked
       cross join membership m on m.member_id = asked.value
       cross join push_subscription s on s.person_id = m.person_id
       join device d on d.id = s.device_id
     where m.ended_at is null and s.gone_at is null and d.revoked_at is null and d.expires_at > ?`,
    [JSON.stringify(memberIds), now],
  );
  const found = new Map<string, Recipient[]>();
  for (const row of rows) {
    const memberId = String(row.member_id);
    found.set(memberId, [...(found.get(memberId) ?? []), toRecipient(row)]);
  }
  return found;
}

/** Where one device takes messages, or undefined. */
export async function recipientAt(database: Database, deviceId: string): Promise<Recipient | undefined> {
  const [row] = await database.read(
    "select person_id, device_id, endpoint from push_subscription where device_id = ? and gone_at is null",
    [deviceId],
  );
  return row && toRecipient(row);
}

function toRecipient(row: Record<string, unknown>): Recipient {
  return {
    personId: String(row.person_id),
    deviceId: String(row.device_id),
    endpoint: String(row.endpoint),
  };
}
