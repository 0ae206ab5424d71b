import { useState } from "react";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { ConfirmSheet } from "./ConfirmSheet.tsx";
import { ListRow } from "./ListRow.tsx";

/** `which` tells it from the others: "of 3 Mar". */
interface OpenLink {
  id: string;
  which: string;
  detail: string;
}

/** Links by which outsiders come in, each with the way to take it back; nothing where none is open. */
export function OpenLinks({
  label,
  links,
  afterwards,
  onRevoke,
}: {
  label: string;
  links: readonly OpenLink[];
  /** What whoever has a revoked one sees: "it opens nothing any more". */
  afterwards: string;
  onRevoke: (id: string) => Promise<unknown>;
}) {
  const [revoking, setRevoking] = useState<OpenLink>();
  if (links.length === 0) return null;
  return (
    <Card flush label={label}>
      {links.map((link) => (
        <ListRow
          key={link.id}
          title={`Link ${link.which}`}
          detail={link.detail}
          end={
            <Button
              kind="quiet"
              aria-label={`Revoke the link ${link.which}`}
              onClick={() => setRevoking(link)}
            >
              Revoke
            </Button>
          }
        />
      ))}
      <ConfirmSheet
        open={revoking !== undefined}
        title="Revoke this link?"
        deed="Revoke it"
        onConfirm={() => onRevoke(revoking!.id)}
        onClose={() => setRevoking(undefined)}
      >
        <p>It stops working at once. Whoever has it sees that {afterwards}, and nothing else.</p>
      </ConfirmSheet>
    </Card>
  );
}
