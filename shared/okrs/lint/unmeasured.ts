import { measures, people } from "./nouns.ts";
import { spans } from "./text.ts";
import { has, type Title } from "./title.ts";
import { comparatives, empties, fillers, qualities } from "./vague.ts";
import { oneOf } from "./words.ts";

/** Whether a title could mean anything: nothing in it can be pointed at. */
export function isVague(title: Title, kind: "key-result" | "objective"): boolean {
  const { words, tokens, changes } = title;
  const content = tokens.filter((one) => isContent(one.word) && !one.number).map((one) => one.word);
  const quality = words.some((one) => qualities.has(one) || coined.test(one));
  if (changes.some((one) => one.pair)) return false;
  if (kind === "key-result" && tokens.some((one) => one.number))
    return content.length === 0 && quality && !has(words, people);
  const goal = kind === "objective";
  if (words.some((one, at) => isMeasure(one, words[at + 1]) && !(goal && soft.has(one)))) return false;
  if (content.length === 0) return true;
  if (has(words, comparatives)) return false;
  return quality && content.length <= (goal && title.clauses[0]?.verb?.class === "change" ? 2 : 1);
}

/** A number of something; not "number one". */
function isMeasure(word: string, next: string | undefined): boolean {
  return measures.has(word) && (word !== "number" || next === "of");
}

/** What a survey can ask for, and what says nothing yet as an aim. */
const soft = oneOf("satisfaction engagement awareness reach");

/** Whether a key result says how much: a number of its own, all of them, or none. */
export function saysHowMuch({ tokens, words, clauses }: Title): boolean {
  if (tokens.some((one) => one.number)) return true;
  if (nothing.includes(words[0]!)) return true;
  const window = tokens.some((one) => one.window);
  const relative = words.includes("who") || words.includes("that");
  const moved = clauses[0]?.verb?.class === "change" || has(words, comparatives);
  return window && !relative && !moved && !words.some((one) => measures.has(one) && !spans.has(one));
}

const nothing = ["no", "nobody", "zero", "none"];

/** "High-performing", "value-driven": made up as one goes. */
const coined =
  /-(performing|driven|centric|class|notch|friendly|focused|oriented|minded|obsessed|edge|quality)$/;

function isContent(word: string): boolean {
  return (
    /^\p{L}/u.test(word) &&
    !coined.test(word) &&
    !fillers.has(word) &&
    !empties.has(word) &&
    !qualities.has(word) &&
    !comparatives.has(word)
  );
}
