import { useState } from "react";
import type { PushState } from "../../push/capability.ts";
import { NotSubscribed } from "../../push/standing.ts";
import { turnOff, turnOn } from "../../push/subscribe.ts";
import { useNow } from "../../store/live.ts";
import { testPush } from "../../store/push-api.ts";
import { useSession } from "../../store/session.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { deviceWords, notSubscribedWords } from "./device-words.ts";
import styles from "./Notifications.module.css";
import { whenWord } from "./reminder-words.ts";
import { usePushState } from "./use-reminding.ts";

interface Props {
  nextAt: string | undefined;
  zone: string;
  /** Something else on the screen needs the person first. */
  calm: boolean;
  onSent: () => void;
}

/** Whether reminders reach this device: the state, its cause, and the one next step. */
export function ThisDevice(props: Props) {
  const [found, again] = usePushState();
  return (
    <Section title="This device">
      {found.state === "here" ? <State {...props} state={found.value} again={again} /> : null}
      {found.state === "waiting" ? <Card>{<p role="status">Looking at this browser…</p>}</Card> : null}
      {found.state === "refused" ? (
        <Banner
          tone="warn"
          title="This browser would not say"
          body="Its push service could not be asked. Nothing was changed."
          action={<Button onClick={again}>Look again</Button>}
        />
      ) : null}
    </Section>
  );
}

function State({
  state,
  again,
  nextAt,
  zone,
  calm,
  onSent,
}: Props & { state: PushState; again: () => void }) {
  const now = useNow();
  const { title, body } = deviceWords[state];
  const next =
    nextAt === undefined
      ? "None is planned yet. They come while there is something of yours to be told of."
      : `The next one: ${whenWord(nextAt, now, zone)}, unless it is done by then.`;
  return (
    <Card>
      <div className={styles.state} role="status">
        <span className={state === "on" ? styles.good : styles.off}>
          <Icon name={state === "on" ? "check" : "bell"} />
        </span>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.body}>{state === "on" ? next : body}</p>
      </div>
      <Deeds state={state} calm={calm} again={again} onSent={onSent} />
    </Card>
  );
}

function Deeds({
  state,
  calm,
  again,
  onSent,
}: Pick<Props, "calm" | "onSent"> & { state: PushState; again: () => void }) {
  const session = useSession();
  const task = useTask();
  const [why, setWhy] = useState<NotSubscribed["reason"]>();
  const personId = session.state === "signed-in" ? session.personId : "";

  const on = async () => {
    setWhy(undefined);
    await task.run(() =>
      turnOn(personId).catch((error: unknown) => {
        if (!(error instanceof NotSubscribed)) throw error;
        setWhy(error.reason);
      }),
    );
    again();
  };
  const off = async () => {
    if (await task.run(turnOff)) showToast({ text: "Reminders are off on this device" });
    again();
  };
  const test = async () => {
    if (await task.run(testPush)) showToast({ text: "Sent. It should be on your screen in a moment." });
    onSent();
    again();
  };

  return (
    <>
      {why === undefined ? null : (
        <p className={styles.body} role="alert">
          {notSubscribedWords[why]}
        </p>
      )}
      <RefusalNote refused={task.refused} where="request" />
      <div className={styles.deeds}>
        {state === "askable" || state === "lost" ? (
          <Button big kind={calm ? "plain" : "owed"} busy={task.busy} onClick={on}>
            {state === "lost" ? "Turn reminders on again" : "Turn on reminders"}
          </Button>
        ) : null}
        {state === "on" ? (
          <>
            <Button busy={task.busy} onClick={test}>
              Send a test
            </Button>
            <Button kind="quiet" busy={task.busy} onClick={off}>
              Turn off here
            </Button>
          </>
        ) : null}
        {state === "blocked" ? <Button onClick={again}>Look again</Button> : null}
        {state === "needs-install" ? <Button href="/me/install">Show me how</Button> : null}
        {state === "unsupported" ? <Button href="/me/install">Other ways</Button> : null}
      </div>
    </>
  );
}
