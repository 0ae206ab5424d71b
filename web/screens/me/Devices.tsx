import { useState } from "react";
import { type Device, devices, revokeDevice } from "../../store/api.ts";
import { useNow } from "../../store/live.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatAgo } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { AddDevice } from "./AddDevice.tsx";
import { Passkeys } from "./Passkeys.tsx";

const lookEvery = 2000;

/** Where I am signed in, and how I come back in. */
export function Devices() {
  /** How many there were when one more was let in: it shows up once it has used its link. */
  const [expecting, setExpecting] = useState<number>();
  const [listed, again] = useAnswer(devices, { every: expecting === undefined ? undefined : lookEvery });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Device>();
  const now = useNow();
  const count = listed.state === "here" ? listed.value.length : 0;
  if (expecting !== undefined && count > expecting) setExpecting(undefined);
  return (
    <Page title="Devices" back={{ href: "/me", label: "your page" }}>
      <Section title="Signed in as you">
        {listed.state === "refused" ? (
          <NeedsServer code={listed.code} what="The list of your devices" onAgain={again} />
        ) : null}
        {listed.state === "here" ? (
          <Card flush>
            {listed.value.map((device) => (
              <ListRow
                key={device.id}
                lead={<Icon name="device" />}
                title={device.name}
                detail={device.current ? "this device" : `last seen ${formatAgo(device.lastSeenAt, now)}`}
                end={
                  device.current ? null : (
                    <Button
                      kind="quiet"
                      aria-label={`Sign out ${device.name}`}
                      onClick={() => setEnding(device)}
                    >
                      Sign out
                    </Button>
                  )
                }
              />
            ))}
          </Card>
        ) : null}
        <Button big onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Add a device
        </Button>
      </Section>
      <Passkeys />
      {adding ? <AddDevice onClose={() => setAdding(false)} onAdded={() => setExpecting(count)} /> : null}
      <ConfirmSheet
        open={ending !== undefined}
        title={`Sign out ${ending?.name}?`}
        deed="Sign it out"
        onConfirm={async () => {
          await revokeDevice(ending!.id);
          showToast({ text: `${ending!.name} is signed out` });
          again();
        }}
        onClose={() => setEnding(undefined)}
      >
        <p>
          It loses access within seconds, and Northing's data is removed from it the next time it is online,
          with anything it has not sent yet. To come back it needs a new link. This cannot be undone.
        </p>
      </ConfirmSheet>
    </Page>
  );
}
