import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { createReportLink } from "../../store/report-links.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { ShareLink } from "../../ui/ShareLink.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { useTask } from "../../ui/task.ts";

/** Makes the link to a cycle's report and hands it over. */
export function ShareSheet({
  cycle,
  on,
  onMade,
  onClose,
}: {
  cycle: RowOf<"cycle">;
  /** The past day it is to tell; absent where it tells the day it is opened. */
  on: string | undefined;
  onMade: () => void;
  onClose: () => void;
}) {
  const today = useToday();
  const day = on && formatDay(on, undefined, today);
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const { phase } = useSyncState();
  const task = useTask();
  const make = () =>
    task.run(async () => {
      setLink(await createReportLink(cycle.id, on));
      onMade();
    });
  return (
    <Sheet open onClose={onClose} title={link ? "Link to this report" : "Share this report"}>
      {link ? (
        <ShareLink
          url={link.url}
          label={`The report of ${cycle.name}${day === undefined ? "" : ` as of ${day}`}`}
          detail={`For whoever has it, until ${formatDay(link.expiresAt.slice(0, 10))}. It is shown only now.`}
        />
      ) : phase === "offline" ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="A link is made by the server"
          body="You are offline. Printing and copying work without a network; come back to this when you are online."
        />
      ) : (
        <>
          <p>
            Whoever has the link reads this one page without an account: the numbers, what was decided, and
            the names of those who own something. It shows {cycle.name} as it{" "}
            {day === undefined ? "stands when it is opened" : `stood on ${day}`}, for 30 days.
          </p>
          <RefusalNote refused={task.refused} where="request" />
          <Button kind="owed" big busy={task.busy} onClick={make}>
            Make the link
          </Button>
        </>
      )}
    </Sheet>
  );
}
