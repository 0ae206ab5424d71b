import type { ReminderGroup } from "../people/preferences.ts";

/** Every reminder there is, the most urgent first. A favourable anomaly gives way to more; see `rankOf`. */
export const reminderKinds = [
  "asked",
  "anomaly",
  "nudge-again",
  "nudge",
  "assigned",
  "metric-check",
  "miss",
  "cycle-commit",
  "grading",
  "retro",
  "revalidate",
  "review-monthly",
  "digest",
  "focus",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

interface Traits {
  /** What a person switches it off by. */
  group: ReminderGroup;
  /** How soon the phone is to be woken (RFC 8030, section 5.3): what waits for a person, or is meant for a minute. */
  urgency: "high" | "normal";
  /** Begins the Topic and the tag; kinds that share it take each other's place on the phone. Eleven letters at most. */
  topic: string;
}

export const traits: Readonly<Record<ReminderKind, Traits>> = {
  asked: { group: "check-ins", urgency: "high", topic: "asked" },
  anomaly: { group: "anomalies", urgency: "high", topic: "anomaly" },
  "nudge-again": { group: "check-ins", urgency: "high", topic: "nudge" },
  nudge: { group: "check-ins", urgency: "high", topic: "nudge" },
  assigned: { group: "assignments", urgency: "high", topic: "assigned" },
  "metric-check": { group: "metric-check", urgency: "high", topic: "check" },
  miss: { group: "check-ins", urgency: "high", topic: "miss" },
  "cycle-commit": { group: "rituals", urgency: "normal", topic: "commit" },
  grading: { group: "rituals", urgency: "normal", topic: "grading" },
  retro: { group: "rituals", urgency: "normal", topic: "retro" },
  revalidate: { group: "rituals", urgency: "normal", topic: "revalidate" },
  "review-monthly": { group: "rituals", urgency: "normal", topic: "month" },
  focus: { group: "focus", urgency: "high", topic: "focus" },
  digest: { group: "digest", urgency: "normal", topic: "digest" },
};

/** Born of something somebody did: said at once, also when the server learns of it late. */
export const bornOfEvents: ReadonlySet<ReminderKind> = new Set(["asked", "anomaly", "assigned"]);

export function isReminderKind(kind: string): kind is ReminderKind {
  return Object.hasOwn(traits, kind);
}

/** Where a reminder stands among those that want to be said at once: 0 is the most urgent. */
export function rankOf(kind: ReminderKind, favourable = false): number {
  const rank = reminderKinds.indexOf(kind);
  // Good news that is only worth knowing comes behind what has to be done, before the weekly and the daily word.
  return kind === "anomaly" && favourable ? reminderKinds.indexOf("digest") - 0.5 : rank;
}

/** Urgent ones may take the last places of a day and of a week. */
export function isUrgent(kind: ReminderKind, favourable = false): boolean {
  return rankOf(kind, favourable) <= reminderKinds.indexOf("assigned");
}

/** What comes although somebody asked for quiet: a person who waits for them, or one of their numbers gone wrong. */
export function passesSnooze(kind: ReminderKind, favourable = false): boolean {
  return kind === "asked" || (kind === "anomaly" && !favourable);
}
