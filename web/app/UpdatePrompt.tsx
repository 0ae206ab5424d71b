import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import styles from "./UpdatePrompt.module.css";
import { applyUpdate, useUpdateWaiting } from "./update.ts";

/** Offers a new version; "later" lets it wait until the app is next opened, or left with nothing being written. */
export function UpdatePrompt() {
  const waiting = useUpdateWaiting();
  const [later, setLater] = useState(false);
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
