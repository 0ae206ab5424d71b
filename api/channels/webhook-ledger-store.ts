import type { SentMessage } from "../../shared/channels/webhook.ts";
import type { Database, Row } from "../db/client.ts";

/** The last messages of each webhook, newest first. */
export async function lastMessages(
  database: Database,
  webhookIds: readonly string[],
  limit: number,
): Promise<Map<string, SentMessage[]>> {
  const rows = await database.read(
    `select * from (select id, webhook_id, says, planned_for, state, reason, status, attempts,
              row_number() over (partition by webhook_id order by planned_for desc, id desc) as place
            from webhook_message where webhook_id in (select value from json_each(?))
              and (state <> 'planned'))
     where place <= ? order by webhook_id, place`,
    [JSON.stringify(webhookIds), limit],
  );
  const found = new Map<string, SentMessage[]>();
  for (const row of rows) {
    const mine = found.get(String(row.webhook_id)) ?? [];
    found.set(String(row.webhook_id), [...mine, toSent(row)]);
  }
  return found;
}

export async function forgetMessagesBefore(database: Database, at: string): Promise<void> {
  await database.write([
    {
      sql: "delete from webhook_message where planned_for < ? and state in ('accepted', 'failed', 'skipped')",
      args: [at],
    },
    {
      sql: "delete from mail where planned_for < ? and state in ('accepted', 'failed', 'skipped')",
      args: [at],
    },
  ]);
}

const shownStates = { claimed: "sending", retry: "retrying" } as Record<string, SentMessage["state"]>;

function toSent(row: Row): SentMessage {
  const state = String(row.state);
  return {
    id: String(row.id),
    says: row.says as SentMessage["says"],
    plannedFor: String(row.planned_for),
    state: shownStates[state] ?? (state as SentMessage["state"]),
    ...(row.reason === null ? {} : { reason: String(row.reason) }),
    ...(row.status === null ? {} : { status: Number(row.status) }),
    attempts: Number(row.attempts),
  };
}
