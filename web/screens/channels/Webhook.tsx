import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { Webhook as WebhookView } from "../../../shared/channels/webhook.ts";
import { webhooks } from "../../store/channels.ts";
import { Page } from "../../ui/Page.tsx";
import { ServerThing } from "../../ui/ServerThing.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { type Place, usePlace, useReach } from "./use-place.ts";
import { WebhookForm } from "./WebhookForm.tsx";
import { WebhookSecret } from "./WebhookSecret.tsx";
import { WebhookSent } from "./WebhookSent.tsx";
import { WebhookState } from "./WebhookState.tsx";
import { kindNames } from "./webhook-words.ts";

const back = { href: "/me/webhooks", label: "webhooks" };

/** One webhook: how it stands, what it was told last, and the form to tell it otherwise. */
export function Webhook() {
  const { id = "" } = useParams<{ id: string }>();
  const place = usePlace();
  return (
    <ServerThing
      thing="webhook"
      title="Webhook"
      {...{ id, back }}
      ask={webhooks}
      gone={{
        title: "This webhook is not here",
        body: "Somebody deleted it, or it is of a squad you do not lead.",
      }}
    >
      {(found, again) =>
        place === undefined ? null : <Shown key={id} place={place} webhook={found} onChanged={again} />
      }
    </ServerThing>
  );
}

function Shown({ place, webhook, onChanged }: { place: Place; webhook: WebhookView; onChanged: () => void }) {
  const [, navigate] = useLocation();
  const [secret, setSecret] = useState<string>();
  const reach = useReach(place);
  const squad = place.squads.find((one) => one.id === webhook.squadId);
  if (reach === undefined) return null;
  return (
    <Page
      title={webhook.name}
      detail={`${kindNames[webhook.kind]} · ${webhook.squadId === undefined ? "every squad" : (squad?.name ?? "a squad that is gone")}`}
      back={back}
      aside={
        <WebhookForm
          key={JSON.stringify([webhook.name, webhook.says, webhook.squadId, webhook.address])}
          reach={reach}
          before={webhook}
          onSaved={(saved) => {
            showToast({ text: "Saved" });
            setSecret(saved.secret);
            onChanged();
          }}
        />
      }
    >
      <WebhookState
        webhook={webhook}
        maker={place.people.find((one) => one.id === webhook.memberId)?.name}
        onSecret={setSecret}
        onChanged={onChanged}
        onGone={() => navigate("/me/webhooks")}
      />
      <WebhookSent sent={webhook.sent} zone={place.workspace.zone} />
      {secret === undefined ? null : <WebhookSecret secret={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}
