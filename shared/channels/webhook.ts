import * as z from "zod/mini";
import { failure } from "../metrics/connector-failure.ts";
import * as field from "../sync/field.ts";

/** Not a synced kind: an address of a webhook is a secret, and only who set it up hears of it. */

/** Who is posted to: a channel of Slack or Teams, or any program, which gets JSON with a signature. */
export const webhookKind = z.enum(["slack", "teams", "generic"]);
export type WebhookKind = z.output<typeof webhookKind>;

/** What a webhook may be told of. */
export const topics = ["digest", "focus", "misses", "anomalies", "report"] as const;
export const topic = z.enum(topics);
export type Topic = z.output<typeof topic>;

const address = z.string().check(z.trim(), z.minLength(1), z.maxLength(2048));

/** A webhook as its form sends it. Without a `url`, the one that is kept stays; the kind stays what it was made as. */
export const draft = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  kind: webhookKind,
  /** Absent: every squad. */
  squadId: z.optional(field.id),
  says: z.array(topic).check(
    z.minLength(1),
    z.maxLength(topics.length),
    z.refine((all) => new Set(all).size === all.length),
  ),
  url: z.optional(address),
});
export type WebhookDraft = z.output<typeof draft>;

/** How a message to a webhook ended, or where it stands. */
export const messageState = z.enum(["planned", "sending", "retrying", "accepted", "failed", "skipped"]);

export const sentMessage = z.object({
  id: field.id,
  says: z.union([topic, z.literal("test")]),
  plannedFor: field.instant,
  state: messageState,
  reason: z.optional(z.string()),
  status: z.optional(z.number()),
  attempts: z.number(),
});
export type SentMessage = z.output<typeof sentMessage>;

/** A webhook as those see it who may set it up: of its address only the host and its end. */
export const webhook = z.object({
  id: field.id,
  name: z.string(),
  kind: webhookKind,
  squadId: z.optional(field.id),
  says: z.array(topic),
  /** "hooks.slack.com/…x7Qp"; empty when the server cannot read it any more. */
  address: z.string(),
  memberId: field.id,
  state: z.enum(["on", "off"]),
  failures: z.number(),
  failingSince: z.optional(field.instant),
  /** Why the last try failed. Of one that is off: why it was switched off; absent when somebody did. */
  failure: z.optional(failure),
  /** The last ten, newest first. */
  sent: z.array(sentMessage),
});
export type Webhook = z.output<typeof webhook>;

/** What saving answers; `secret` only when a program has just been given one, and never again. */
export const savedWebhook = z.extend(webhook, { secret: z.optional(z.string()) });
export type SavedWebhook = z.output<typeof savedWebhook>;

/** What a test message came to. */
export const tested = z.object({ failure: z.optional(failure) });
export type Tested = z.output<typeof tested>;
