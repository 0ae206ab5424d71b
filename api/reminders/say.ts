import { createHash } from "node:crypto";
import type { Said } from "../../shared/reminders/decide.ts";
import { traits } from "../../shared/reminders/kinds.ts";
import { type MessageParts, messageOf } from "../../shared/reminders/message.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { iso } from "../../shared/time/instant.ts";
import type { NewMail } from "../channels/mail-out.ts";
import type { NewDelivery } from "../push/delivery-store.ts";
import type { Recipient } from "../push/subscription-store.ts";
import type { Reminder } from "./store.ts";

export interface SayDeps {
  now(): number;
  bytes(count: number): Uint8Array;
  /** The origin people use. */
  origin(): string;
}

/** A message that waited for the phone longer than this says nothing new any more. */
const life = 24 * 3_600_000;

/** A reminder as a message to one device. */
export function pushTo(recipient: Recipient, reminder: Reminder, said: Said, deps: SayDeps): NewDelivery {
  const { id: reminderId, round, kind, memberId, plannedFor } = reminder;
  const { personId, deviceId, endpoint } = recipient;
  const at = deps.now();
  const id = uuidv7(at, deps.bytes(10));
  return {
    ...{ id, reminderId, round, kind, memberId, personId, deviceId, endpoint, plannedFor },
    topic: topicOf(reminder),
    urgency: traits[kind].urgency,
    message: messageOf(partsOf(id, reminder, said, deps)),
    dueAt: iso(at),
    expiresAt: expiryOf(reminder, at),
  };
}

/** The same as an e-mail. */
export function mailTo(reminder: Reminder, said: Said, deps: SayDeps): NewMail {
  const { id: reminderId, round, workspaceId, kind, memberId, plannedFor } = reminder;
  const at = deps.now();
  const id = uuidv7(at, deps.bytes(10));
  const { title, body, navigate } = messageOf(partsOf(id, reminder, said, deps));
  return {
    ...{ id, reminderId, round, workspaceId, memberId, kind, plannedFor },
    group: traits[kind].group,
    message: { title, body, navigate },
    dueAt: iso(at),
    expiresAt: expiryOf(reminder, at),
  };
}

function partsOf(deliveryId: string, reminder: Reminder, said: Said, deps: SayDeps): MessageParts {
  const { say, member, badge, detail } = said;
  return {
    ...{ say, about: reminder, detail, badge, deliveryId },
    locale: member.locale,
    origin: deps.origin(),
    tag: `${topicOf(reminder)}-${reminder.occurrenceOn}`,
  };
}

/** At most 32 letters of base64url. What comes later under the same takes the place of what still waits. */
function topicOf({ kind, subjectId }: Reminder): string {
  const hash = createHash("sha256").update(subjectId).digest("hex").slice(0, 20);
  return `${traits[kind].topic}-${hash}`;
}

function expiryOf({ untilAt }: Reminder, at: number): string {
  return iso(Math.min(at + life, Date.parse(untilAt)));
}
