import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import type { CycleRows } from "./cycle-rows.ts";

/** What each squad looks at first in this cycle, of one squad or of all that named something. */
export function SquadMetrics({
  rows: { cycle, squads, metrics },
  squadId,
}: {
  rows: CycleRows;
  squadId: string | undefined;
}) {
  const named = squads.flatMap((squad) => {
    const metric = metrics.find((one) => one.id === squad.omtm?.metricId);
    const here = squad.omtm?.cycleId === cycle.id && squad.state === "active";
    return here && metric && (squadId === undefined || squad.id === squadId) ? [{ squad, metric }] : [];
  });
  if (named.length === 0) return null;
  return (
    <Section title="One metric that matters">
      <Card flush>
        {named.map(({ squad, metric }) => (
          <ListRow key={squad.id} href={`/metrics/${metric.id}`} title={metric.name} detail={squad.name} />
        ))}
      </Card>
    </Section>
  );
}
