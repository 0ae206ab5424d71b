import { recallRates } from "../../../shared/metrics/recall-rate.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import type { StarRows } from "./star-rows.ts";

/** How many know the North Star by heart, this cycle; the way to the question and to earlier cycles. */
export function RecallSection({ rows: { northStar, cycles, recalls, cycle, members } }: { rows: StarRows }) {
  if (northStar === undefined || cycle === undefined) return null;
  const now = recallRates(cycles, recalls).find((one) => one.cycle.id === cycle.id);
  const people = members.filter((one) => one.state === "active").length;
  return (
    <Section title="Recall">
      <Card flush>
        <ListRow
          href="/star/recall"
          title={
            now === undefined
              ? "Who knows the North Star by heart?"
              : `${now.right} of ${now.answered} who answered knew it`
          }
          detail={
            now === undefined
              ? `Nobody has answered in ${cycle.name} yet`
              : `${cycle.name}; ${now.answered} of ${people} have answered`
          }
        />
      </Card>
    </Section>
  );
}
