import * as z from "zod/mini";

/** Why an answer gives no number. */
const unread = z.enum([
  "not-json",
  "not-prometheus",
  "nothing-there",
  "several",
  "not-a-number",
  "not-finite",
]);
/** `at`: how far the path led, or which line; `count`: how many series there are. */
export interface Unread {
  unread: z.output<typeof unread>;
  at?: string;
  count?: number;
}

/** Why the last try brought no reading. A closed list; words for it are the screen's. */
export const failure = z.object({
  code: z.enum(["address_refused", "source_unreachable", "source_unreadable", "not_recorded"]),
  why: z.union([
    unread,
    z.enum(["form", "scheme", "port", "credentials", "too-long", "spelling", "not-public"]),
    z.enum(["no-name", "timeout", "certificate", "connection", "stopped", "status"]),
    z.enum(["redirect", "too-large", "encoded", "not-text"]),
    /** Nothing was asked: who made it is gone, or what is kept secret cannot be read with this server's key. */
    z.enum(["maker-removed", "secrets-lost"]),
    /** A fault of this server, which may pass. */
    z.literal("fault"),
    /** The rule that records a reading refused it; `at` is its code. */
    z.literal("refused"),
  ]),
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
