import type { Narrowing, Remembered, RememberedAs } from "./remembered.ts";
import { wordsIn } from "./words.ts";

/** A word of a title is one more than twice the place of what it stands in, a word of a text is twice it. */
type Postings = number[];

export interface Found {
  /** All of them, the best first: words in the title before words in the text, then the newest. */
  hits: Remembered[];
  /** How many of each there are when what kind it is does not matter. */
  counts: ReadonlyMap<RememberedAs, number>;
}

/** An inverted index: for each word where it occurs. Filled in pieces, so that a phone can breathe in between. */
export interface Memory {
  size: number;
  /** Without a word, everything of the member it is narrowed to, or nothing. */
  find(words: readonly string[], narrowing?: Narrowing): Found;
}

export interface MemoryBuilder {
  /** Takes in the next ones, at most `most`; false when there are none left. */
  step(most: number): boolean;
  done(): Memory;
}

/** `all` newest first: what stands earlier is found earlier. */
export function memoryOf(all: readonly Remembered[]): MemoryBuilder {
  const postings = new Map<string, Postings>();
  let taken = 0;
  const note = (text: string, place: number) => {
    for (const word of wordsIn(text)) {
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [place]);
      // The same word twice in one text says no more.
      else if (known.at(-1) !== place) known.push(place);
    }
  };
  return {
    step(most) {
      const end = Math.min(all.length, taken + most);
      for (; taken < end; taken += 1) {
        note(all[taken]!.text, 2 * taken);
        note(all[taken]!.title, 2 * taken + 1);
      }
      return taken < all.length;
    },
    done() {
      const words = [...postings.keys()].sort();
      return {
        size: all.length,
        find: (asked, narrowing = {}) => find({ all, words, postings }, asked, narrowing),
      };
    },
  };
}

interface Filled {
  all: readonly Remembered[];
  words: readonly string[];
  postings: ReadonlyMap<string, Postings>;
}

function find({ all, words, postings }: Filled, asked: readonly string[], narrowing: Narrowing): Found {
  // How many of the words asked for occurred so far, and how many of them in the title.
  const met = new Uint8Array(all.length);
  const inTitle = new Uint8Array(all.length);
  const titleOf = new Int8Array(all.length).fill(-1);
  asked.forEach((prefix, turn) => {
    for (let at = firstFrom(words, prefix); words[at]?.startsWith(prefix); at += 1)
      for (const posting of postings.get(words[at]!)!) {
        const place = posting >> 1;
        if (met[place]! < turn) continue;
        met[place] = turn + 1;
        if ((posting & 1) === 0 || titleOf[place] === turn) continue;
        titleOf[place] = turn;
        inTitle[place]! += 1;
      }
  });
  const byTitle: Remembered[][] = asked.map(() => []);
  const textOnly: Remembered[] = [];
  const counts = new Map<RememberedAs, number>();
  if (asked.length === 0 && narrowing.memberId === undefined) return { hits: [], counts };
  all.forEach((one, place) => {
    if (met[place] !== asked.length || !isWithin(one, narrowing)) return;
    counts.set(one.as, (counts.get(one.as) ?? 0) + 1);
    if (narrowing.as !== undefined && one.as !== narrowing.as) return;
    (inTitle[place] === 0 ? textOnly : byTitle[inTitle[place]! - 1]!).push(one);
  });
  return { hits: [...byTitle.reverse().flat(), ...textOnly], counts };
}

function isWithin(one: Remembered, { cycleId, memberId }: Narrowing): boolean {
  return (
    (cycleId === undefined || one.cycleId === cycleId) &&
    (memberId === undefined || one.people.includes(memberId))
  );
}

/** The place of the first word that is not before `prefix`. */
function firstFrom(words: readonly string[], prefix: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
