import { roundLimits } from "../../shared/sync/limits.ts";
import type { OutboxEntry } from "./storage.ts";

/**
 * What goes into a round. Mutations the server leaves unanswered wait a while and the others go on. A batch it chokes
 * on as a whole is halved until the one it chokes on stands alone; that one is tried by itself now and then. None is
 * ever given up, and none is overtaken by work that stands on it.
 */
export interface Batcher {
  choose(entries: OutboxEntry[]): OutboxEntry[];
  /** The server could not take this batch at all: too large for some part of the way, or a fault of its own. */
  choked(batch: OutboxEntry[], tooLarge: boolean): void;
  /**
   * The server answered, perhaps not for all of the batch; `retryMs` is how long it asks to be left alone with those.
   * True when it stopped before the end, so that there is no use in going on at once.
   */
  answered(batch: OutboxEntry[], results: Set<string>, retryMs: number): boolean;
}

interface Aside {
  until: number;
  alone: boolean;
}

/** Failures in a row after which one mutation is set aside. */
const strikesToSetAside = 2;
const retryAlone = 60_000;

/** `now` only ever rises: a phone whose clock is set back must not wait for years. */
export function createBatcher(now: () => number, random: () => number): Batcher {
  const limits = { ...roundLimits };
  const strikes = new Map<string, number>();
  const aside = new Map<string, Aside>();
  let chokes = 0;

  function setAside(entry: OutboxEntry, waitMs: number, alone: boolean): void {
    const spread = random() * Math.min(strikes.get(entry.id) ?? 1, 10);
    aside.set(entry.id, { until: now() + waitMs * (1 + spread), alone });
  }

  function strike(entry: OutboxEntry, waitMs: number, alone: boolean): boolean {
    const count = (strikes.get(entry.id) ?? 0) + 1;
    strikes.set(entry.id, count);
    if (count >= strikesToSetAside) setAside(entry, waitMs, alone);
    return count >= strikesToSetAside;
  }

  return {
    choose(entries) {
      if (aside.size === 0) return fitting(entries, limits);
      const { free, lone } = apart(entries, aside, now());
      return lone ? [lone] : fitting(free, limits);
    },
    choked(batch, tooLarge) {
      chokes += 1;
      if (batch.length === 1) strike(batch[0]!, retryAlone, true);
      else if (tooLarge || chokes > 1) limits.mutations = Math.max(1, Math.ceil(batch.length / 2));
    },
    answered(batch, results, retryMs) {
      chokes = 0;
      limits.mutations = Math.min(roundLimits.mutations, limits.mutations * 2);
      const judged = batch.filter((entry) => results.has(entry.id));
      // One tried by itself went through: whatever ailed the server is over, for the others too.
      if (judged.some((entry) => aside.get(entry.id)?.alone)) aside.clear();
      for (const { id } of judged) for (const known of [aside, strikes]) known.delete(id);
      const last = batch.findLastIndex((entry) => results.has(entry.id));
      // Passed over while later ones were judged: it is this one. Behind the last: the server stopped there, and only
      // if it does so again are they what it stops at.
      for (const entry of batch.slice(0, last + 1))
        if (!results.has(entry.id)) setAside(entry, retryMs, false);
      const [stoppedAt, ...behind] = batch.slice(last + 1);
      if (stoppedAt && strike(stoppedAt, retryMs, false))
        for (const entry of behind) setAside(entry, retryMs, false);
      return stoppedAt !== undefined;
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
 * The entries that are free to go, and the first that is due to be tried by itself. What stands on an entry set aside
 * is not free. Everybody's work reads their own member row and the workspace: a change of those set aside holds back
 * only what writes them too.
 */
function apart(entries: OutboxEntry[], aside: Map<string, Aside>, now: number) {
  const [rows, places] = [new Set<string>(), new Set<string>()];
  const free: OutboxEntry[] = [];
  let lone: OutboxEntry | undefined;
  for (const entry of entries) {
    const reads = entry.reads.filter((key) => !/^(member|workspace)\//.test(key));
    const stands =
      [...reads, ...entry.writes].some((key) => rows.has(key)) || reads.some((key) => places.has(key));
    const waits = aside.get(entry.id);
    if (!stands && waits?.alone && waits.until <= now) lone ??= entry;
    if (!stands && (waits === undefined || (!waits.alone && waits.until <= now))) {
      free.push(entry);
      continue;
    }
    for (const key of entry.writes) rows.add(key);
    for (const place of entry.into) places.add(place);
  }
  return { free, lone };
}
