/** Which branches of the outline somebody opened or shut, each branch told of its own. */
export interface Folds {
  isOpen(id: string, byDefault: boolean): boolean;
  set(id: string, open: boolean): void;
  subscribe(id: string, changed: () => void): () => void;
}

/** `said` is what was said before, by id; `keep` hears all that was ever said, whenever that changes. */
export function createFolds(
  said: Readonly<Record<string, boolean>>,
  keep: (said: Record<string, boolean>) => void,
): Folds {
  const open = new Map(Object.entries(said));
  const listeners = new Map<string, Set<() => void>>();
  return {
    isOpen: (id, byDefault) => open.get(id) ?? byDefault,
    set(id, now) {
      open.set(id, now);
      for (const changed of listeners.get(id) ?? []) changed();
      keep(Object.fromEntries(open));
    },
    subscribe(id, changed) {
      const some = listeners.get(id) ?? new Set();
      listeners.set(id, some.add(changed));
      return () => some.delete(changed);
    },
  };
}
