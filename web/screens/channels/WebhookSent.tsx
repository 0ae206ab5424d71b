import { mostAnHour } from "../../../shared/channels/held-back.ts";
import type { SentMessage } from "../../../shared/channels/webhook.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { useNow } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { formatAgo, formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Channels.module.css";
import { sentWords } from "./webhook-words.ts";

/** The last ten messages with what became of each. */
export function WebhookSent({ sent, zone }: { sent: readonly SentMessage[]; zone: string }) {
  const now = useNow();
  return (
    <Section title="What it was told">
      {sent.length === 0 ? (
        <p className={styles.soft}>Nothing yet. The first message comes at its time, or send a test.</p>
      ) : (
        <Card flush>
          {sent.map((one) => {
            const { title, mark, word } = sentWords(one);
            return (
              <ListRow
                key={one.id}
                title={title}
                detail={`${formatDay(localDate(one.plannedFor, zone))}, ${formatAgo(one.plannedFor, now)}`}
                end={<StatusMark status={mark}>{word}</StatusMark>}
              />
            );
          })}
        </Card>
      )}
      <p className={styles.soft}>
        At most {mostAnHour} messages an hour. What comes above that is held back and counted in the next.
      </p>
    </Section>
  );
}
