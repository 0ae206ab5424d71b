import type { Bodies, Kind } from "../../../shared/sync/catalog.ts";

interface Moment {
  at: number;
  body: unknown;
}

/** A row as it stood at a moment. */
export type Known<K extends Kind> = Bodies[K] & { id: string };

/** Much is asked of the same moment. */
const mostAsked = 300;

/** What was true when: every row as it was told, by the server's clock. Filled by commits, read by the checker. */
export interface Facts {
  note(kind: Kind, id: string, body: string | null, at: number): void;
  /** As it stood at a moment, what changed at that very moment included. */
  find<K extends Kind>(kind: K, id: string, at: number): Known<K> | undefined;
  all<K extends Kind>(kind: K, at: number): Known<K>[];
  /** The same of those that stand on a key result. */
  on<K extends "check-in" | "nudge">(kind: K, keyResultId: string, at: number): Known<K>[];
  /** When it changed. */
  changes(kind: Kind, id: string): number[];
  ids(kind: Kind): string[];
}

export function createFacts(): Facts {
  const kinds = new Map<Kind, Map<string, Moment[]>>();
  const asked = new Map<string, unknown[]>();
  const standing = new Map<string, string[]>();
  const of = (kind: Kind) => kinds.get(kind) ?? kinds.set(kind, new Map()).get(kind)!;
  const before = (moments: readonly Moment[], at: number) => {
    let [low, high] = [0, moments.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (moments[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    return moments[low - 1];
  };
  return {
    note(kind, id, body, at) {
      const moments = of(kind).get(id) ?? [];
      const parsed = body === null ? undefined : { ...JSON.parse(body), id };
      if (moments.length === 0 && (kind === "check-in" || kind === "nudge")) {
        const key = `${kind} ${parsed.keyResultId}`;
        standing.set(key, [...(standing.get(key) ?? []), id]);
      }
      asked.clear();
      moments.push({ at, body: parsed });
      of(kind).set(id, moments);
    },
    find: (kind, id, at) => before(of(kind).get(id) ?? [], at)?.body as never,
    all(kind, at) {
      const key = `${kind} ${at}`;
      const known = asked.get(key) ?? [...of(kind).values()].flatMap((one) => before(one, at)?.body ?? []);
      if (asked.size > mostAsked) asked.clear();
      asked.set(key, known);
      return known as never;
    },
    on: (kind, keyResultId, at) =>
      (standing.get(`${kind} ${keyResultId}`) ?? []).flatMap(
        (id) => (before(of(kind).get(id) ?? [], at)?.body as never) ?? [],
      ),
    changes: (kind, id) => (of(kind).get(id) ?? []).map((one) => one.at),
    ids: (kind) => [...of(kind).keys()],
  };
}
