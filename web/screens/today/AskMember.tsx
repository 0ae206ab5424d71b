import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useNow } from "../../store/live.ts";
import { useNudging } from "../../store/nudging.ts";
import { AskForCheckIn } from "../../ui/AskForCheckIn.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Sheet } from "../../ui/Sheet.tsx";

/** What one member of a squad still owes this week, with the way to ask for it. */
export function AskMember({
  name,
  keyResults,
  onClose,
}: {
  name: string;
  keyResults: readonly RowOf<"key-result">[];
  onClose: () => void;
}) {
  return (
    <Sheet open onClose={onClose} title={name}>
      {keyResults.map((one) => (
        <Open key={one.id} keyResult={one} />
      ))}
    </Sheet>
  );
}

/** Nothing, once it is checked in on. */
function Open({ keyResult: { id, title } }: { keyResult: RowOf<"key-result"> }) {
  const now = useNow();
  const asking = useNudging(id);
  if (asking === undefined) return null;
  return (
    <Card label={title}>
      <ListRow href={`/key-results/${id}`} title={title} />
      <AskForCheckIn asking={asking} now={now} />
    </Card>
  );
}
