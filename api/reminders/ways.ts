import { wayOf } from "../../shared/people/preferences.ts";
import { type ReminderKind, traits } from "../../shared/reminders/kinds.ts";
import type { SkipReason } from "../../shared/reminders/saying.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { Reach } from "../channels/mail-out.ts";
import type { Recipient } from "../push/subscription-store.ts";

/** By which ways something is said: to these devices, and by e-mail. At least one. */
export interface Carried {
  push: readonly Recipient[];
  email: boolean;
}

/**
 * How a kind reaches a member: as they chose for its group. Where push is the choice and no device takes any, by e-mail;
 * where e-mail is the choice and the operator has no mail server (no `reach`), by push.
 */
export function carry(
  kind: ReminderKind,
  { id, preferences }: RowOf<"member">,
  devices: readonly Recipient[],
  reach: Reach | undefined,
): Carried | { skip: SkipReason } {
  const { group } = traits[kind];
  const way = wayOf(preferences, group);
  const mails = reach?.(id, group) === true;
  const wantsPush = preferences.channels.push && (way !== "email" || reach === undefined);
  const push = wantsPush ? devices : [];
  const wantsEmail = way === "email" || way === "both" || (wantsPush && devices.length === 0);
  const email = mails && wantsEmail;
  if (push.length > 0 || email) return { push, email };
  if (way === "email" && reach !== undefined) return { skip: "no-mail" };
  return { skip: preferences.channels.push ? "no-device" : "push-off" };
}
