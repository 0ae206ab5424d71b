import { cut, folded, longestWord, type Place, placesIn } from "./words.ts";

/** A piece of a text, marked where it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Before the first match, so that a reader sees what it belongs to. */
const lead = 40;
/** Of a text without end no more than this is looked through for a place to show. */
const looked = 20_000;

/** The whole text in pieces; the beginning of every word that begins with one of `words` is marked. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of matches(text, words)) {
    if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

/** At most about `most` characters of a text around the first match, cut between words where it can be. */
export function snippet(text: string, words: readonly string[], most = 160): Piece[] {
  const short = cut(text, looked).replace(/\s+/g, " ").trim();
  if (short.length <= most) return marked(short, words);
  const first = matches(short, words)[0]?.from ?? 0;
  const from = first <= lead ? 0 : begin(short, first - lead, first);
  const end = cut(short.slice(from), most);
  const shown = from + end.length < short.length ? `${end.replace(/\s\S{0,24}$/u, "")} …` : end;
  return marked(from === 0 ? shown : `… ${shown.replace(/^[·\s]+/u, "")}`, words);
}

/** The beginning of a word at or after `from`, and not after `last`. */
function begin(text: string, from: number, last: number): number {
  const blank = text.indexOf(" ", from);
  if (blank >= 0 && blank < last) return blank + 1;
  const half = text.charCodeAt(from) >= 0xdc00 && text.charCodeAt(from) <= 0xdfff;
  return half ? from + 1 : from;
}

function matches(text: string, words: readonly string[]): Place[] {
  return placesIn(text).flatMap(({ word, from, to }) => {
    const longest = words.filter((one) => word.startsWith(one)).sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [{ from, to: reach(text, from, to, longest) }];
  });
}

/** The end of as much of the written word as says the folded `part`, with the accents of its last letter. */
function reach(text: string, from: number, to: number, part: string): number {
  const written = text.slice(from, to);
  let end = 0;
  for (const character of cut(written, longestWord)) {
    if (folded(written.slice(0, end)).length >= part.length) break;
    end += character.length;
  }
  return from + end + (/^\p{M}+/u.exec(written.slice(end))?.[0].length ?? 0);
}
