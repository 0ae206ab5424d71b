import type { ReviewRows } from "../../../../shared/reviews/rows.ts";
import { Card } from "../../../ui/Card.tsx";
import { formatDay } from "../../../ui/day.ts";
import { ListRow } from "../../../ui/ListRow.tsx";
import { Section } from "../../../ui/Section.tsx";

/** The other cycles that are over, each to be looked back at. */
export function PastCycles({ cycleId, rows, today }: { cycleId: string; rows: ReviewRows; today: string }) {
  const over = rows.cycles
    .filter((one) => one.id !== cycleId && one.state !== "planning" && one.endsOn < today)
    .sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  if (over.length === 0) return null;
  return (
    <Section title="Other cycles">
      <Card flush>
        <ul>
          {over.map(({ id, name, endsOn }) => {
            const held = rows.reviews.some(
              (one) => one.beat === "quarterly" && one.cycleId === id && one.state === "done",
            );
            return (
              <li key={id}>
                <ListRow
                  href={`/rhythm/quarterly/${id}`}
                  title={<span dir="auto">{name}</span>}
                  detail={`to ${formatDay(endsOn, undefined, today)}${held ? ", looked back at" : ""}`}
                />
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}
