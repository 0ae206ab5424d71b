import { useState } from "react";
import { useLocation } from "wouter";
import type { SentReminder } from "../../../shared/reminders/ledger.ts";
import { useNow } from "../../store/live.ts";
import { snoozeReminder } from "../../store/push-api.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Notifications.module.css";
import { kindWord, whenWord } from "./reminder-words.ts";

/**
 * The page behind a reminder's "snooze", for phones that show no buttons: opening an address changes nothing, so it
 * asks first. `sent` tells which reminder it is, once it is known.
 */
export function SnoozeAsked({
  id,
  zone,
  sent,
  onDone,
}: {
  id: string;
  zone: string;
  sent: readonly SentReminder[] | undefined;
  onDone: () => void;
}) {
  const [until, setUntil] = useState<string>();
  const task = useTask();
  const now = useNow();
  const [, navigate] = useLocation();
  const kind = sent?.find((one) => one.id === id)?.kind;
  const forCheckIn = kind === undefined || kind.startsWith("nudge") || kind === "asked";

  const snooze = async () => {
    const done = await task.run(async () => setUntil((await snoozeReminder(id)).until));
    if (done) onDone();
  };
  const leave = () => navigate("/me/notifications", { replace: true });
  const checkIn = forCheckIn ? <Button href="/check-in">Check in now</Button> : null;

  if (until !== undefined)
    return (
      <Card label="Snooze">
        <div role="status">
          <h2 className={styles.title}>Quiet until {whenWord(until, now, zone)}</h2>
          <p className={styles.body}>
            It comes back then, unless {forCheckIn ? "you have checked in" : "it is done by then"}.
          </p>
        </div>
        <div className={styles.deeds}>
          {checkIn}
          <Button kind="quiet" onClick={leave}>
            Done
          </Button>
        </div>
      </Card>
    );
  return (
    <Card tone="owed" label="Snooze">
      <h2 className={styles.title}>
        {kind === undefined ? "Snooze this reminder?" : `Snooze “${kindWord(kind)}”?`}
      </h2>
      <p className={styles.body}>It comes back in an hour. What you owe stays.</p>
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.deeds}>
        <Button kind="owed" busy={task.busy} onClick={snooze}>
          Snooze for an hour
        </Button>
        {checkIn ?? (
          <Button kind="quiet" onClick={leave}>
            Leave it
          </Button>
        )}
      </div>
    </Card>
  );
}
