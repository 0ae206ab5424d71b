import { useState } from "react";
import { confirmDeviceLink, type DeviceLink, deviceLinkState, linkDevice } from "../../store/api.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { ShareLink } from "../../ui/ShareLink.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";

const lookEvery = 2000;

/** A QR code for my other device. It lets that device ask; the tap that lets it in happens here. */
export function AddDevice({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const [link, again] = useAnswer(linkDevice);
  return (
    <Sheet open onClose={onClose} title="Add a device">
      {link.state === "refused" ? (
        <NeedsServer code={link.code} what="A link for a device" onAgain={again} />
      ) : null}
      {link.state === "waiting" ? <p role="status">Making a link</p> : null}
      {link.state === "here" ? (
        <Asked key={link.value.id} link={link.value} onClose={onClose} onAdded={onAdded} />
      ) : null}
    </Sheet>
  );
}

function Asked({ link, onClose, onAdded }: { link: DeviceLink; onClose: () => void; onAdded: () => void }) {
  const [confirmed, setConfirmed] = useState(false);
  const [state] = useAnswer(() => deviceLinkState(link.id), { every: confirmed ? undefined : lookEvery });
  const task = useTask();
  const asking = state.state === "here" && state.value.state === "asked" ? state.value : undefined;
  if (asking === undefined)
    return (
      <>
        <p>Scan this with the other device. Then confirm here.</p>
        <ShareLink
          url={link.url}
          label="Link for your other device"
          detail="Works once, for ten minutes, and only after you confirm."
        />
      </>
    );
  const name = asking.deviceName ?? "A device";
  const letIn = async () => {
    if (!(await task.run(() => confirmDeviceLink(link.id)))) return;
    setConfirmed(true);
    showToast({ text: `${name} is let in` });
    onAdded();
    onClose();
  };
  return (
    <>
      <p role="status">
        <strong>{name}</strong> wants to sign in as you. It shows the same name. Is it in your hand?
      </p>
      <RefusalNote refused={task.refused} where="request" />
      <Button kind="owed" big busy={task.busy} onClick={letIn}>
        Yes, let it in
      </Button>
      <Button big onClick={onClose}>
        No, that is not mine
      </Button>
    </>
  );
}
