import type { Topic } from "../../shared/channels/webhook.ts";
import type { Database } from "../db/client.ts";
import type { ClaimedMessage } from "./webhook-message-store.ts";

/** What was held back and is told with a message, by topic. */
export type Held = Partial<Record<Topic, number>>;

/** At most `most` messages to a webhook in the time since `since` (ISO). */
export interface Cap {
  most: number;
  since: string;
  now: string;
}

/**
 * Takes one of the webhook's places for a message whose lease is held, and with it all that was held back and that no
 * other message tells. Undefined when every place is taken. One statement counts and takes, so that servers share them.
 */
export async function takePlace(
  database: Database,
  { id, webhookId }: Pick<ClaimedMessage, "id" | "webhookId">,
  lease: string,
  { most, since, now }: Cap,
): Promise<Held | undefined> {
  const [taken, told] = await database.write([
    {
      sql: `update webhook_message set slot_at = ?1 where id = ?2 and lease = ?3
              and (select count(*) from webhook_message o
                     where o.webhook_id = ?4 and o.slot_at > ?5 and o.id <> ?2) < ?6`,
      args: [now, id, lease, webhookId, since, most],
    },
    {
      sql: `update webhook_message set told_with = ?1
            where webhook_id = ?2 and state = 'skipped' and reason = 'held-back'
              and not exists (select 1 from webhook_message c where c.id = webhook_message.told_with and c.id <> ?1
                                and c.state in ('claimed', 'retry', 'accepted'))
              and exists (select 1 from webhook_message m where m.id = ?1 and m.lease = ?3 and m.slot_at = ?4)
            returning says`,
      args: [id, webhookId, lease, now],
    },
  ]);
  if (taken?.rowsAffected !== 1) return undefined;
  const held: Held = {};
  for (const { says } of told?.rows ?? []) held[says as Topic] = (held[says as Topic] ?? 0) + 1;
  return held;
}

/** When (ISO) the place that was taken first is free again: with `most` taken since, that of the `most`-th latest. */
export async function placeTakenAt(
  database: Database,
  webhookId: string,
  { most, since, now }: Cap,
): Promise<string> {
  const [row] = await database.read(
    `select slot_at from webhook_message where webhook_id = ? and slot_at > ?
     order by slot_at desc limit 1 offset ?`,
    [webhookId, since, most - 1],
  );
  return row === undefined ? now : String(row.slot_at);
}

/**
 * Holds a message back: the first waits for a place, so that there is a next one to tell of the others, and whatever has
 * no life left by then, or comes behind it, is only counted.
 */
export async function holdBack(
  database: Database,
  { id, webhookId }: Pick<ClaimedMessage, "id" | "webhookId">,
  lease: string,
  freeAt: string,
): Promise<void> {
  const waits = `expires_at > ?1 and not exists (select 1 from webhook_message o where o.webhook_id = ?2 and o.id <> ?3
    and o.reason = 'held-back' and o.state in ('retry', 'claimed'))`;
  await database.write([
    {
      sql: `update webhook_message set reason = 'held-back', attempts = attempts - 1, lease = null, lease_until = null,
              due_at = case when ${waits} then ?1 else due_at end,
              state = case when ${waits} then 'retry' else 'skipped' end
            where id = ?3 and lease = ?4`,
      args: [freeAt, webhookId, id, lease],
    },
  ]);
}
