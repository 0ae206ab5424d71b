import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { zoneName } from "./zone.ts";

/** The question of somebody's reminders when their device is in another zone: move, keep for good, or for this trip. */
export function ZoneMoved({
  here,
  home,
  busy,
  onMove,
  onKeep,
  onTrip,
}: {
  here: string;
  home: string;
  busy: boolean;
  onMove: () => void;
  onKeep: () => void;
  onTrip: () => void;
}) {
  return (
    <Banner
      tone="quiet"
      icon="clock"
      title={`You seem to be in ${city(here)}: move your reminders?`}
      body={`They follow the clock of ${zoneName(home)} until you say otherwise.`}
      action={
        <>
          <Button busy={busy} onClick={onMove}>
            Move them
          </Button>
          <Button onClick={onKeep}>Keep {city(home)}</Button>
          <Button kind="quiet" onClick={onTrip}>
            Not on this trip
          </Button>
        </>
      }
    />
  );
}

function city(zone: string): string {
  return zone.split("/").at(-1)!.replaceAll("_", " ");
}
