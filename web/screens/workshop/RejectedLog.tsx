import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { addressOfCandidate } from "./steps.ts";

/** Candidates that fell, with the reason and the day: the next discussion need not start from nothing. */
export function RejectedLog({ rejected }: { rejected: readonly RowOf<"candidate">[] }) {
  const today = useToday();
  return (
    <Section title="Rejected, and why">
      <Card flush>
        {rejected.map(({ id, name, reason, rejectedAt }) => (
          <ListRow
            key={id}
            href={addressOfCandidate(id)}
            title={name}
            detail={reason}
            end={rejectedAt ? formatDay(rejectedAt.slice(0, 10), undefined, today) : undefined}
          />
        ))}
      </Card>
    </Section>
  );
}
