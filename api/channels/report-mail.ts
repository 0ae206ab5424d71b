import type { LetterParts } from "../../shared/channels/mail.ts";
import { reportLetter } from "../../shared/channels/report-letter.ts";
import { reportUrl } from "../../shared/channels/report-saying.ts";
import { isAway } from "../../shared/reminders/hearers.ts";
import { nextAllowed, reachOf } from "../../shared/reminders/quiet.ts";
import { knownLocale } from "../../shared/reminders/wording.ts";
import { iso } from "../../shared/time/instant.ts";
import { localDate } from "../../shared/time/local-date.ts";
import type { ClaimedMail } from "./mail-ledger-store.ts";
import type { Reports } from "./report-now.ts";

/** What a report's e-mail says, or why there is none, or when (ISO) its reader may be reached again. */
export type ReportMailed =
  | (Pick<LetterParts, "title" | "body" | "sections"> & { navigate: string })
  | { skip: "switched-off" | "away" | "nothing-to-say" | "no-time" }
  | { notBefore: string };

/** Judged when it is sent, by what is true then: whether it is still wanted, who is away, which hours are quiet. */
export async function reportMail(
  { workspaceId, memberId, expiresAt }: Pick<ClaimedMail, "workspaceId" | "memberId" | "expiresAt">,
  { reports, now, origin }: { reports: Reports; now(): number; origin(): string },
): Promise<ReportMailed> {
  const found = await reports(workspaceId);
  if (found === undefined) return { skip: "nothing-to-say" };
  const { report, rows } = found;
  const member = rows.members.find((one) => one.id === memberId);
  if (member?.preferences.report === undefined) return { skip: "switched-off" };
  if (isAway(member, localDate(now(), member.zone))) return { skip: "away" };
  const at = iso(now());
  const allowed = nextAllowed(at, expiresAt, reachOf(member, rows.workspace.rhythm));
  if (allowed === undefined) return { skip: "no-time" };
  if (allowed !== at) return { notBefore: allowed };
  const detail = member.preferences.lockScreen ?? rows.workspace.lockScreen;
  return {
    ...reportLetter(report, rows, { detail, locale: knownLocale(member.locale) }),
    navigate: reportUrl(report, origin()),
  };
}
