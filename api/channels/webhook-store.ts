import type { Topic, WebhookKind } from "../../shared/channels/webhook.ts";
import type { Failure } from "../../shared/metrics/connector-failure.ts";
import type { Database, Row, Statement } from "../db/client.ts";

/** A webhook as it is stored. */
export interface StoredWebhook {
  id: string;
  workspaceId: string;
  squadId?: string;
  memberId: string;
  name: string;
  kind: WebhookKind;
  says: Topic[];
  /** Address and secret, encrypted. */
  sealed: string;
  /** Another one with every new address or secret. */
  addressMark: string;
  state: "on" | "off";
  since: string;
  failures: number;
  failingSince?: string;
  failure?: Failure;
}

const webhookColumns =
  "id, workspace_id, squad_id, member_id, name, kind, says, sealed, address_mark, state, since, failures, failing_since, failure";

export async function listWebhooks(database: Database, workspaceId: string): Promise<StoredWebhook[]> {
  const rows = await database.read(
    `select ${webhookColumns} from webhook where workspace_id = ? order by name, id`,
    [workspaceId],
  );
  return rows.map(toWebhook);
}

export async function findWebhook(database: Database, workspaceId: string, id: string) {
  const rows = await database.read(
    `select ${webhookColumns} from webhook where workspace_id = ? and id = ?`,
    [workspaceId, id],
  );
  return rows[0] && toWebhook(rows[0]);
}

/** Of whichever workspace. */
export async function findWebhookById(database: Database, id: string) {
  const rows = await database.read(`select ${webhookColumns} from webhook where id = ?`, [id]);
  return rows[0] && toWebhook(rows[0]);
}

/** Those that are to hear of anything, of all workspaces. */
export async function webhooksOn(database: Database): Promise<StoredWebhook[]> {
  return (await database.read(`select ${webhookColumns} from webhook where state = 'on' order by id`)).map(
    toWebhook,
  );
}

export type NewWebhook = Pick<
  StoredWebhook,
  "id" | "workspaceId" | "memberId" | "name" | "kind" | "says" | "sealed" | "addressMark" | "since"
> & { squadId?: string | undefined };

/**
 * Stores a new webhook, or what was made of an old one of the same workspace: on and free of failures. What it was to
 * hear of and is not any more, the planner takes away.
 */
export async function saveWebhook(database: Database, one: NewWebhook, at: string): Promise<void> {
  const { id, workspaceId, squadId = null, memberId, name, kind, says, sealed, addressMark, since } = one;
  await database.write([
    {
      sql: `insert into webhook (id, workspace_id, squad_id, member_id, name, kind, says, sealed, address_mark, since,
              created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set squad_id = excluded.squad_id, member_id = excluded.member_id,
              name = excluded.name, says = excluded.says, sealed = excluded.sealed, address_mark = excluded.address_mark,
              since = excluded.since, ${fresh}
              where workspace_id = excluded.workspace_id`,
      args: [
        id,
        workspaceId,
        squadId,
        memberId,
        name,
        kind,
        JSON.stringify(says),
        sealed,
        addressMark,
        since,
        at,
      ],
    },
  ]);
}

const fresh = "state = 'on', failures = 0, failing_since = null, failure = null";

/** Stops it by hand. What waits to be sent is not sent any more. */
export async function switchOff(database: Database, id: string): Promise<void> {
  const sql =
    "update webhook set state = 'off', failures = 0, failing_since = null, failure = null where id = ?";
  await database.write([{ sql, args: [id] }, ...dropWaiting(id)]);
}

/** Of one that is off: what was never tried goes, to be planned anew; what was is skipped. */
export function dropWaiting(id: string): Statement[] {
  const isOff = "exists (select 1 from webhook w where w.id = ? and w.state = 'off')";
  return [
    {
      sql: `delete from webhook_message where webhook_id = ? and state = 'planned' and ${isOff}`,
      args: [id, id],
    },
    {
      sql: `update webhook_message set state = 'skipped', reason = 'off', lease = null, lease_until = null
            where webhook_id = ? and state in ('retry', 'claimed') and ${isOff}`,
      args: [id, id],
    },
  ];
}

/** Starts it again, as `memberId`: it hears of what is intended from now on. */
export async function switchOn(database: Database, id: string, memberId: string, at: string): Promise<void> {
  const sql = `update webhook set ${fresh}, member_id = ?, since = ? where id = ? and state = 'off'`;
  await database.write([{ sql, args: [memberId, at, id] }]);
}

/** The same address with another secret. */
export async function reseal(database: Database, id: string, sealed: string, mark: string): Promise<void> {
  const sql = "update webhook set sealed = ?, address_mark = ? where id = ?";
  await database.write([{ sql, args: [sealed, mark, id] }]);
}

/** Removes a webhook with its address, its secret and its messages. */
export async function deleteWebhook(database: Database, id: string): Promise<void> {
  await database.write([
    { sql: "delete from webhook_message where webhook_id = ?", args: [id] },
    { sql: "delete from webhook where id = ?", args: [id] },
  ]);
}

function toWebhook(row: Row): StoredWebhook {
  return {
    id: String(row.id),
    workspaceId: String(row.workspace_id),
    ...(row.squad_id === null ? {} : { squadId: String(row.squad_id) }),
    memberId: String(row.member_id),
    name: String(row.name),
    kind: row.kind as WebhookKind,
    says: JSON.parse(String(row.says)) as Topic[],
    sealed: String(row.sealed),
    addressMark: String(row.address_mark),
    state: row.state === "on" ? "on" : "off",
    since: String(row.since),
    failures: Number(row.failures),
    ...(row.failing_since === null ? {} : { failingSince: String(row.failing_since) }),
    ...(row.failure === null ? {} : { failure: JSON.parse(String(row.failure)) as Failure }),
  };
}
