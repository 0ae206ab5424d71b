import { useEffect, useState } from "react";
import { Button } from "../ui/Button.tsx";
import styles from "./UpdatePrompt.module.css";
import { applyUpdate, registerWorker, useUpdateWaiting } from "./update.ts";

/** Registers the worker and offers a new version; "later" lets it wait until the app is next opened, or left with nothing being written. */
export function UpdatePrompt() {
  const waiting = useUpdateWaiting();
  const [later, setLater] = useState(false);
  useEffect(() => {
    registerWorker().catch((error: unknown) => console.error(error));
  }, []);
  return (
    <div role="status">
      {waiting && !later ? (
        <div className={styles.prompt}>
          <p>
            <strong>New version.</strong> What you are typing is kept.
          </p>
          <div className={styles.choice}>
            <Button onClick={applyUpdate}>Reload</Button>
            <Button kind="quiet" onClick={() => setLater(true)}>
              Later
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
