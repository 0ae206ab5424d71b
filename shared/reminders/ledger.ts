import * as z from "zod/mini";

/** Where a message to a device stands, as people are told. */
export type Standing =
  | "planned"
  | "sending"
  | "retrying"
  | "sent"
  | "shown"
  | "opened"
  | "snoozed"
  | "lost"
  | "expired"
  | "gone"
  | "failed"
  | "skipped";

/** One of a device's last reminders, as `GET /api/reminders` answers. */
export interface SentReminder {
  id: string;
  kind: string;
  /** When it was to be said (ISO instant). */
  dueAt: string;
  occurrenceOn?: string;
  state: Standing;
  /** Why it was not sent, or not taken. */
  reason?: string;
  snoozedUntil?: string;
  /** It went out by e-mail alone. */
  channel?: "email";
}

/** A message nobody sent, because enough had been said that day or week. */
export interface HeldBack {
  id: string;
  kind: string;
  /** What it was about: a row of the kind the message's page shows. */
  subjectId: string;
  occurrenceOn: string;
  /** When that was decided (ISO instant). */
  at: string;
}

/** A device of one's own that takes push messages, or did. */
export interface PushDevice {
  id: string;
  name: string;
  current: boolean;
  /** `gone`: its subscription has ended without its owner's word. */
  state: "on" | "gone";
  goneAt?: string;
  lastSeenAt: string;
}

/** What `GET /api/reminders` answers: of one device, and of everything that concerns its owner. */
export interface Delivered {
  /** The device's last ten, newest first. */
  reminders: SentReminder[];
  /** When the next is looked at. */
  nextAt?: string;
  /** What is planned next, soonest first. Its subject is a squad where a squad's reminder comes to all its members. */
  coming: { id: string; kind: string; dueAt: string; subjectId: string }[];
  /** Of the last eight days, newest first. */
  heldBack: HeldBack[];
  devices: PushDevice[];
  /** Whether this server sends e-mail. */
  mail: boolean;
}

/** What a worker or a page reports of a message; the secret stands in for a session. */
export const reportRequest = z.strictObject({ secret: z.optional(z.string().check(z.maxLength(64))) });

interface Line {
  state: string;
  expiresAt: string;
  shownAt: string | null;
  openedAt: string | null;
  snoozedUntil: string | null;
  /** When the device was seen online within the message's life. */
  onlineAt: string | null;
}

/**
 * A message that was taken, never seen, and is past its life is lost where the device was online meanwhile: somebody
 * swallowed it. Where the device was not, the message ran out while it was off.
 */
export function standingOf(
  { state, expiresAt, shownAt, openedAt, snoozedUntil, onlineAt }: Line,
  now: string,
): Standing {
  if (snoozedUntil !== null) return "snoozed";
  if (openedAt !== null) return "opened";
  if (shownAt !== null) return "shown";
  switch (state) {
    case "accepted":
      if (now <= expiresAt) return "sent";
      return onlineAt === null ? "expired" : "lost";
    case "claimed":
    case "sent":
      return "sending";
    case "retry":
      return "retrying";
    case "gone":
    case "failed":
    case "skipped":
      return state;
    default:
      return "planned";
  }
}
