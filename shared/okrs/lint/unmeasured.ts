import { measures, people } from "./nouns.ts";
import { has, type Title } from "./title.ts";
import { comparatives, empties, fillers, qualities } from "./vague.ts";

/** Whether a title could mean anything: nothing in it can be pointed at. */
export function isVague(title: Title, kind: "key-result" | "objective"): boolean {
  const { words, tokens, changes } = title;
  const content = tokens.filter((one) => isContent(one.word) && !one.number).map((one) => one.word);
  const quality = has(words, qualities);
  if (changes.some((one) => one.pair)) return false;
  if (kind === "key-result" && tokens.some((one) => one.number))
    return content.length === 0 && quality && !has(words, people);
  if (has(words, measures)) return false;
  if (content.length === 0) return true;
  if (has(words, comparatives)) return false;
  return quality && content.length <= 1;
}

/** Whether a key result says how much: a number of its own, all of them, or none. */
export function saysHowMuch({ tokens, words, clauses }: Title): boolean {
  if (tokens.some((one) => one.number)) return true;
  if (nothing.includes(words[0]!)) return true;
  const window = tokens.some((one) => one.window);
  const relative = words.includes("who") || words.includes("that");
  const moved = clauses[0]?.verb?.class === "change" || has(words, comparatives);
  return window && !relative && !moved && !has(words, measures);
}

const nothing = ["no", "nobody", "zero", "none"];

function isContent(word: string): boolean {
  return (
    /^\p{L}/u.test(word) &&
    !fillers.has(word) &&
    !empties.has(word) &&
    !qualities.has(word) &&
    !comparatives.has(word)
  );
}
