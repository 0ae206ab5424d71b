/** Longer words are told apart by no more than this. */
export const longestWord = 64;

const pattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\p{sc=Thai}])[\p{L}\p{N}\p{M}])+|\p{Extended_Pictographic}/gu;

/** Marks that are left out when words are compared: accents, and the points of Hebrew and Arabic. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]|\u200d|\ufe0f/g;
const spelt: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" },
};

const plainText = /^[\x20-\x7e\n]*$/;
const plainWord = /[a-z0-9]+/g;
const short = (word: string) => cut(word, longestWord);

/** Where a word stands in its text. */
export interface Place {
  from: number;
  to: number;
}

/** A word as it is compared: without case, accents and kinds of writing, at most `longestWord` long. */
export function folded(word: string): string {
  // Nothing beyond it is compared, and a page without a blank is a word too.
  const plain = cut(word, longestWord).normalize("NFKD").replace(marks, "").toLowerCase();
  return cut(
    plain.replace(/[ßæœøłđðþıς]/g, (letter) => spelt[letter]!),
    longestWord,
  );
}

/**
 * The words of a text: runs of letters and digits of any script, each character where a script writes no blanks, each
 * emoji. In order; empty ones, of marks alone, are left out.
 */
export function wordsIn(text: string): string[] {
  // Most of what is written is plain, and a phone takes in twenty thousand texts at once.
  if (plainText.test(text)) return (text.toLowerCase().match(plainWord) ?? []).map(short);
  return (text.match(pattern) ?? []).map(folded).filter((one) => one !== "");
}

/** The same with where each stands. */
export function placesIn(text: string): (Place & { word: string })[] {
  const found: (Place & { word: string })[] = [];
  for (const match of text.matchAll(pattern)) {
    const word = folded(match[0]);
    if (word !== "") found.push({ word, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** The first characters of a text, at most `most` units, without half of one at the end. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
