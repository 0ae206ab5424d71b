import { addDays } from "../../../shared/time/local-date.ts";
import { saveDraft } from "../../store/draft.ts";
import { useDraft } from "../../store/drafted.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate } from "../../store/mutate.ts";
import { delivered } from "../../store/push-api.ts";
import { keepZoneIn, keepZoneOnTrip, zoneToAskAbout } from "../../store/zone-moved.ts";
import { useAnswer } from "../../ui/answer.ts";
import { useTask } from "../../ui/task.ts";
import { ZoneMoved } from "../../ui/ZoneMoved.tsx";
import { Asked } from "./Asked.tsx";
import { HeldBack } from "./HeldBack.tsx";
import { LostDevice } from "./LostDevice.tsx";
import { Suggestions } from "./Suggestions.tsx";

/** What concerns my reminders: who asked me, what was held back, and of everything else the one that matters most. */
export function Nudges() {
  const me = useMemberId();
  const today = useToday();
  const home = useLive(async (read) => (await read.get("member", me))?.zone, [me]);
  const [sent] = useAnswer(() => delivered());
  const [moved, again] = useAnswer(async () => home && zoneToAskAbout(home), { key: home ?? "" });
  const rested = useDraft<Record<string, string>>("nudge/lost");
  const known = sent.state === "here" ? sent.value : undefined;
  const lost =
    rested &&
    known?.devices.find(
      (one) => !one.current && one.state === "gone" && (rested.draft?.[one.id] ?? "") !== one.goneAt,
    );
  const here = moved.state === "here" ? moved.value : undefined;
  return (
    <>
      <Asked />
      {lost ? (
        <LostDevice
          name={lost.name}
          onLater={() => void saveDraft("nudge/lost", { ...rested.draft, [lost.id]: lost.goneAt })}
        />
      ) : here && home ? (
        <Moved me={me} here={here} home={home} onAnswered={again} />
      ) : (
        <Suggestions later={addDays(today, restDays)} today={today} />
      )}
      {known ? <HeldBack heldBack={known.heldBack} /> : null}
    </>
  );
}

const restDays = 30;

function Moved({
  me,
  here,
  home,
  onAnswered,
}: {
  me: string;
  here: string;
  home: string;
  onAnswered: () => void;
}) {
  const task = useTask();
  return (
    <ZoneMoved
      here={here}
      home={home}
      busy={task.busy}
      onMove={() => void task.run(() => mutate("member.set-zone", { memberId: me, zone: here }))}
      onKeep={() => void keepZoneIn(here).then(onAnswered)}
      onTrip={() => void keepZoneOnTrip().then(onAnswered)}
    />
  );
}
