import type { Token } from "./text.ts";
import { verbOf } from "./verbs.ts";
import { oneOf } from "./words.ts";

/** A measured change: from one number to another, or a number that something is to reach. */
export interface Change {
  at: number;
  end: number;
  /** Two numbers that belong together: "from 3 to 5", "5 -> 8", "below 4 % (now 7 %)". */
  pair: boolean;
}

/** What joins two parts of a title. */
export const joints = oneOf(", ; & + and plus then |");
const markers = oneOf(`
  to by below under above over least most than reach reaches reached hit hits exceed exceeds pass passes achieve achieves
  -> < > <= >= ≤ ≥ ~ at from get gets within up about approximately around
`);
/** Words for where a number stands today. */
export const nowadays = oneOf(
  "now currently today was were instead against vs versus up down previously before",
);

/** Every measured change among the tokens, in their order. */
export function changesOf(tokens: readonly Token[]): Change[] {
  const found: Change[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!tokens[at]!.number) continue;
    const end = partner(tokens, at);
    const marked = tokens[at]!.percent || isMarked(tokens, at);
    if (end !== undefined || marked) found.push({ at, end: end ?? at, pair: end !== undefined });
    at = end ?? at;
  }
  return found;
}

/** The second number of a pair that begins here. */
function partner(tokens: readonly Token[], at: number): number | undefined {
  let bridge: number | undefined;
  let beside = false;
  for (let next = at + 1; next < Math.min(tokens.length, at + 11); next += 1) {
    const { word, number } = tokens[next]!;
    if (number) return beside || (bridge !== undefined && next - bridge <= 4) ? next : undefined;
    if (nowadays.has(word) || (word === "from" && isAfter(tokens, at, next))) beside = true;
    else if (joints.has(word) && word !== ",") return undefined;
    else if ((word === "to" || word === "->") && next - at <= 6) bridge ??= next;
  }
  return undefined;
}

/** "To 500 from 320", ", from 50": where it comes from, said last. */
function isAfter(tokens: readonly Token[], at: number, next: number): boolean {
  return tokens[next - 1]!.word === "," || tokens[at - 1]?.word === "to";
}

function isMarked(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 3; back -= 1) {
    const { word } = tokens[back]!;
    if (markers.has(word)) return true;
    const verb = verbOf(word);
    if (joints.has(word) || verb !== undefined) return verb?.class === "change";
  }
  return false;
}
