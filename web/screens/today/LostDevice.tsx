import type { PushDevice } from "../../../shared/reminders/ledger.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";

/** Told on every device of mine: reminders no longer reach one of them, and what to do about it. */
export function LostDevice({ device, onLater }: { device: PushDevice; onLater: () => void }) {
  return (
    <Banner
      tone="warn"
      icon="bell"
      title={`Reminders no longer reach ${device.current ? "this device" : device.name}`}
      body={
        device.current
          ? "Its browser or push service has ended them. Nothing you saved is affected."
          : "Open Northing on it: it turns them on again by itself, or says what is in the way."
      }
      action={
        <>
          <Button href="/me/notifications">{device.current ? "Turn them on again" : "See what to do"}</Button>
          <Button kind="quiet" onClick={onLater}>
            Not now
          </Button>
        </>
      }
    />
  );
}
