import { useState } from "react";
import { useLocation } from "wouter";
import { useNow } from "../../store/live.ts";
import { snoozeReminder } from "../../store/push-api.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Notifications.module.css";
import { whenWord } from "./reminder-words.ts";

/**
 * The page behind a reminder's "snooze", for phones that show no buttons: opening an address changes nothing, so it
 * asks first.
 */
export function SnoozeAsked({ id, zone, onDone }: { id: string; zone: string; onDone: () => void }) {
  const [until, setUntil] = useState<string>();
  const task = useTask();
  const now = useNow();
  const [, navigate] = useLocation();

  const snooze = async () => {
    const done = await task.run(async () => setUntil((await snoozeReminder(id)).until));
    if (done) onDone();
  };
  const leave = () => navigate("/me/notifications", { replace: true });

  if (until !== undefined)
    return (
      <Card label="Snooze">
        <div role="status">
          <h2 className={styles.title}>Quiet until {whenWord(until, now, zone)}</h2>
          <p className={styles.body}>It comes back then, unless you have checked in.</p>
        </div>
        <div className={styles.deeds}>
          <Button href="/check-in">Check in now</Button>
          <Button kind="quiet" onClick={leave}>
            Done
          </Button>
        </div>
      </Card>
    );
  return (
    <Card tone="owed" label="Snooze">
      <h2 className={styles.title}>Snooze this reminder?</h2>
      <p className={styles.body}>It comes back in an hour. What you owe stays.</p>
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.deeds}>
        <Button kind="owed" busy={task.busy} onClick={snooze}>
          Snooze for an hour
        </Button>
        <Button href="/check-in">Check in now</Button>
      </div>
    </Card>
  );
}
