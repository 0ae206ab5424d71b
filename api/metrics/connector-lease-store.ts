import type { Failure } from "../../shared/metrics/connector-failure.ts";
import type { Database } from "../db/client.ts";
import { connectorColumns, type Stored, toStored } from "./connector-store.ts";

const isDue = "state = 'on' and due_at <= ? and (lease_until is null or lease_until <= ?)";

/** Whether there is anything to claim: a look that costs no write. */
export async function anyDue(database: Database, now: string): Promise<boolean> {
  return (await database.read(`select 1 from connector where ${isDue} limit 1`, [now, now])).length > 0;
}

/** Takes the connectors due for longest, for as long as the lease lasts. */
export async function claimConnectors(
  database: Database,
  { now, lease, leaseUntil, limit }: { now: string; lease: string; leaseUntil: string; limit: number },
): Promise<Stored[]> {
  const [claimed] = await database.write([
    {
      sql: `update connector set lease = ?, lease_until = ?
            where id in (select id from connector where ${isDue} order by due_at limit ?) returning ${connectorColumns}`,
      args: [lease, leaseUntil, now, now, limit],
    },
  ]);
  return (claimed?.rows ?? []).map(toStored);
}

/** How a try ended, and when the next is; without `dueAt` there is none. */
export interface Settled {
  id: string;
  dueAt: string | undefined;
  failures: number;
  failingSince: string | undefined;
  failure: Failure | undefined;
  reading: { at: string; on: string; value: number } | undefined;
}

/** Holds only while the lease does: not for a connector that was revised, paused or deleted meanwhile. */
export async function settleConnector(database: Database, one: Settled, lease: string): Promise<void> {
  const { id, dueAt, failures, failingSince, failure, reading } = one;
  await database.write([
    {
      sql: `update connector set state = ?, due_at = coalesce(?, due_at), failures = ?, failing_since = ?, failure = ?,
              last_at = coalesce(?, last_at), last_on = coalesce(?, last_on), last_value = coalesce(?, last_value),
              lease = null, lease_until = null
            where id = ? and lease = ?`,
      args: [
        dueAt === undefined ? "paused" : "on",
        dueAt ?? null,
        failures,
        failingSince ?? null,
        failure === undefined ? null : JSON.stringify(failure),
        ...(reading === undefined ? [null, null, null] : [reading.at, reading.on, reading.value]),
        id,
        lease,
      ],
    },
  ]);
}
