import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";

/** Reminders no longer reach a device of mine, and what to do about it. Without a name it is this one. */
export function LostDevice({ name, onLater }: { name?: string; onLater: () => void }) {
  return (
    <Banner
      tone="warn"
      icon="bell"
      title={`Reminders no longer reach ${name ?? "this device"}`}
      body={
        name === undefined
          ? "Its browser or push service has ended them. Nothing you saved is affected."
          : "Open Northing on it: it turns them on again by itself, or says what is in the way."
      }
      action={
        <>
          <Button href="/me/notifications">
            {name === undefined ? "Turn them on again" : "See what to do"}
          </Button>
          <Button kind="quiet" onClick={onLater}>
            Not now
          </Button>
        </>
      }
    />
  );
}
