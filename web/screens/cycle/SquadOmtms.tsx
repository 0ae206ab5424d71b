import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import type { CycleRows } from "./cycle-rows.ts";

/** The One Metric That Matters of each squad that named one for this cycle. */
export function SquadOmtms({ rows: { cycle, squads, metrics } }: { rows: CycleRows }) {
  const named = squads
    .filter((one) => one.state === "active" && one.omtm?.cycleId === cycle.id)
    .map((squad) => ({ squad, metric: metrics.find((one) => one.id === squad.omtm?.metricId) }))
    .filter((one): one is { squad: RowOf<"squad">; metric: RowOf<"metric"> } => one.metric !== undefined)
    .sort((a, b) => a.squad.name.localeCompare(b.squad.name));
  if (named.length === 0) return null;
  return (
    <Section title="One Metric That Matters">
      <Card flush>
        {named.map(({ squad, metric }) => (
          <ListRow key={squad.id} title={metric.name} detail={squad.name} href={`/metrics/${metric.id}`} />
        ))}
      </Card>
    </Section>
  );
}
