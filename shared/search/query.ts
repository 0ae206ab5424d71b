import { cut, wordsIn } from "./words.ts";

/** What is looked for, and what more would be looked for is left out. */
const longest = 200;
const mostWords = 12;
/** Scripts in which one character says enough to look for, and pictures. */
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}\p{Extended_Pictographic}]/u;

export type Query =
  | { state: "empty" }
  /** One letter alone would find half of everything. */
  | { state: "short" }
  /** Nothing but punctuation. */
  | { state: "wordless" }
  /** Each once, as they are compared. */
  | { state: "words"; words: string[] };

/** What somebody typed, as words that must all occur. */
export function queryIn(typed: string): Query {
  const text = cut(typed.trim(), longest);
  if (text === "") return { state: "empty" };
  const words = [...new Set(wordsIn(text))].slice(0, mostWords);
  if (words.length === 0) return { state: "wordless" };
  const enough = words.some((one) => one.length > 1 || dense.test(one));
  return enough ? { state: "words", words } : { state: "short" };
}
