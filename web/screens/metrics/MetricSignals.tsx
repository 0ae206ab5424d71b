import { isOpen, useSignals } from "../../store/signals.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { SignalRow } from "../../ui/SignalRow.tsx";

const few = 3;

/** What fired on a metric, as a whole and by segment: the open first, then what was said of the others. */
export function MetricSignals({ metricId, today }: { metricId: string; today: string }) {
  const told = useSignals()?.filter(
    ({ anomaly: { series, withdrawnAt } }) =>
      series.kind === "metric" && series.id === metricId && withdrawnAt === undefined,
  );
  if (told === undefined || told.length === 0) return null;
  const open = told.filter((one) => isOpen(one.anomaly)).length;
  const shown = Math.max(few, open);
  return (
    <Section title="Signals" end={open === 0 ? undefined : `${open} open`}>
      <Card flush>
        <ul>
          {told.slice(0, shown).map((one) => (
            <li key={one.anomaly.id}>
              <SignalRow {...one} named={one.anomaly.series.segment !== undefined} today={today} />
            </li>
          ))}
        </ul>
      </Card>
      {told.length > shown ? (
        <Button kind="quiet" href="/signals">
          See all signals
        </Button>
      ) : null}
    </Section>
  );
}
