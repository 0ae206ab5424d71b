import type { Focus } from "./focus.ts";

export interface FocusWords {
  /** The key result's title. */
  title: string;
  /** Why this one, without values or anybody's own words: "It is furthest behind pace". */
  why: string;
  /** What may only be said where everything may: a pace, or the reason somebody gave. */
  detail?: string;
}

/** A focus in words; undefined where there is none. `nameOf` gives a member's name. */
export function focusWords(
  { keyResult, reason }: Pick<Focus, "keyResult" | "reason">,
  nameOf: (memberId: string) => string | undefined,
): FocusWords | undefined {
  if (keyResult === undefined || reason === undefined) return undefined;
  const words = reasonWords(reason, nameOf);
  if (reason.by === "gap") return { title: keyResult.title, ...words, why: "It has the furthest to go" };
  if (reason.by !== "pace" || reason.breached) return { title: keyResult.title, ...words };
  const why = reason.status === "off-pace" ? "It is furthest off pace" : "It is furthest behind pace";
  return { title: keyResult.title, ...words, why };
}

/** The condition a key result meets, as a sentence without its full stop; whether or not another one meets it more. */
export function reasonWords(
  reason: NonNullable<Focus["reason"]>,
  nameOf: (memberId: string) => string | undefined,
): Pick<FocusWords, "why" | "detail"> {
  switch (reason.by) {
    case "chosen":
      return {
        why: `${nameOf(reason.memberId) ?? "Somebody who left"} chose it`,
        ...(reason.text === undefined ? {} : { detail: reason.text }),
      };
    case "anomaly":
      return {
        why: `${reason.about === "metric" ? "The metric it measures" : "It"} behaves unusually, and nobody has said why`,
      };
    case "blocker":
      return { why: `It has been blocked for ${days(reason.days)}` };
    case "pace":
      if (reason.breached) return { why: "It is on the wrong side of what it is to keep" };
      return {
        why: reason.status === "off-pace" ? "It is off pace" : "It is behind pace",
        detail: `${Math.round(reason.pace * 100)}% of where it should be by now`,
      };
    case "stale":
      return {
        why:
          reason.days === undefined
            ? "Nobody has checked in on it"
            : `Nobody has checked in on it for ${days(reason.days)}`,
      };
    case "gap":
      return { why: "It has some way to go", detail: `${Math.round(reason.gap * 100)}% is left` };
  }
}

/** "1 bet for today, 3 without a key result"; empty when there is neither. */
export function countWords(bets: number, unjustified: number): string {
  const parts = [
    bets > 0 && `${bets} ${bets === 1 ? "bet" : "bets"} for today`,
    unjustified > 0 && `${unjustified} without a key result`,
  ];
  return parts.filter(Boolean).join(", ");
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
