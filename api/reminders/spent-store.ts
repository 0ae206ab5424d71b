import type { Spent } from "../../shared/reminders/budget.ts";
import type { ReminderKind } from "../../shared/reminders/kinds.ts";
import type { Database } from "../db/client.ts";

/** By person, what was said to them since a moment, in any workspace. */
export async function spentSince(
  database: Database,
  personIds: readonly string[],
  since: string,
): Promise<Map<string, Spent[]>> {
  const rows = await database.read(
    `with who as (select value as person, m.member_id from json_each(?1) join membership m on m.person_id = value
                  union select value, value from json_each(?1))
     select who.person, r.kind, r.subject_id, r.member_id, r.occurrence_on, r.said_at
     from who join reminder r on r.member_id = who.member_id and r.said_at >= ?2`,
    [JSON.stringify(personIds), since],
  );
  const found = new Map<string, Spent[]>();
  for (const row of rows) {
    const person = String(row.person);
    const spent = found.get(person) ?? [];
    spent.push({
      kind: row.kind as ReminderKind,
      subjectId: String(row.subject_id),
      memberId: String(row.member_id),
      occurrenceOn: String(row.occurrence_on),
      at: String(row.said_at),
    });
    found.set(person, spent);
  }
  return found;
}
