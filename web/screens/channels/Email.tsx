import { groupNames } from "../../../shared/channels/mail.ts";
import type { MailState } from "../../../shared/channels/mailbox.ts";
import { mailState, setSubscribed, testMail } from "../../store/channels.ts";
import { useNow } from "../../store/live.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Channels.module.css";
import { EmailAddress } from "./EmailAddress.tsx";
import { ReportByMail } from "./ReportByMail.tsx";
import { type Place, usePlace } from "./use-place.ts";

/** Where one's e-mail goes, whether it arrives, how often the report comes, and what was ended by the link of one. */
export function Email() {
  const place = usePlace();
  const [found, again] = useAnswer(mailState, { key: place?.member.email ?? "" });
  const state = found.state === "here" ? found.value : undefined;
  return (
    <Page title="E-mail" back={{ href: "/me", label: "your page" }}>
      {place === undefined ? null : (
        <>
          {state === undefined ? null : <Trouble state={state} place={place} />}
          <EmailAddress key={place.member.email} member={place.member} />
          {found.state === "waiting" ? <p role="status">Asking the server</p> : null}
          {found.state === "refused" ? (
            <NeedsServer code={found.code} what="Whether your e-mail arrives" onAgain={again} />
          ) : null}
          {state?.configured && place.member.email !== undefined ? <TestMail onTested={again} /> : null}
          {state?.configured === false ? null : (
            <ReportByMail
              place={place}
              ended={state?.unsubscribed.includes("report") === true}
              onChanged={again}
            />
          )}
          {state?.configured ? <Ended state={state} onChanged={again} /> : null}
        </>
      )}
    </Page>
  );
}

function Trouble({ state: { configured, bounced }, place }: { state: MailState; place: Place }) {
  const now = useNow();
  if (!configured)
    return (
      <Banner
        tone="quiet"
        icon="warning"
        title="This server sends no e-mail"
        body="Whoever runs it can name a mail server. Until then reminders come as notifications."
      />
    );
  if (bounced === undefined) return null;
  return (
    <Banner
      tone="bad"
      title="Your e-mail does not arrive"
      body={`${place.member.email} was refused ${formatAgo(bounced.at, now)} (${bounced.status}), so nothing is sent there any more. Correct it, or send a test once it takes mail again.`}
    />
  );
}

function TestMail({ onTested }: { onTested: () => void }) {
  const task = useTask();
  const test = () =>
    task.run(async () => {
      const { failure } = await testMail();
      onTested();
      showToast({
        text:
          failure === undefined
            ? "Sent. Look into your mailbox."
            : "It was not taken. See above, or try later.",
      });
    });
  return (
    <>
      <RefusalNote refused={task.refused} where="request" />
      <Button big busy={task.busy} onClick={test}>
        Send me a test
      </Button>
    </>
  );
}

function Ended({ state: { unsubscribed }, onChanged }: { state: MailState; onChanged: () => void }) {
  const task = useTask();
  const end = async (group: MailState["unsubscribed"][number]) => {
    await setSubscribed(group, false);
    onChanged();
  };
  const have = (group: MailState["unsubscribed"][number]) =>
    task.run(async () => {
      await setSubscribed(group, true);
      onChanged();
      showToast({
        text: `E-mails about ${groupNames[group]} are on again`,
        action: { label: "Undo", onTap: () => void end(group) },
      });
    });
  return (
    <Section title="Ended by a link">
      {unsubscribed.length === 0 ? (
        <p className={styles.soft}>
          Each e-mail has a link that ends e-mails of its group. You have used none. Which reminders come by
          e-mail you choose under Notifications.
        </p>
      ) : (
        <Card flush>
          {unsubscribed.map((group) => (
            <ListRow
              key={group}
              title={`No e-mails about ${groupNames[group]}`}
              end="have them again"
              onClick={() => void have(group)}
            />
          ))}
        </Card>
      )}
      <RefusalNote refused={task.refused} where="request" />
    </Section>
  );
}
