import { useState } from "react";
import { type Passkey, passkeys, removePasskey } from "../../store/api.ts";
import { useNow } from "../../store/live.ts";
import { addPasskey } from "../../store/passkey.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatAgo } from "../../ui/day.ts";
import { deviceName } from "../../ui/device-name.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";

/** The way back in without anybody's help: what exists, one more, one fewer. */
export function Passkeys() {
  const [listed, again] = useAnswer(passkeys);
  const [removing, setRemoving] = useState<Passkey>();
  const task = useTask();
  const now = useNow();
  const known = listed.state === "here" ? listed.value : [];
  const possible = typeof PublicKeyCredential !== "undefined";

  async function add() {
    const done = await task.run(() => addPasskey(deviceName(navigator.userAgent)));
    if (done) again();
  }

  return (
    <Section title="Passkeys">
      {known.length > 0 ? (
        <Card flush>
          {known.map((passkey) => (
            <ListRow
              key={passkey.id}
              lead={<Icon name="key" />}
              title={passkey.name}
              detail={
                passkey.lastUsedAt === undefined
                  ? `added ${formatAgo(passkey.createdAt, now)}`
                  : `last used ${formatAgo(passkey.lastUsedAt, now)}`
              }
              end={
                <Button
                  kind="quiet"
                  aria-label={`Remove ${passkey.name}`}
                  onClick={() => setRemoving(passkey)}
                >
                  Remove
                </Button>
              }
            />
          ))}
        </Card>
      ) : (
        <p>
          With a passkey you come back in with your face, your finger or your device's code, without a link.
        </p>
      )}
      <RefusalNote refused={task.refused} where="request" />
      {possible ? (
        <Button big busy={task.busy} onClick={add} disabled={listed.state === "refused"}>
          <Icon name="key" />
          Add a passkey
        </Button>
      ) : (
        <p>This browser has no passkeys; add one from another device.</p>
      )}
      <ConfirmSheet
        open={removing !== undefined}
        title={`Remove ${removing?.name}?`}
        deed="Remove it"
        onConfirm={async () => {
          await removePasskey(removing!.id);
          again();
        }}
        onClose={() => setRemoving(undefined)}
      >
        <p>
          It no longer signs you in. Devices that are signed in stay so. The passkey itself stays in your
          password manager until you delete it there.
        </p>
      </ConfirmSheet>
    </Section>
  );
}
