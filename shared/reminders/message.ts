import { formatValue } from "../metrics/value.ts";
import type { PushMessage } from "../push/payload.ts";
import type { RowOf } from "../sync/mutation.ts";

/** How much of a reminder stands on a locked screen: counts, titles, or the last check-in too. */
export type LockScreen = "private" | "titles" | "full";

/** A key result somebody owes a check-in on, with the last thing said about it. */
export interface OwedKeyResult {
  keyResult: RowOf<"key-result">;
  last?: { value?: number | undefined; confidence: number; note?: string | undefined } | undefined;
}

/** How long a snooze keeps a nudge quiet. */
export const snoozeMinutes = 60;

export interface NudgeParts {
  owed: readonly OwedKeyResult[];
  detail: LockScreen;
  locale: string;
  /** What the person owes altogether, for the app's icon. */
  badge: number;
  /** The origin people use, and the delivery's id, with which the phone reports on it. */
  origin: string;
  deliveryId: string;
  /** The same for every copy of one reminder, so that the later takes the place of the earlier. */
  tag: string;
}

/** A nudge as a push message: a tap leads to the first key result owed, each action to an address that does the same. */
export function nudgeMessage(parts: NudgeParts): Omit<PushMessage, "data"> {
  const { owed, detail, locale, badge, origin, deliveryId, tag } = parts;
  const card = `${origin}/check-in?kr=${owed[0]?.keyResult.id}&reminder=${deliveryId}`;
  const snooze = `${origin}/me/notifications?snooze=${deliveryId}`;
  return {
    ...nudgeText(owed, detail, locale),
    navigate: card,
    tag,
    badge,
    lang: "en",
    actions: [
      { action: "check-in", title: "Check in", navigate: card },
      { action: "snooze", title: "Snooze 1 h", navigate: snooze },
    ],
  };
}

const shownTitles = 3;
const titleLength = 90;

/**
 * What a nudge says about the key results owed (at least one). At "private" only how many, at "titles" which ones, and
 * only at "full" what was last said of them: values, confidence and notes stay off the lock screen below that.
 */
export function nudgeText(owed: readonly OwedKeyResult[], detail: LockScreen, locale: string) {
  const title = owed.length === 1 ? "1 check-in due" : `${owed.length} check-ins due`;
  if (detail === "private") return { title, body: "" };
  const lines = owed.slice(0, shownTitles).map((one) => {
    const name = clip(one.keyResult.title);
    return detail === "full" && one.last ? `${name}: ${lastSaid(one, locale)}` : name;
  });
  const more = owed.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return { title, body: lines.join("\n") };
}

function lastSaid({ keyResult, last }: OwedKeyResult, locale: string): string {
  const said = [`confidence ${last!.confidence}`];
  if (last!.value !== undefined) said.unshift(formatValue(last!.value, keyResult.unit, known(locale)));
  if (last!.note) said.push(clip(last!.note));
  return `last ${said.join(", ")}`;
}

/** Cut at whole characters, so that half of an emoji never travels. */
function clip(text: string): string {
  const characters = [...text];
  return characters.length > titleLength ? `${characters.slice(0, titleLength - 1).join("")}…` : text;
}

/** A member's locale is free text; one that Intl does not know must not cost the reminder. */
function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}
