import { genericHeaders } from "../../../shared/channels/generic.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import styles from "./Channels.module.css";

/** The secret a program checks signatures with, which no later visit shows again. */
export function WebhookSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Sheet open onClose={onClose} title="The signing secret">
      <Banner
        tone="warn"
        icon="key"
        title="Copy it now"
        body="It is shown only this once. Keep it where the program keeps its secrets."
      />
      <CopyText text={secret} deed="Copy the secret" />
      <p className={styles.soft}>
        Each message carries <code>{genericHeaders.timestamp}</code> and{" "}
        <code>{genericHeaders.signature}</code>: “v1=” and the HMAC-SHA256, in hexadecimal, of the timestamp,
        a dot and the body as it came. Refuse what is older than five minutes.{" "}
        <code>{genericHeaders.id}</code> is the same for every try of one message.
      </p>
      <Button big onClick={onClose}>
        I have copied it
      </Button>
    </Sheet>
  );
}
