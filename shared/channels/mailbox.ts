import * as z from "zod/mini";
import * as field from "../sync/field.ts";
import { mailGroups } from "./mail.ts";

/** Where somebody's e-mail stands, as `GET /api/mail` answers. The address itself is the member's. */
export const mailState = z.object({
  /** Whether this server can send e-mail at all. */
  configured: z.boolean(),
  /** Groups ended by the link of an e-mail, or here. */
  unsubscribed: z.array(z.enum(mailGroups)),
  /** The present address takes no mail: since when, and with which status of SMTP it said so. */
  bounced: z.optional(z.object({ at: field.instant, status: z.number() })),
});
export type MailState = z.output<typeof mailState>;

export const subscribeRequest = z.strictObject({
  group: z.enum(mailGroups),
  subscribed: z.boolean(),
});

/** What a test came to; nothing when the mail server took it. */
export const mailTested = z.object({
  failure: z.optional(z.string()),
  status: z.optional(z.number()),
});
export type MailTested = z.output<typeof mailTested>;
