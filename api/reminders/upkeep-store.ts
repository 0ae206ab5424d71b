import type { Database } from "../db/client.ts";

/** What is due before a moment is not sent any more, by any way: after a restore it belongs to a time that has passed. */
export async function skipDueBefore(database: Database, at: string, reason: string): Promise<void> {
  await database.write([
    {
      sql: "update reminder set state = 'skipped', reason = ? where state in ('planned', 'claimed') and due_at <= ?",
      args: [reason, at],
    },
    {
      sql: `update delivery set state = 'skipped', reason = ?, message = null
            where state in ('planned', 'claimed', 'sent', 'retry') and due_at <= ?`,
      args: [reason, at],
    },
    {
      sql: `update mail set state = 'skipped', reason = ?, message = null
            where state in ('planned', 'claimed', 'retry') and due_at <= ?`,
      args: [reason, at],
    },
    {
      sql: `update webhook_message set state = 'skipped', reason = ?
            where state in ('planned', 'claimed', 'retry') and due_at <= ?`,
      args: [reason, at],
    },
    // What else was intended until now may have been told by the server that is gone.
    { sql: "update webhook set since = ? where since < ?", args: [at, at] },
  ]);
}

/** Lines of the ledger older than a moment are of no use to anybody; reminders still open stay. */
export async function forgetBefore(database: Database, at: string): Promise<void> {
  await database.write([
    { sql: "delete from delivery where planned_for < ? and expires_at < ?", args: [at, at] },
    { sql: "delete from reminder where until_at < ? and state in ('sent', 'skipped')", args: [at] },
  ]);
}
