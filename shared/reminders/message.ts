import type { PushAction, PushMessage } from "../push/payload.ts";
import { anomalyWording } from "./anomaly-wording.ts";
import { askedWording, assignedWording, nudgeWording } from "./check-in-wording.ts";
import type { Planned } from "./intent.ts";
import { pathOf } from "./paths.ts";
import { ritualWording } from "./ritual-wording.ts";
import type { Saying } from "./saying.ts";
import { focusWording, weekWording } from "./squad-wording.ts";
import type { LockScreen, Wording } from "./wording.ts";

/** How long a snooze keeps a reminder quiet. */
export const snoozeMinutes = 60;

export interface MessageParts {
  say: Saying;
  about: Pick<Planned, "kind" | "subjectId" | "occurrenceOn">;
  detail: LockScreen;
  locale: string;
  /** What the person owes altogether, for the app's icon. */
  badge?: number | undefined;
  /** The origin people use, and the delivery's id, with which the phone reports on it. */
  origin: string;
  deliveryId: string;
  /** The same for every copy of one reminder, so that the later takes the place of the earlier. */
  tag: string;
}

/** A reminder as a push message: a tap leads to where it can be done, each action to an address that does the same. */
export function messageOf(parts: MessageParts): Omit<PushMessage, "data"> {
  const { say, detail, locale, badge, tag } = parts;
  return {
    ...wordingOf(say, detail, locale),
    navigate: pageOf(parts),
    tag,
    ...(badge === undefined ? {} : { badge }),
    lang: "en",
    actions: actionsOf(parts),
  };
}

/** What a reminder says at a lock-screen detail, in the numbers of a locale. */
export function wordingOf(say: Saying, detail: LockScreen, locale: string): Wording {
  switch (say.kind) {
    case "nudge":
    case "nudge-again":
      return nudgeWording(say, detail, locale);
    case "asked":
      return askedWording(say, detail, locale);
    case "assigned":
      return assignedWording(say, detail);
    case "metric-check":
    case "miss":
    case "digest":
      return weekWording(say, detail);
    case "focus":
      return focusWording(say, detail);
    case "anomaly":
      return anomalyWording(say, detail, locale);
    default:
      return ritualWording(say, detail);
  }
}

/** Where a tap leads: a plain address of this app, with the delivery it came from. */
export function pageOf({ say, about, origin, deliveryId }: MessageParts): string {
  const first = "owed" in say && Array.isArray(say.owed) ? say.owed[0]?.keyResult.id : undefined;
  const path = pathOf(about, first);
  return `${origin}${path}${path.includes("?") ? "&" : "?"}reminder=${deliveryId}`;
}

const does: Partial<Record<Saying["kind"], Omit<PushAction, "navigate">>> = {
  nudge: { action: "check-in", title: "Check in" },
  "nudge-again": { action: "check-in", title: "Check in" },
  asked: { action: "check-in", title: "Check in" },
  anomaly: { action: "answer", title: "Answer" },
  "metric-check": { action: "begin", title: "Begin" },
};

/** A button where something is to be done; whatever only informs has none but the tap. */
function actionsOf(parts: MessageParts): PushAction[] {
  const { say, origin, deliveryId } = parts;
  const button = does[say.kind];
  if (button === undefined) return [];
  const snooze = `${origin}/me/notifications?snooze=${deliveryId}`;
  return [
    { ...button, navigate: pageOf(parts) },
    { action: "snooze", title: "Snooze 1 h", navigate: snooze },
  ];
}
