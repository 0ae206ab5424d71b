import * as z from "zod/mini";
import { fitted, type Saying } from "./saying.ts";

/** What a program gets: JSON whose texts are plain, so whoever shows them escapes them for where they stand. */
export const genericBody = z.strictObject({
  /** The same for every try of one message. */
  id: z.string(),
  event: z.enum(["digest", "focus", "misses", "anomalies", "report", "test"]),
  /** When it was to be said (ISO instant). */
  at: z.string(),
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  squad: z.optional(z.strictObject({ id: z.string(), name: z.string() })),
  title: z.string(),
  parts: z.array(z.strictObject({ heading: z.optional(z.string()), lines: z.array(z.string()) })),
  url: z.string(),
});
export type GenericBody = z.output<typeof genericBody>;

/** The headers of such a message. Signed is `${timestamp}.${body}`, byte for byte, by HMAC-SHA256 with the secret. */
export const genericHeaders = {
  /** "v1=" and the signature in hexadecimal. */
  signature: "Northing-Signature",
  /** Seconds since 1970 of this try: what is older than five minutes should be refused. */
  timestamp: "Northing-Timestamp",
  id: "Northing-Id",
} as const;

export function genericOf(
  saying: Saying,
  about: Pick<GenericBody, "id" | "at" | "workspace" | "squad">,
): GenericBody {
  const { says: event, title, parts, link } = fitted(saying, (text) => text);
  return { ...about, event, title, parts, url: link.url };
}
