import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type Invite, invites, revokeInvite } from "../../store/api.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { refusalWords } from "../../ui/refusal.ts";
import { roleWords } from "../../ui/role.ts";
import { Section } from "../../ui/Section.tsx";

/** Links that were made and not yet used. A forwarded one is withdrawn here. */
export function OpenInvites({ squads }: { squads: RowOf<"squad">[] }) {
  const [listed, again] = useAnswer(invites);
  const [withdrawing, setWithdrawing] = useState<Invite>();
  if (listed.state === "waiting") return null;
  if (listed.state === "refused") {
    const offline = listed.code === "offline";
    const { happened, todo } = refusalWords(listed.code, "request");
    return (
      <Section title="Open invitations">
        <Banner
          tone="quiet"
          icon={offline ? "offline" : "warning"}
          title={offline ? "Invitations come from the server" : happened}
          body={
            offline
              ? "You are offline. Squads and roles can be changed meanwhile; invite when you are back."
              : todo
          }
          action={<Button onClick={again}>Try again</Button>}
        />
      </Section>
    );
  }
  if (listed.value.length === 0) return null;
  const title = (invite: Invite) =>
    invite.name ?? invite.email ?? `One ${roleWords[invite.role].name.toLowerCase()}`;
  const squad = (invite: Invite) => squads.find((one) => one.id === invite.squadId)?.name;
  return (
    <Section title="Open invitations">
      <Card flush>
        {listed.value.map((invite) => (
          <ListRow
            key={invite.id}
            title={title(invite)}
            detail={[
              roleWords[invite.role].name,
              squad(invite),
              `until ${formatDay(invite.expiresAt.slice(0, 10))}`,
            ]
              .filter(Boolean)
              .join(" · ")}
            end={
              <Button
                kind="quiet"
                aria-label={`Withdraw ${title(invite)}`}
                onClick={() => setWithdrawing(invite)}
              >
                Withdraw
              </Button>
            }
          />
        ))}
      </Card>
      <ConfirmSheet
        open={withdrawing !== undefined}
        title="Withdraw this invitation?"
        deed="Withdraw it"
        onConfirm={async () => {
          await revokeInvite(withdrawing!.id);
          again();
        }}
        onClose={() => setWithdrawing(undefined)}
      >
        <p>
          The link stops working at once. Whoever has it sees that it is no longer good, and nothing else.
        </p>
      </ConfirmSheet>
    </Section>
  );
}
