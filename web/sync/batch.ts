import { roundLimits } from "../../shared/sync/protocol.ts";
import type { OutboxEntry } from "./storage.ts";

/** Failures in a row after which one mutation is set aside, so that the others can go on. */
const strikesToSetAside = 2;
const retryAside = 60_000;

/**
 * What goes into a round. A batch the server chokes on is halved until the one it chokes on stands alone; that one is
 * set aside and tried by itself now and then. It is never given up and never overtaken by work that stands on it.
 */
export interface Batcher {
  choose(entries: OutboxEntry[]): OutboxEntry[];
  /** The server could not take this batch: too large for some part of the way, or a fault while judging it. */
  choked(batch: OutboxEntry[], tooLarge: boolean): void;
  /** The server stopped at this mutation. */
  stoppedAt(entry: OutboxEntry): void;
  judged(batch: OutboxEntry[]): void;
}

export function createBatcher(now: () => number, random: () => number): Batcher {
  const limits = { ...roundLimits };
  const strikes = new Map<string, number>();
  const aside = new Map<string, number>();
  let chokes = 0;

  function strike(entry: OutboxEntry): void {
    const count = (strikes.get(entry.id) ?? 0) + 1;
    strikes.set(entry.id, count);
    if (count >= strikesToSetAside) aside.set(entry.id, now() + retryAside * (1 + random() * count));
  }

  return {
    choose(entries) {
      if (aside.size === 0) return fitting(entries, limits);
      const { free, alone } = apart(entries, aside);
      const due = alone.find((entry) => aside.get(entry.id)! <= now());
      return due ? [due] : fitting(free, limits);
    },
    choked(batch, tooLarge) {
      chokes += 1;
      if (batch.length === 1) strike(batch[0]!);
      else if (tooLarge || chokes > 1) limits.mutations = Math.ceil(batch.length / 2);
    },
    stoppedAt: strike,
    judged(batch) {
      chokes = 0;
      limits.mutations = Math.min(roundLimits.mutations, limits.mutations * 2);
      // The one set aside went through: whatever ailed the server is over, for the others too.
      if (batch.some((entry) => aside.has(entry.id))) aside.clear();
      for (const entry of batch) strikes.delete(entry.id);
    },
  };
}

function fitting(entries: OutboxEntry[], limits: typeof roundLimits): OutboxEntry[] {
  const fits: OutboxEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.size;
    if (fits.length > 0 && (bytes > limits.bytes || fits.length >= limits.mutations)) break;
    fits.push(entry);
  }
  return fits;
}

/**
 * Splits off the entries set aside, and what stands on them, from the free ones; `alone` are those set aside that
 * stand on no other. Everybody's work reads their own member row and the workspace: a change of those set aside holds
 * back only what writes them too.
 */
function apart(entries: OutboxEntry[], aside: Map<string, number>) {
  const held = new Set<string>();
  const free: OutboxEntry[] = [];
  const alone: OutboxEntry[] = [];
  for (const entry of entries) {
    const reads = entry.reads.filter((key) => !/^(member|workspace)\//.test(key));
    const stands = [...reads, ...entry.writes].some((key) => held.has(key));
    if (!aside.has(entry.id) && !stands) {
      free.push(entry);
      continue;
    }
    if (!stands) alone.push(entry);
    for (const key of entry.writes) held.add(key);
  }
  return { free, alone };
}
