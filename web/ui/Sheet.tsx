import { type ReactNode, useEffect, useId, useRef } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Sheet.module.css";

/** A native modal dialog: from below on a phone, centred on a wide screen. Escape, the veil and × close it. */
export function Sheet({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => giveBack(opener);
  }, [open]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own; this click is on its veil.
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 className={styles.title} id={id}>
            {title}
          </h2>
          <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** A dialog that leaves the page takes keyboard focus with it: back to what opened it, or to the heading if that is gone. */
function giveBack(opener: Element | null) {
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  const there = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  const to = there ? opener : document.querySelector<HTMLElement>("main h1");
  to?.focus({ preventScroll: true });
}
