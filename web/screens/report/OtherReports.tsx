import type { ReportView } from "../../store/reports.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** The reports of the other cycles, and this one on a wall. */
export function OtherReports({ view: { cycles, cycle } }: { view: ReportView }) {
  const others = cycles.filter((one) => one.id !== cycle?.id && one.state !== "planning");
  return (
    <Section title="Other reports">
      <Card flush>
        {others.map((one) => (
          <ListRow
            key={one.id}
            href={`/rhythm/report?cycle=${one.id}`}
            title={one.name}
            detail={one.state === "closed" ? "closed, with each input’s look back" : one.state}
          />
        ))}
        <ListRow href="/tv" title="On a wall" detail="Large, turning by itself, without a network too" />
      </Card>
    </Section>
  );
}
