import type { SentReminder } from "../../../shared/reminders/ledger.ts";
import { useNow } from "../../store/live.ts";
import type { Answer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { refusalWords } from "../../ui/refusal.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./Notifications.module.css";
import { kindWord, reasonWord, standingWords, whenWord } from "./reminder-words.ts";

/** The last reminders of this device and how far each came, so that a lost one is seen to be lost. */
export function LastReminders({
  sent,
  zone,
  onAgain,
}: {
  sent: Answer<{ reminders: SentReminder[] }>;
  zone: string;
  onAgain: () => void;
}) {
  const now = useNow();
  if (sent.state === "waiting") return null;
  return (
    <Section title="Reminders on this device">
      {sent.state === "refused" ? <Unknown code={sent.code} onAgain={onAgain} /> : null}
      {sent.state === "here" && sent.value.reminders.length === 0 ? (
        <Card>
          <p className={styles.body}>None yet. Each one will stand here with how far it came.</p>
        </Card>
      ) : null}
      {sent.state === "here" && sent.value.reminders.length > 0 ? (
        <Card flush>
          {sent.value.reminders.map((one) => (
            <ListRow
              key={one.id}
              title={`${kindWord(one.kind)}, ${whenWord(one.dueAt, now, zone)}`}
              detail={reasonWord(one)}
              end={
                one.state === "snoozed" && one.snoozedUntil
                  ? `snoozed until ${whenWord(one.snoozedUntil, now, zone)}`
                  : standingWords[one.state]
              }
            />
          ))}
        </Card>
      ) : null}
    </Section>
  );
}

function Unknown({ code, onAgain }: { code: string; onAgain: () => void }) {
  const offline = code === "offline";
  const { happened, todo } = refusalWords(code, "request");
  return (
    <Banner
      tone="quiet"
      icon={offline ? "offline" : "warning"}
      title={offline ? "The server keeps this list" : happened}
      body={offline ? "You are offline. Reminders come as soon as there is network." : todo}
      action={<Button onClick={onAgain}>Try again</Button>}
    />
  );
}
