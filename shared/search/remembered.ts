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

/** Newest first; what has no day comes last, and what is equal stays in one order. */
export function newestFirst(a: Remembered, b: Remembered): number {
  if (a.on !== b.on) return (a.on ?? "") < (b.on ?? "") ? 1 : -1;
  return a.key < b.key ? 1 : -1;
}
