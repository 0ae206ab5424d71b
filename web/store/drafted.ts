import { liveQuery } from "dexie";
import { useCallback, useState, useSyncExternalStore } from "react";
import { dropDraft, loadDraft, saveDraft } from "./draft.ts";

export interface Drafted<T extends object> {
  /** What stands on the row, or the blank form, with what was typed laid over it. */
  value: T;
  /** Only what was typed. */
  typed: Partial<T>;
  /** Something typed on an earlier visit was found. */
  restored: boolean;
  set(patch: Partial<T>): void;
  /** Forgets what was typed, after it was saved or on the person's word. */
  drop(): Promise<void>;
}

/**
 * A form whose text survives leaving. Kept are only the fields that were touched, so that a row changed elsewhere
 * meanwhile shows through the others. Undefined until both the draft and `fresh` were read.
 */
export function useDrafted<T extends object>(key: string, fresh: T | undefined): Drafted<T> | undefined {
  const stored = useDraft<Partial<T>>(key);
  const [now, setNow] = useState<{ key: string; typed: Partial<T> }>();
  const [found, setFound] = useState<{ key: string; restored: boolean }>();
  const here = now?.key === key ? now.typed : undefined;
  if (fresh === undefined || stored === undefined) return undefined;
  const typed = here ?? stored.draft ?? {};
  if (found?.key !== key) setFound({ key, restored: Object.keys(typed).length > 0 });
  return {
    value: { ...fresh, ...typed },
    typed,
    restored: found?.key === key && found.restored,
    set(patch) {
      const next = { ...typed, ...patch };
      setNow({ key, typed: next });
      void saveDraft(key, next);
    },
    async drop() {
      setNow({ key, typed: {} });
      setFound({ key, restored: false });
      await dropDraft(key);
    },
  };
}

const known = new Map<string, { draft: unknown }>();

/** The draft under a key, live. Undefined until read. Drafts lie in a database of their own, so `useLive` cannot. */
export function useDraft<T>(key: string): { draft: T | undefined } | undefined {
  const watch = useCallback(
    (changed: () => void) => {
      const running = liveQuery(async () => loadDraft(key)).subscribe({
        next(draft) {
          known.set(key, { draft });
          changed();
        },
        error: (error) => console.error(error),
      });
      return () => {
        running.unsubscribe();
        known.delete(key);
      };
    },
    [key],
  );
  return useSyncExternalStore(watch, () => known.get(key)) as { draft: T | undefined } | undefined;
}
