import { iso } from "../../shared/time/instant.ts";
import type { Database, Statement } from "../db/client.ts";
import { type Revocation, stillEnded } from "./revocations.ts";

const day = 86_400_000;

/** Forgets what nobody can use or ask about any more. A revoked phone is told to wipe itself for 400 days. */
export async function tidy(database: Database, now: number): Promise<void> {
  const before = (days: number) => iso(now - days * day);
  await database.write([
    { sql: "delete from token where expires_at < ?", args: [before(30)] },
    { sql: "delete from share_link where expires_at < ?", args: [before(30)] },
    { sql: "delete from report_link where expires_at < ?", args: [before(30)] },
    { sql: "delete from api_token where coalesce(revoked_at, expires_at) < ?", args: [before(400)] },
    { sql: "delete from device where expires_at < ? and revoked_at is null", args: [before(0)] },
    { sql: "delete from device where revoked_at < ?", args: [before(400)] },
    { sql: "delete from challenge where expires_at < ?", args: [before(0)] },
    { sql: "delete from rate_limit where spent_until < ?", args: [now] },
  ]);
}

/** Takes back once more what was taken back since this database was copied. */
export async function replayRevocations(database: Database, lines: readonly Revocation[]): Promise<void> {
  const ids = (kind: Revocation["revoked"]) =>
    JSON.stringify(lines.filter((line) => line.revoked === kind).map((line) => line.id));
  const at = lines.at(-1)?.at ?? "";
  const unwanted = [
    ...stillEnded(lines, "unsubscribed", "subscribed"),
    // After a restore a report stands as ended by a link, and is begun again where such are.
    ...stillEnded(lines, "report-ended", "report-chosen", "subscribed"),
  ];
  await database.write([
    {
      sql: "update device set revoked_at = ? where revoked_at is null and id in (select value from json_each(?))",
      args: [at, ids("device")],
    },
    {
      sql: `update token set revoked_at = ?
            where revoked_at is null and reusable = 0 and id in (select value from json_each(?))`,
      args: [at, ids("token")],
    },
    {
      sql: "update share_link set revoked_at = ? where revoked_at is null and id in (select value from json_each(?))",
      args: [at, ids("token")],
    },
    {
      sql: "update report_link set revoked_at = ? where revoked_at is null and id in (select value from json_each(?))",
      args: [at, ids("token")],
    },
    {
      sql: "update api_token set revoked_at = ? where revoked_at is null and id in (select value from json_each(?))",
      args: [at, ids("api-token")],
    },
    {
      sql: "update membership set ended_at = ? where ended_at is null and member_id in (select value from json_each(?))",
      args: [at, ids("member")],
    },
    { sql: "delete from passkey where id in (select value from json_each(?))", args: [ids("passkey")] },
    { sql: "delete from connector where id in (select value from json_each(?))", args: [ids("connector")] },
    { sql: "delete from webhook where id in (select value from json_each(?))", args: [ids("webhook")] },
    {
      sql: "update webhook set state = 'off' where id in (select value from json_each(?))",
      args: [JSON.stringify(stillEnded(lines, "webhook-off", "webhook-on"))],
    },
    {
      sql: `update webhook set state = 'off', sealed = ''
            where address_mark <> (select value->>1 from json_each(?1) where value->>0 = webhook.id)`,
      args: [`[${lastOf(lines, "webhook-address").join()}]`],
    },
    ...narrowed(lines),
    {
      sql: `insert or ignore into mail_unsubscribed (workspace_id, member_id, reminder_group, at)
            select value->>0, value->>1, value->>2, ? from (select value from json_each(?))`,
      args: [at, `[${unwanted.join()}]`],
    },
    {
      sql: "delete from calendar_feed where id in (select value from json_each(?))",
      args: [ids("calendar")],
    },
    {
      sql: `update import_job set state = 'cancelled', ended_at = ?, lease = null, lease_until = null
            where state in ('waiting', 'applying') and id in (select value from json_each(?))`,
      args: [at, ids("import")],
    },
    {
      sql: `delete from import_chunk where upload_id in (select upload_id from import_job where state = 'cancelled')`,
    },
  ]);
}

/** Webhooks hear of nothing they were kept from since; one that was given to another squad is off. */
function narrowed(lines: readonly Revocation[]): Statement[] {
  const scopes = `[${lastOf(lines, "webhook-scope").join()}]`;
  const scope = "(select value from json_each(?1) where value->>0 = webhook.id)";
  return [
    {
      sql: `update webhook set says = (select json_group_array(kept.value) from json_each(webhook.says) kept
                where kept.value in (select value from json_each(${scope}->'$[2]')))
            where ${scope} is not null`,
      args: [scopes],
    },
    {
      sql: `update webhook set state = 'off'
            where ${scope} is not null
              and (says = '[]' or (${scope}->>1 is not null and squad_id is not ${scope}->>1))`,
      args: [scopes],
    },
  ];
}

/** The last line of a kind of each webhook, a JSON array that begins with its id. */
function lastOf(lines: readonly Revocation[], kind: Revocation["revoked"]): string[] {
  const own = lines.filter((one) => one.revoked === kind).map((one) => one.id);
  return [...new Map(own.map((line) => [(JSON.parse(line) as [string])[0], line])).values()];
}
