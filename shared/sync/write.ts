import type { Bodies, Kind } from "./catalog.ts";
import { bodyOf, put, type RowOf, type Rows, refuse, type Verdict } from "./mutation.ts";

/** What a patch may say of each field: a value, `null` to clear it, nothing to leave it. */
export type Changes<B> = { [P in keyof B]?: B[P] | null | undefined };

/**
 * The verdict on a row that exists already: the same content again writes nothing, other content is a clash. Undefined
 * when the id is free. `derived` names fields the rule works out itself, which may differ between two tellings.
 */
export function sentAgain<K extends Kind>(
  kind: K,
  id: string,
  body: Bodies[K],
  rows: Rows,
  derived: readonly (keyof Bodies[K])[] = [],
): Verdict | undefined {
  const stored = rows.get(kind, id);
  if (stored === undefined) return undefined;
  const content = (one: Bodies[K]) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !derived.includes(key as keyof Bodies[K])));
  return equal(content(bodyOf<K>(stored)), content(body)) ? { writes: [] } : refuse("id_conflict", "id");
}

/** Puts a row back with changes; nothing to change writes nothing. */
export function change<K extends Kind>(kind: K, row: RowOf<K>, changes: Changes<Bodies[K]>): Verdict {
  const before = bodyOf<K>(row);
  const after = patched(before, changes);
  return { writes: equal(before, after) ? [] : [put(kind, row.id, after)] };
}

export function patched<B extends object>(body: B, changes: Changes<B>): B {
  const next = { ...body } as Record<string, unknown>;
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete next[key];
    else if (value !== undefined) next[key] = value;
  }
  return next as B;
}

/** Equal as JSON is: the order of keys does not matter, and an absent field equals an undefined one. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) =>
    equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}
