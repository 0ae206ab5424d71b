import type { Kind } from "../sync/catalog.ts";

/** What the company's memory is made of, in the order groups stand in when nothing else decides. */
export const rememberedAs = [
  "key-result",
  "objective",
  "check-in",
  "blocker",
  "review",
  "bet",
  "anomaly",
  "candidate",
  "event",
  "metric",
] as const;
export type RememberedAs = (typeof rememberedAs)[number];

/** Something somebody once wrote down, as it is found again. */
export interface Remembered {
  /** One for each; a review holds many. */
  key: string;
  as: RememberedAs;
  /** What it is called or, where it has no name of its own, what it is about. */
  title: string;
  isAbout?: true;
  /** What was written of it. */
  text: string;
  /** The day it belongs to; absent where it has none, such as a definition. */
  on?: string;
  cycleId?: string;
  /** Whoever owns it, wrote it or has to do with it by name. */
  people: readonly string[];
  /** How it stands, in a word or two: "draft", "won", "resolved". */
  standing?: string;
  /** The row to look at, which need not be the row that was found. */
  leads: { kind: Kind; id: string };
}

/** What a search is narrowed to. */
export interface Narrowing {
  as?: RememberedAs | undefined;
  cycleId?: string | undefined;
  memberId?: string | undefined;
}

/** Newest first, what has no day last; within a day as they came, the last first: rows come in the order they were made. */
export function newestFirst(all: readonly Remembered[]): Remembered[] {
  // By days, of which there are few: comparing twenty thousand with each other would stop a phone.
  const days = new Map<string, Remembered[]>();
  for (const one of all) {
    const known = days.get(one.on ?? "");
    if (known === undefined) days.set(one.on ?? "", [one]);
    else known.push(one);
  }
  const latest = [...days.keys()].sort().reverse();
  return latest.flatMap((on) => days.get(on)!.reverse());
}
