import { useEffect, useSyncExternalStore } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Toast.module.css";

export interface ToastWords {
  text: string;
  /** One way back, for example undo. */
  action?: { label: string; onTap: () => void };
}

const seconds = 8;
let shown: (ToastWords & { id: number }) | undefined;
let count = 0;
const listeners = new Set<() => void>();

/** Says what just happened, at the bottom, for eight seconds or until it is put away; a later one takes its place. */
export function showToast(words: ToastWords): void {
  count += 1;
  set({ ...words, id: count });
}

/** The place toasts appear in; the shell mounts it once. */
export function Toasts() {
  const toast = useSyncExternalStore(listen, () => shown);
  useEffect(() => {
    if (toast === undefined) return;
    const timer = setTimeout(() => shown === toast && set(undefined), seconds * 1000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={styles.place} role="status">
      {toast === undefined ? null : (
        <div key={toast.id} className={styles.toast}>
          <span>{toast.text}</span>
          {toast.action === undefined ? null : (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                set(undefined);
                toast.action?.onTap();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button type="button" className={styles.away} aria-label="Dismiss" onClick={() => set(undefined)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

function set(next: typeof shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
