import type { SentReminder } from "../../../shared/reminders/ledger.ts";
import { useNow } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import styles from "./Notifications.module.css";
import { kindWord, reasonWord, standingWords, whenWord } from "./reminder-words.ts";

/** Reminders of one device and how far each came, so that a lost one is seen to be lost. */
export function LastReminders({ sent, zone }: { sent: readonly SentReminder[]; zone: string }) {
  const now = useNow();
  if (sent.length === 0)
    return (
      <Card>
        <p className={styles.body}>None yet. Each one will stand here with how far it came.</p>
      </Card>
    );
  return (
    <Card flush>
      <ul>
        {sent.map((one) => (
          <li key={one.id}>
            <ListRow
              title={`${kindWord(one.kind)}, ${whenWord(one.dueAt, now, zone)}`}
              detail={reasonWord(one)}
              end={
                one.state === "snoozed" && one.snoozedUntil
                  ? `snoozed until ${whenWord(one.snoozedUntil, now, zone)}`
                  : standingWords[one.state]
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
