import type { RowOf } from "../../../shared/sync/mutation.ts";
import { mutate } from "../../store/mutate.ts";
import { keepZoneIn, keepZoneOnTrip, zoneToAskAbout } from "../../store/zone-moved.ts";
import { useAnswer } from "../../ui/answer.ts";
import { useTask } from "../../ui/task.ts";
import { ZoneMoved } from "../../ui/ZoneMoved.tsx";

/** Somebody who travels keeps their zone unless they say so. */
export function ZoneQuestion({ member: { id: memberId, zone: home } }: { member: RowOf<"member"> }) {
  const [asked, again] = useAnswer(() => zoneToAskAbout(home), { key: home });
  const task = useTask();
  const here = asked.state === "here" ? asked.value : undefined;
  if (here === undefined) return null;
  return (
    <ZoneMoved
      here={here}
      home={home}
      busy={task.busy}
      onMove={() => void task.run(() => mutate("member.set-zone", { memberId, zone: here }))}
      onKeep={() => void keepZoneIn(here).then(again)}
      onTrip={() => void keepZoneOnTrip().then(again)}
    />
  );
}
