import * as z from "zod/mini";

/** Why an answer gives no number. */
const unreadReasons = [
  "not-json",
  "not-prometheus",
  "nothing-there",
  "several",
  "not-a-number",
  "not-finite",
] as const;
/** `at`: how far the path led, or which line; `count`: how many series there are. */
export interface Unread {
  unread: (typeof unreadReasons)[number];
  at?: string;
  count?: number;
}

/** Every reason there is. */
export const failureReasons = [
  // the address: nothing was sent
  "form",
  "scheme",
  "port",
  "credentials",
  "too-long",
  "spelling",
  "not-public",
  // on the way
  "no-name",
  "timeout",
  "certificate",
  "connection",
  "stopped",
  "status",
  // the answer
  "redirect",
  "too-large",
  "encoded",
  "not-text",
  ...unreadReasons,
  // nothing was asked: who made it is gone, or what is kept secret cannot be read with this server's key
  "maker-removed",
  "secrets-lost",
  // a fault of this server, which may pass
  "fault",
  // the rule that records a reading refused it; `at` is its code
  "refused",
] as const;

/** Why the last try brought no reading. A closed list; words for it are the screen's. */
export const failure = z.object({
  code: z.enum(["address_refused", "source_unreachable", "source_unreadable", "not_recorded"]),
  why: z.enum(failureReasons),
  at: z.optional(z.string()),
  count: z.optional(z.number()),
  status: z.optional(z.number()),
});
export type Failure = z.output<typeof failure>;

/** Trying again changes nothing: somebody has to. */
export function isFinal({ why }: Failure): boolean {
  return why === "maker-removed" || why === "secrets-lost" || why === "refused";
}

export function unreadable({ unread: why, ...detail }: Unread): Failure {
  return { code: "source_unreadable", why, ...detail };
}
