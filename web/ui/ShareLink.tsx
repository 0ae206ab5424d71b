import { Suspense, useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { lazyPart } from "./lazy-part.ts";
import styles from "./ShareLink.module.css";

const QrCode = lazyPart(() => import("./QrCode.tsx"), "QrCode");

/** A link to hand over: scanned from the screen, sent by the phone's own share sheet, or copied. */
export function ShareLink({ url, label, detail }: { url: string; label: string; detail: string }) {
  const [said, setSaid] = useState("");
  const share = typeof navigator.share === "function";

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setSaid("Copied");
    } catch {
      setSaid("Copying is blocked here; select the link above and copy it.");
    }
  }

  return (
    <div className={styles.share}>
      <Suspense fallback={<div className={styles.place} />}>
        <QrCode text={url} label={`${label}, as a QR code`} />
      </Suspense>
      <p className={styles.url}>{url}</p>
      <p className={styles.detail}>{detail}</p>
      <div className={styles.actions}>
        <Button onClick={copy}>
          <Icon name="copy" />
          Copy link
        </Button>
        {share ? (
          <Button
            onClick={() => void navigator.share({ title: label, url }).catch(() => setSaid("Not shared"))}
          >
            <Icon name="share" />
            Share
          </Button>
        ) : null}
      </div>
      <p className={styles.detail} role="status">
        {said}
      </p>
    </div>
  );
}
