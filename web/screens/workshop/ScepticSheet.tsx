import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { createScepticLink } from "../../store/sceptic.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { ShareLink } from "../../ui/ShareLink.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Candidate.module.css";

/** Makes the link for one sceptic and hands it over. */
export function ScepticSheet({
  candidate,
  onMade,
  onClose,
}: {
  candidate: RowOf<"candidate">;
  onMade: () => void;
  onClose: () => void;
}) {
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const { phase } = useSyncState();
  const task = useTask();
  const make = () =>
    task.run(async () => {
      setLink(await createScepticLink(candidate.id));
      onMade();
    });
  return (
    <Sheet open onClose={onClose} title={link ? "Link for one sceptic" : "Ask a sceptic"}>
      {link ? (
        <ShareLink
          url={link.url}
          label={`Would a customer care about “${candidate.name}”?`}
          detail={`For one answer, until ${formatDay(link.expiresAt.slice(0, 10))}. It is shown only now.`}
        />
      ) : phase === "offline" ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="A link is made by the server"
          body="You are offline. Judging goes on without a network; come back to this when you are online."
        />
      ) : (
        <>
          <p>
            Whoever opens the link reads the name, the definition and your company’s name, and nothing else.
            They need no account and answer once.
          </p>
          {candidate.sceptic ? (
            <p className={styles.soft}>A new answer takes the place of the one that is there.</p>
          ) : null}
          <RefusalNote refused={task.refused} where="request" />
          <Button kind="owed" big busy={task.busy} onClick={make}>
            Make the link
          </Button>
        </>
      )}
    </Sheet>
  );
}
