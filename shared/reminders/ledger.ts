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
}

/** What a worker or a page reports of a message; the secret stands in for a session. */
export const reportRequest = z.strictObject({ secret: z.optional(z.string().check(z.maxLength(64))) });

interface Line {
  state: string;
  expiresAt: string;
  shownAt: string | null;
  openedAt: string | null;
  snoozedUntil: string | null;
}

/** A message that was taken, never seen, and is past its life is lost: the phone was off, or swallowed it. */
export function standingOf(
  { state, expiresAt, shownAt, openedAt, snoozedUntil }: Line,
  now: string,
): Standing {
  if (snoozedUntil !== null) return "snoozed";
  if (openedAt !== null) return "opened";
  if (shownAt !== null) return "shown";
  switch (state) {
    case "accepted":
      return now > expiresAt ? "lost" : "sent";
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
