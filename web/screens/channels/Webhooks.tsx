import type { Webhook } from "../../../shared/channels/webhook.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { webhooks } from "../../store/channels.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { ServerList } from "../../ui/ServerList.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { type Place, usePlace, useReach } from "./use-place.ts";
import { kindNames, saysWords, webhookMark } from "./webhook-words.ts";

const back = { href: "/me", label: "your page" };

/** Where squads are heard outside the app: which channels, with what, and which of them is in trouble. */
export function Webhooks() {
  const place = usePlace();
  return (
    <Page title="Webhooks" back={back}>
      {place === undefined ? null : <Allowed place={place} />}
    </Page>
  );
}

function Allowed({ place }: { place: Place }) {
  const reach = useReach(place);
  if (reach === undefined) return null;
  if (reach.all || reach.squads.length > 0) return <Listed squads={place.squads} />;
  return (
    <EmptyState
      title="Webhooks are set up by PMs and admins"
      body="Ask your squad’s PM to send its focus and digest to the channel you read."
      action={<Button href="/me">Back</Button>}
    />
  );
}

function Listed({ squads }: { squads: readonly RowOf<"squad">[] }) {
  return (
    <ServerList
      things="webhooks"
      ask={webhooks}
      empty={{
        title: "No channel hears of a squad yet",
        body: "Post a squad’s focus, digest, missing check-ins and anomalies, and the monthly report, to Slack, to Teams, or to any program.",
      }}
      add={{ href: "/me/webhooks/new", label: "Add a webhook" }}
    >
      {(one) => <Row key={one.id} webhook={one} squad={squads.find(({ id }) => id === one.squadId)} />}
    </ServerList>
  );
}

function Row({ webhook, squad }: { webhook: Webhook; squad: RowOf<"squad"> | undefined }) {
  const { mark, word } = webhookMark(webhook);
  const of = webhook.squadId === undefined ? "every squad" : (squad?.name ?? "a squad that is gone");
  return (
    <ListRow
      href={`/me/webhooks/${webhook.id}`}
      title={webhook.name}
      detail={`${kindNames[webhook.kind]}, ${of}: ${saysWords(webhook.says)}`}
      end={<StatusMark status={mark}>{word}</StatusMark>}
    />
  );
}
