import { useState } from "react";
import { Button } from "./Button.tsx";
import styles from "./CopyText.module.css";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

/** Text for another program, as it is, with the way to take it along. `deed` names what is copied: "Copy the token"; prose `wraps`. */
export function CopyText({ text, deed, wraps = false }: { text: string; deed: string; wraps?: boolean }) {
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Copying is blocked here; select the text above and copy it.");
    }
  }

  return (
    <div className={styles.copy}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so a keyboard must reach it */}
      <pre className={classes(styles.text, wraps && styles.wraps)} tabIndex={0}>
        <code>{text}</code>
      </pre>
      <Button onClick={copy}>
        <Icon name="copy" />
        {deed}
      </Button>
      <p className={styles.said} role="status">
        {said}
      </p>
    </div>
  );
}
