import type { Narrowing, Remembered, RememberedAs } from "./remembered.ts";
import { wordsIn } from "./words.ts";

/** What a word counts by where it stands: in what the thing is called, in what was written, in what it is about. */
const worth = { name: 2, text: 1, about: 0 } as const;

/** Four times the place of what a word stands in, and what it counts there. */
type Postings = number[];

export interface Found {
  /** All of them, the best first: words in a name before words in a text before words of what it is about; the newest. */
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
        const { title, text, isAbout } = all[taken]!;
        note(title, 4 * taken + (isAbout ? worth.about : worth.name));
        note(text, 4 * taken + worth.text);
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
  // How many of the words asked for occurred so far, what they count together, and what the present one does.
  const met = new Uint8Array(all.length);
  const counted = new Uint8Array(all.length);
  const now = new Uint8Array(all.length);
  asked.forEach((prefix, turn) => {
    now.fill(0);
    for (let at = firstFrom(words, prefix); words[at]?.startsWith(prefix); at += 1)
      for (const posting of postings.get(words[at]!)!) {
        const place = posting >> 2;
        if (met[place]! < turn) continue;
        met[place] = turn + 1;
        const more = (posting & 3) - now[place]!;
        if (more <= 0) continue;
        now[place]! += more;
        counted[place]! += more;
      }
  });
  const ranks: Remembered[][] = Array.from({ length: worth.name * asked.length + 1 }, () => []);
  const counts = new Map<RememberedAs, number>();
  if (asked.length === 0 && narrowing.memberId === undefined) return { hits: [], counts };
  all.forEach((one, place) => {
    if (met[place] !== asked.length || !isWithin(one, narrowing)) return;
    counts.set(one.as, (counts.get(one.as) ?? 0) + 1);
    if (narrowing.as === undefined || one.as === narrowing.as) ranks[counted[place]!]!.push(one);
  });
  return { hits: ranks.reverse().flat(), counts };
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
