import { useState } from "react";
import { revokeScepticLink, type ScepticLink, scepticLinks } from "../../store/sceptic.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";

/** Links of this candidate that wait for their answer; one that went astray is revoked here. */
export function ScepticLinks({ candidateId }: { candidateId: string }) {
  const [listed, again] = useAnswer(scepticLinks);
  const [revoking, setRevoking] = useState<ScepticLink>();
  if (listed.state === "waiting") return null;
  if (listed.state === "refused")
    return <NeedsServer code={listed.code} what="The list of open links" onAgain={again} />;
  const open = listed.value.filter((one) => one.candidateId === candidateId);
  if (open.length === 0) return null;
  return (
    <Card flush label="Open links">
      {open.map((link) => {
        const made = formatDay(link.createdAt.slice(0, 10));
        return (
          <ListRow
            key={link.id}
            title={`Link of ${made}`}
            detail={`Not answered yet; good until ${formatDay(link.expiresAt.slice(0, 10))}`}
            end={
              <Button
                kind="quiet"
                aria-label={`Revoke the link of ${made}`}
                onClick={() => setRevoking(link)}
              >
                Revoke
              </Button>
            }
          />
        );
      })}
      <ConfirmSheet
        open={revoking !== undefined}
        title="Revoke this link?"
        deed="Revoke it"
        onConfirm={async () => {
          await revokeScepticLink(revoking!.id);
          again();
        }}
        onClose={() => setRevoking(undefined)}
      >
        <p>It stops working at once. Whoever has it sees that it asks nothing any more, and nothing else.</p>
      </ConfirmSheet>
    </Card>
  );
}
