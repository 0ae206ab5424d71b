import { contentOf } from "../../shared/channels/content.ts";
import type { LetterParts } from "../../shared/channels/mail.ts";
import type { Database } from "../db/client.ts";
import { readReminders } from "../reminders/store.ts";
import type { ClaimedMail } from "./mail-ledger-store.ts";
import type { Squads } from "./squad-now.ts";

/**
 * The whole digest for an e-mail, which has room for it: at "titles" without values and notes; undefined for somebody
 * whose lock screen shows no names, since a mailbox shows as much.
 */
export async function digestParts(
  { database, squads }: { database: Database; squads: Squads },
  { reminderId, workspaceId, memberId }: Pick<ClaimedMail, "reminderId" | "workspaceId" | "memberId">,
): Promise<Pick<LetterParts, "title" | "body" | "sections"> | undefined> {
  const [reminder] = reminderId === null ? [] : await readReminders(database, [reminderId]);
  if (reminder === undefined) return undefined;
  const rows = await squads(workspaceId);
  const member = rows?.members.find((one) => one.id === memberId);
  if (rows === undefined || member === undefined) return undefined;
  const detail = member.preferences.lockScreen ?? rows.workspace.lockScreen;
  if (detail === "private") return undefined;
  const { subjectId, occurrenceOn } = reminder;
  const about = { says: "digest", subjectId, occurrenceOn } as const;
  const said = contentOf(about, rows, { origin: "", values: detail === "full" });
  if ("skip" in said) return undefined;
  const { title, parts } = said.saying;
  return { title, body: "", sections: parts.map(({ heading = "", lines }) => ({ heading, lines })) };
}
