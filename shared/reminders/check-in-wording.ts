import { formatValue } from "../metrics/value.ts";
import type { NudgeSaying, OwedKeyResult, SayingOf } from "./saying.ts";
import { clip, counted, knownLocale, type LockScreen, listed, type Wording } from "./wording.ts";

/**
 * What a nudge says about the key results owed (at least one). At "private" only how many, at "titles" which ones, and
 * only at "full" what was last said of them: values, confidence and notes stay off the lock screen below that.
 */
export function nudgeWording({ kind, owed }: NudgeSaying, detail: LockScreen, locale: string): Wording {
  const still = kind === "nudge-again" ? " still" : "";
  const title = `${counted(owed.length, "check-in", "check-ins")}${still} due`;
  if (detail === "private") return { title, body: "" };
  return { title, body: listed(owed.map((one) => lineOf(one, detail, locale))) };
}

/** Who asks is no secret of a key result; what they wrote is. */
export function askedWording(
  { owed, by, note }: SayingOf<"asked">,
  detail: LockScreen,
  locale: string,
): Wording {
  if (detail === "private") return { title: "1 check-in is asked for", body: "" };
  const title = by === undefined ? "You are asked for a check-in" : `${clip(by)} asks for a check-in`;
  const said = detail === "full" && note !== undefined ? [clip(note)] : [];
  return { title, body: [lineOf(owed, detail, locale), ...said].join("\n") };
}

export function assignedWording({ keyResult, by }: SayingOf<"assigned">, detail: LockScreen): Wording {
  if (detail === "private") return { title: "1 key result is yours now", body: "" };
  const from = by === undefined ? [] : [`${clip(by)} gave it to you`];
  return { title: "A key result is yours now", body: [clip(keyResult.title), ...from].join("\n") };
}

function lineOf(one: OwedKeyResult, detail: LockScreen, locale: string): string {
  const name = clip(one.keyResult.title);
  return detail === "full" && one.last ? `${name}: ${lastSaid(one, locale)}` : name;
}

function lastSaid({ keyResult, last }: OwedKeyResult, locale: string): string {
  const said = [`confidence ${last!.confidence}`];
  if (last!.value !== undefined) said.unshift(formatValue(last!.value, keyResult.unit, knownLocale(locale)));
  if (last!.note) said.push(clip(last!.note));
  return `last ${said.join(", ")}`;
}
