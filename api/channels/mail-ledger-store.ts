import type { MailGroup } from "../../shared/channels/mail.ts";
import type { Database, Statement } from "../db/client.ts";
import type { MailMessage } from "./mail-out.ts";

/** An e-mail somebody holds the lease of. */
export interface ClaimedMail {
  id: string;
  reminderId: string | null;
  workspaceId: string;
  memberId: string;
  kind: string;
  group: MailGroup | "test";
  /** What was decided to be said; a report is put into words when it is sent. */
  message: MailMessage;
  attempts: number;
  dueAt: string;
  expiresAt: string;
}

const isDue = `((state in ('planned', 'retry') and due_at <= ?) or (state = 'claimed' and lease_until <= ?))`;

/** Whether there is anything to claim: a look that costs no write. */
export async function anyMailDue(database: Database, now: string): Promise<boolean> {
  return (await database.read(`select 1 from mail where ${isDue} limit 1`, [now, now])).length > 0;
}

/** Takes the oldest due e-mails, or those whose lease has run out, for as long as the lease lasts. */
export async function claimMails(
  database: Database,
  { now, lease, leaseUntil, limit }: { now: string; lease: string; leaseUntil: string; limit: number },
): Promise<ClaimedMail[]> {
  const [claimed] = await database.write([
    {
      sql: `update mail set state = 'claimed', lease = ?, lease_until = ?, attempts = attempts + 1, sent_at = ?
            where id in (select id from mail where ${isDue} order by due_at limit ?)
            returning id, reminder_id, workspace_id, member_id, kind, reminder_group, message, attempts, due_at, expires_at`,
      args: [lease, leaseUntil, now, now, now, limit],
    },
  ]);
  return (claimed?.rows ?? []).map((row) => ({
    id: String(row.id),
    reminderId: row.reminder_id === null ? null : String(row.reminder_id),
    workspaceId: String(row.workspace_id),
    memberId: String(row.member_id),
    kind: String(row.kind),
    group: row.reminder_group as ClaimedMail["group"],
    message: JSON.parse(String(row.message)) as MailMessage,
    attempts: Number(row.attempts),
    dueAt: String(row.due_at),
    expiresAt: String(row.expires_at),
  }));
}

/** A test, claimed from the first by whoever sends it. */
export function insertTestMail(
  { id, workspaceId, memberId }: Pick<ClaimedMail, "id" | "workspaceId" | "memberId">,
  { at, expiresAt, lease }: { at: string; expiresAt: string; lease: string },
): Statement {
  return {
    sql: `insert into mail (id, workspace_id, member_id, kind, reminder_group, planned_for, due_at, expires_at, state,
            attempts, sent_at, lease, lease_until) values (?, ?, ?, 'test', 'test', ?, ?, ?, 'claimed', 1, ?, ?, ?)`,
    args: [id, workspaceId, memberId, at, at, expiresAt, at, lease, expiresAt],
  };
}

/** How a try ended. */
export interface TriedMail {
  id: string;
  workspaceId: string;
  memberId: string;
  state: "accepted" | "retry" | "failed" | "skipped";
  reason?: string | undefined;
  status?: number | undefined;
  /** When it is tried again; for `retry`. */
  dueAt?: string | undefined;
  /** The address that took none, or that takes mail after all. */
  bounced?: string | undefined;
  reached?: string | undefined;
}

/** Writes a try down, only while its lease is held, and what it says of the address with it. */
export async function settleMail(
  database: Database,
  one: TriedMail,
  lease: string,
  now: string,
): Promise<void> {
  const { id, workspaceId, memberId, state, reason = null, status = null, dueAt = null } = one;
  const held = "exists (select 1 from mail m where m.id = ? and m.lease = ?)";
  const known: Statement[] = [];
  if (one.bounced !== undefined)
    known.push({
      sql: `insert into mail_bounced (workspace_id, member_id, address, status, at) select ?, ?, ?, ?, ? where ${held}
            on conflict (workspace_id, member_id) do update
              set address = excluded.address, status = excluded.status, at = excluded.at`,
      args: [workspaceId, memberId, one.bounced, status ?? 550, now, id, lease],
    });
  if (one.reached !== undefined)
    known.push({
      sql: `delete from mail_bounced where workspace_id = ? and member_id = ? and address = ? and ${held}`,
      args: [workspaceId, memberId, one.reached, id, lease],
    });
  await database.write([
    ...known,
    {
      sql: `update mail set state = ?, reason = ?, status = coalesce(?, status), due_at = coalesce(?, due_at),
              lease = null, lease_until = null, message = case ? when 'retry' then message end,
              accepted_at = case ? when 'accepted' then ? end where id = ? and lease = ?`,
      args: [state, reason, status, dueAt, state, state, now, id, lease],
    },
  ]);
}

/** How many tests a member had since a moment. */
export async function testMailsSince(database: Database, memberId: string, since: string): Promise<number> {
  const [row] = await database.read(
    "select count(*) as tests from mail where member_id = ? and kind = 'test' and planned_for > ?",
    [memberId, since],
  );
  return Number(row?.tests);
}
