import { useUploads } from "../../store/attachments.ts";
import { useAttention } from "../../store/attention.ts";
import { useNow } from "../../store/live.ts";
import { syncNow, useSyncState } from "../../store/sync-state.ts";
import { uploadNow } from "../../store/uploads.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { PageFrameContext, usePageFrame } from "../../ui/page-frame.ts";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";
import { AttentionCard } from "./AttentionCard.tsx";
import { CyclesHere } from "./CyclesHere.tsx";
import { FilesOnTheirWay } from "./FilesOnTheirWay.tsx";
import { Overwritten } from "./Overwritten.tsx";
import { PhoneFacts } from "./PhoneFacts.tsx";
import styles from "./Sync.module.css";
import { waitingWords } from "./waiting-words.ts";

/** What is only on this phone: work on its way, work that was not accepted, and how safe it lies here. It says all that
 * the notices of other pages say, so those stay away. */
export function Sync() {
  const sync = useSyncState();
  const frame = usePageFrame();
  const attention = useAttention() ?? [];
  const task = useTask();
  const now = useNow();
  const files = useUploads() ?? [];
  const { title, detail, action } = waitingWords(sync, now, files.length);
  return (
    <PageFrameContext value={{ ...frame, notices: undefined }}>
      <Page title="On this phone" back={{ href: "/me", label: "your page" }}>
        <Card label="Waiting to be sent">
          <div className={styles.waiting}>
            <div>
              <p className={styles.title}>{title}</p>
              <p className={styles.detail}>{detail}</p>
            </div>
            {sync.pending > 0 ? <span className={styles.count}>{sync.pending}</span> : null}
          </div>
          {action === "sign-in" ? (
            <Button kind="owed" href="/sign-in">
              Sign in
            </Button>
          ) : action === "reload" ? (
            <Button kind="owed" onClick={() => location.reload()}>
              Reload
            </Button>
          ) : (
            <Button
              busy={task.busy || sync.phase === "sending"}
              onClick={() => void task.run(() => syncNow().then(uploadNow))}
            >
              Sync now
            </Button>
          )}
        </Card>
        <FilesOnTheirWay files={files} offline={sync.phase === "offline"} />
        {attention.length > 0 ? (
          <Section title="Needs you">
            {attention.map((item, index) => (
              <AttentionCard key={item.id} item={item} first={index === 0} />
            ))}
          </Section>
        ) : null}
        <Overwritten now={now} />
        <PhoneFacts sync={sync} now={now} />
        <CyclesHere />
        <Section title="Reminders on this device">
          <Card flush>
            <ListRow
              title="Notifications"
              detail="What was sent to this device, and whether it arrived"
              href="/me/notifications"
            />
          </Card>
        </Section>
      </Page>
    </PageFrameContext>
  );
}
