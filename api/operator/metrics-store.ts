import type { Database } from "../db/client.ts";

export interface Gauge {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What the database holds right now; every part is answered by an index, or from a table that stays small. */
export async function gaugesIn(database: Database, now: string): Promise<Gauge[]> {
  const rows = await database.read(
    `select 'reminders_due' as name, '' as state, count(*) as value from reminder
       where state in ('planned', 'claimed') and due_at <= ?1
     union all
     select 'push_waiting', state, count(*) from delivery
       where state in ('planned', 'claimed', 'sent', 'retry') group by state
     union all
     select 'push_subscriptions', case when gone_at is null then 'on' else 'gone' end, count(*)
       from push_subscription group by 2
     union all
     select 'webhook_messages', state, count(*) from webhook_message group by state
     union all
     select 'mails', state, count(*) from mail group by state`,
    [now],
  );
  return rows.map((row) => ({
    name: String(row.name),
    labels: row.state === "" ? {} : { state: String(row.state) },
    value: Number(row.value),
  }));
}

/** For how many seconds the oldest reminder has waited to be decided. */
export async function waitedFor(database: Database, now: number): Promise<number> {
  const [row] = await database.read("select min(due_at) as due from reminder where state = 'planned'");
  return row?.due ? Math.max(0, (now - Date.parse(String(row.due))) / 1000) : 0;
}
