import { formatFigure } from "../../../shared/metrics/figure.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import type { StarRows } from "./star-rows.ts";

/** Each squad's one metric that matters, while its cycle lasts. */
export function SquadMetrics({ rows, hrefOf }: { rows: StarRows; hrefOf: (metricId: string) => string }) {
  const named = rows.squads.flatMap((squad) => {
    const cycle = rows.cycles.find((one) => one.id === squad.omtm?.cycleId && one.state !== "closed");
    const metric = rows.metrics.find((one) => one.id === squad.omtm?.metricId);
    return squad.state === "active" && cycle && metric ? [{ squad, cycle, metric }] : [];
  });
  if (named.length === 0) return null;
  return (
    <Section title="One metric that matters">
      <Card flush>
        {named.map(({ squad, cycle, metric }) => (
          <ListRow
            key={squad.id}
            href={hrefOf(metric.id)}
            title={metric.name}
            detail={`${squad.name}, ${cycle.name}`}
            end={formatFigure(rows.series.get(metric.id)?.at(-1)?.value, metric.unit)}
          />
        ))}
      </Card>
    </Section>
  );
}
