import type { Database, Statement } from "../db/client.ts";
import type { NewMail } from "./mail-out.ts";

/** Inserted in the batch that decides the reminder, and only while `lease` holds it. The same one twice is one row. */
export function insertMails(mails: readonly NewMail[], lease: string): Statement {
  const rows = mails.map((one) => ({ ...one, message: JSON.stringify(one.message) }));
  return {
    sql: `insert or ignore into mail (id, reminder_id, round, workspace_id, member_id, kind, reminder_group, message,
            planned_for, due_at, expires_at)
          select v->>'id', v->>'reminderId', v->>'round', v->>'workspaceId', v->>'memberId', v->>'kind', v->>'group',
            v->>'message', v->>'plannedFor', v->>'dueAt', v->>'expiresAt'
          from (select value as v from json_each(?))
          where exists (select 1 from reminder r where r.id = v->>'reminderId' and r.lease = ?)`,
    args: [JSON.stringify(rows), lease],
  };
}

export interface Quiet {
  bounced?: string;
  groups: Set<string>;
  left: boolean;
}

/**
 * What keeps e-mail from members: an address that took none, groups they want none of, and that they have left, also where
 * a restore brought back their row.
 */
export async function quietGroups(
  database: Database,
  memberIds: readonly string[],
): Promise<Map<string, Quiet>> {
  const ids = JSON.stringify(memberIds);
  const rows = await database.read(
    `select member_id, reminder_group as name, 0 as what from mail_unsubscribed
       where member_id in (select value from json_each(?1))
     union all
     select member_id, address, 1 from mail_bounced where member_id in (select value from json_each(?1))
     union all
     select member_id, '', 2 from membership
       where ended_at is not null and member_id in (select value from json_each(?1))`,
    [ids],
  );
  const quiet = new Map<string, Quiet>();
  for (const row of rows) {
    const one = quiet.get(String(row.member_id)) ?? { groups: new Set(), left: false };
    if (row.what === 2) one.left = true;
    else if (row.what === 1) one.bounced = String(row.name);
    else one.groups.add(String(row.name));
    quiet.set(String(row.member_id), one);
  }
  return quiet;
}

/** What somebody sees of their e-mail: the address that took none, and the groups they want none of. */
export async function mailStateOf(database: Database, workspaceId: string, memberId: string) {
  const [bounces, groups] = await Promise.all([
    database.read("select address, status, at from mail_bounced where workspace_id = ? and member_id = ?", [
      workspaceId,
      memberId,
    ]),
    database.read(
      `select reminder_group from mail_unsubscribed where workspace_id = ? and member_id = ? order by reminder_group`,
      [workspaceId, memberId],
    ),
  ]);
  const [bounce] = bounces;
  return {
    unsubscribed: groups.map((row) => String(row.reminder_group)),
    ...(bounce === undefined
      ? {}
      : {
          bounced: { address: String(bounce.address), status: Number(bounce.status), at: String(bounce.at) },
        }),
  };
}

/** Ends e-mails of a group for a member, or begins them again. */
export async function setSubscribed(
  database: Database,
  { workspaceId, memberId, group }: { workspaceId: string; memberId: string; group: string },
  subscribed: boolean,
  at: string,
): Promise<void> {
  await database.write([
    subscribed
      ? {
          sql: "delete from mail_unsubscribed where workspace_id = ? and member_id = ? and reminder_group = ?",
          args: [workspaceId, memberId, group],
        }
      : {
          sql: `insert or ignore into mail_unsubscribed (workspace_id, member_id, reminder_group, at)
                values (?, ?, ?, ?)`,
          args: [workspaceId, memberId, group, at],
        },
  ]);
}
