import { useState } from "react";
import { useLocation } from "wouter";
import type { SavedWebhook } from "../../../shared/channels/webhook.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { type Place, usePlace, useReach } from "./use-place.ts";
import { WebhookForm } from "./WebhookForm.tsx";
import { WebhookSecret } from "./WebhookSecret.tsx";

/** Sets up one more webhook. */
export function WebhookNew() {
  const place = usePlace();
  return (
    <Page title="Add a webhook" back={{ href: "/me/webhooks", label: "webhooks" }}>
      {place === undefined ? null : <Making place={place} />}
    </Page>
  );
}

function Making({ place }: { place: Place }) {
  const [, navigate] = useLocation();
  const [made, setMade] = useState<SavedWebhook>();
  const reach = useReach(place);
  if (reach === undefined) return null;
  if (!reach.all && reach.squads.length === 0)
    return (
      <EmptyState
        title="Webhooks are set up by PMs and admins"
        body="Ask your squad’s PM to send its focus and digest to the channel you read."
        action={<Button href="/me">Back</Button>}
      />
    );
  const open = (id: string) => navigate(`/me/webhooks/${id}`);
  return (
    <>
      <WebhookForm
        reach={reach}
        onSaved={(saved) => {
          showToast({ text: "Saved. Send a test to see it arrive." });
          if (saved.secret === undefined) open(saved.id);
          else setMade(saved);
        }}
      />
      {made?.secret === undefined ? null : (
        <WebhookSecret secret={made.secret} onClose={() => open(made.id)} />
      )}
    </>
  );
}
