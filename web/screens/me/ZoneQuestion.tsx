import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { loadDraft, saveDraft } from "../../store/draft.ts";
import { mutate } from "../../store/mutate.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { useTask } from "../../ui/task.ts";
import { deviceZone, zoneName } from "../../ui/zone.ts";

const kept = "zone-kept";

/** Somebody who travels keeps their zone unless they say so; the same journey is asked about once. */
export function ZoneQuestion({ member }: { member: RowOf<"member"> }) {
  const here = deviceZone();
  const [stored] = useAnswer(() => loadDraft<string>(kept));
  const [answered, setAnswered] = useState(false);
  const task = useTask();
  const asked = stored.state !== "here" || stored.value === here || answered;
  if (asked || sameClock(here, member.zone)) return null;
  const move = () => task.run(() => mutate("member.set-zone", { memberId: member.id, zone: here }));
  const keep = () => {
    setAnswered(true);
    void saveDraft(kept, here);
  };
  return (
    <Banner
      tone="quiet"
      icon="clock"
      title={`This device says ${zoneName(here)}`}
      body={`Your reminders follow ${zoneName(member.zone)}. Should they move with you?`}
      action={
        <>
          <Button busy={task.busy} onClick={move}>
            Move to {zoneName(here)}
          </Button>
          <Button onClick={keep}>Keep {zoneName(member.zone)}</Button>
        </>
      }
    />
  );
}

/** Two names of zones with the same clock now and in half a year are one place for a reminder. */
function sameClock(a: string, b: string): boolean {
  if (a === b) return true;
  const now = Date.now();
  return [now, now + 182 * 86_400_000].every((at) => clock(at, a) === clock(at, b));
}

function clock(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at);
}
