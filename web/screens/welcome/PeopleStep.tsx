import { useState } from "react";
import { useLocation } from "wouter";
import { createInvite } from "../../store/api.ts";
import { dropDraft } from "../../store/draft.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { ShareLink } from "../../ui/ShareLink.tsx";
import { useTask } from "../../ui/task.ts";
import { StepPage } from "./StepPage.tsx";
import type { StepProps } from "./step-props.ts";
import { draftKey } from "./use-kept-draft.ts";

/** Everything stands; others may come now or later. What is owed first is the first check-in. */
export function PeopleStep({ draft }: StepProps) {
  const [made, setMade] = useState<{ url: string; expiresAt: string }>();
  const [, navigate] = useLocation();
  const task = useTask();
  const invite = () => task.run(async () => setMade(await createInvite({ role: "member" })));
  const go = async () => {
    await dropDraft(draftKey);
    navigate(`/check-in?kr=${draft.keyResult.id}`);
  };

  return (
    <StepPage
      step="people"
      title="Your key result is committed"
      detail="Now check in on it once: that is what Northing is about."
    >
      <Button kind="owed" big onClick={go}>
        Do my first check-in
      </Button>
      <Card label="Invite somebody">
        {made ? (
          <ShareLink
            url={made.url}
            label="Invitation to Northing"
            detail={`Lets one person in as a member, until ${formatDay(made.expiresAt.slice(0, 10))}. More links, roles and squads: your picture, People.`}
          />
        ) : (
          <>
            <p>
              Not alone? A link or QR code lets one colleague in. This can wait: it stays under your picture,
              People.
            </p>
            <RefusalNote refused={task.refused} where="request" />
            <Button busy={task.busy} onClick={invite}>
              <Icon name="link" />
              Make a link
            </Button>
          </>
        )}
      </Card>
    </StepPage>
  );
}
