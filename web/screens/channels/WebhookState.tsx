import { useState } from "react";
import type { Tested, Webhook } from "../../../shared/channels/webhook.ts";
import { removeWebhook, renewSecret, switchWebhook, testWebhook } from "../../store/channels.ts";
import { useNow } from "../../store/live.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatAgo } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { failureWords, webhookMark } from "./webhook-words.ts";

/** How a webhook stands, what went wrong last, the test, and the ways to stop it. */
export function WebhookState({
  webhook,
  maker,
  onSecret,
  onChanged,
  onGone,
}: {
  webhook: Webhook;
  maker: string | undefined;
  onSecret: (secret: string | undefined) => void;
  onChanged: () => void;
  onGone: () => void;
}) {
  const [asking, setAsking] = useState<"off" | "secret" | "delete">();
  const [tested, setTested] = useState<Tested>();
  const task = useTask();
  const { id, name, state, kind } = webhook;
  const { mark, word } = webhookMark(webhook);
  const close = () => setAsking(undefined);
  const test = () =>
    task.run(async () => {
      setTested(await testWebhook(id));
      onChanged();
    });
  return (
    <Section title="How it stands" end={<StatusMark status={mark}>{word}</StatusMark>}>
      <Trouble webhook={webhook} />
      {tested !== undefined && tested.failure === undefined ? (
        <Banner tone="quiet" icon="check" title="The test was taken" body="Look for it in the channel." />
      ) : null}
      <Card flush>
        <ListRow title="Posts to" detail={webhook.address || "an address the server cannot read any more"} />
        <ListRow title="Set up by" end={maker ?? "somebody who left"} />
      </Card>
      <RefusalNote refused={task.refused} where="request" />
      <Button big busy={task.busy} onClick={test}>
        Send a test
      </Button>
      {state === "off" ? (
        <Button
          big
          busy={task.busy}
          onClick={() => task.run(async () => onChangedAfter(switchWebhook(id, true)))}
        >
          Switch it on
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => setAsking("off")}>
          Switch it off
        </Button>
      )}
      {kind === "generic" ? (
        <Button kind="quiet" onClick={() => setAsking("secret")}>
          <Icon name="key" />
          Make a new secret
        </Button>
      ) : null}
      <Button kind="quiet" onClick={() => setAsking("delete")}>
        <Icon name="trash" />
        Delete this webhook
      </Button>
      <ConfirmSheet
        open={asking === "off"}
        title={`Switch ${name} off?`}
        deed="Switch it off"
        onConfirm={() => onChangedAfter(switchWebhook(id, false))}
        onClose={close}
      >
        <p>It is told nothing until somebody switches it on, and not what was to be said meanwhile.</p>
      </ConfirmSheet>
      <ConfirmSheet
        open={asking === "secret"}
        title="Make a new secret?"
        deed="Make a new secret"
        onConfirm={async () => onSecret((await renewSecret(id)).secret)}
        onClose={close}
      >
        <p>Messages are signed with the new one at once. The program refuses them until it knows it.</p>
      </ConfirmSheet>
      <ConfirmSheet
        open={asking === "delete"}
        title={`Delete ${name}?`}
        deed="Delete it"
        onConfirm={async () => {
          await removeWebhook(id);
          showToast({ text: `${name} is deleted` });
          onGone();
        }}
        onClose={close}
      >
        <p>Its address is removed from the server for good. What was posted stays in the channel.</p>
      </ConfirmSheet>
    </Section>
  );

  async function onChangedAfter(work: Promise<unknown>): Promise<void> {
    await work;
    setTested(undefined);
    onChanged();
  }
}

function Trouble({ webhook: { failure, failures, failingSince, state } }: { webhook: Webhook }) {
  const now = useNow();
  if (failure === undefined) return null;
  const { happened, todo } = failureWords(failure);
  const since = failingSince === undefined ? "" : ` First failed ${formatAgo(failingSince, now)}.`;
  const off = `After ${failures} failures in a row it is told nothing any more. ${happened}`;
  return (
    <Banner
      tone={state === "off" ? "bad" : "warn"}
      title={state === "off" ? "Switched off" : happened}
      body={state === "off" ? `${off} ${todo}${since}` : `${todo}${since}`}
    />
  );
}
