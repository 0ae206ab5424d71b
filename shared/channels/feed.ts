import * as z from "zod/mini";
import * as field from "../sync/field.ts";

/** Somebody's calendar as they see it; nothing where they have none. The address is told once, when it is made. */
export const feed = z.object({
  createdAt: z.optional(field.instant),
  lastReadAt: z.optional(field.instant),
});
export type Feed = z.output<typeof feed>;

export const madeFeed = z.extend(feed, { url: z.string() });
export type MadeFeed = z.output<typeof madeFeed>;
