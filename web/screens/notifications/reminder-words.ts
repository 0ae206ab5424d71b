import {
  isReminderKind,
  passesSnooze,
  type ReminderKind,
  reminderKinds,
} from "../../../shared/reminders/kinds.ts";
import type { SentReminder, Standing } from "../../../shared/reminders/ledger.ts";
import { pathOf } from "../../../shared/reminders/paths.ts";
import { addDays, localDate } from "../../../shared/time/local-date.ts";

/** One word for where a reminder stands. */
export const standingWords: Record<Standing, string> = {
  planned: "planned",
  sending: "on its way",
  retrying: "trying again",
  sent: "sent",
  shown: "shown",
  opened: "opened",
  snoozed: "snoozed",
  lost: "lost",
  expired: "not delivered",
  gone: "not delivered",
  failed: "not delivered",
  skipped: "not sent",
};

const kinds: Record<string, string> = {
  nudge: "Weekly check-in",
  "nudge-again": "Weekly check-in, once more",
  "metric-check": "Metric check",
  miss: "Missing check-ins",
  digest: "Squad digest",
  "review-monthly": "Monthly review",
  "cycle-commit": "Committing the cycle",
  grading: "Grading the cycle",
  retro: "Quarterly retro",
  revalidate: "Re-validating the North Star",
  focus: "Daily focus",
  assigned: "A key result became yours",
  asked: "Somebody asked you",
  anomaly: "Something changed",
  test: "Test",
};

export function kindWord(kind: string): string {
  return kinds[kind] ?? "Reminder";
}

/** Where the page is that a reminder was about; of a kind of a newer server, where what is owed stands. */
export function pageOf(kind: string, subjectId: string, occurrenceOn: string): string {
  return isReminderKind(kind) ? pathOf({ kind, subjectId, occurrenceOn }) : "/check-in";
}

const urgentWords: Partial<Record<ReminderKind, string>> = {
  asked: "somebody asks you for a check-in",
  anomaly: "one of your numbers turns for the worse",
};

/** What comes although one has asked for quiet, by the server's own rule. */
export function stillComes(): string {
  const words = reminderKinds.filter((kind) => passesSnooze(kind)).flatMap((kind) => urgentWords[kind] ?? []);
  return words.join(" or ");
}

const reasons: Record<string, string> = {
  done: "it was done by then",
  "nothing-owed": "nothing was due",
  away: "somebody stands in for you",
  removed: "you were not in the workspace",
  "push-off": "you had switched reminders off",
  "switched-off": "you had switched these off",
  snoozed: "you had asked for quiet",
  budget: "held back: you had enough messages",
  "told-with": "told within another message",
  "no-device": "no device had reminders on",
  "no-mail": "it was to go by e-mail, and no address takes it",
  late: "the server was down until it was too late",
  "no-time": "quiet hours and days off left no time for it",
  restored: "the server was restored from a backup",
  unsubscribed: "this device no longer takes messages",
  expired: "the push service could not take it in time",
  endpoint: "the server does not send to this push service",
  "too-large": "a fault of the server; tell whoever runs it",
  refused: "the push service refused the server's key; tell whoever runs it",
  keys: "this device's key is broken; turn reminders off and on",
  busy: "the push service is busy",
  unreachable: "the push service cannot be reached",
  quiet: "it waits for your quiet hours to end",
};

/** Why it did not come, or what is known of it; undefined when the one word says it all. */
export function reasonWord({ kind, state, reason }: Pick<SentReminder, "kind" | "state" | "reason">) {
  if (state === "lost") return "the device was online and never showed it";
  if (state === "expired") return "the device was off until it had run out";
  if (state === "sent") return "not shown yet; the device may be off";
  if (state === "gone") return reasons.unsubscribed;
  if (reason === undefined) return undefined;
  if (state !== "skipped" && state !== "failed" && state !== "retrying") return undefined;
  if (reason === "done" && kind.startsWith("nudge")) return "you had checked in";
  return reasons[reason];
}

/** "today 09:00", "Mon 09:00" within the last week or the next, else "9 Mar, 09:00". */
export function whenWord(at: string, now: number, zone: string): string {
  const [on, today] = [localDate(at, zone), localDate(now, zone)];
  const time = inZone(at, zone, { hour: "2-digit", minute: "2-digit" });
  if (on === today) return `today ${time}`;
  const near = on > addDays(today, -7) && on < addDays(today, 7);
  if (near) return `${inZone(at, zone, { weekday: "short" })} ${time}`;
  return `${inZone(at, zone, { day: "numeric", month: "short" })}, ${time}`;
}

function inZone(at: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(Date.parse(at));
}
