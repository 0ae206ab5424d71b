import { isOpen, useSignals } from "../../store/signals.ts";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { SignalRow } from "../../ui/SignalRow.tsx";
import type { CardData } from "./card-data.ts";

const shown = 3;

/** What fired on it, or on the metric it measures; the open first. */
export function KeyResultSignals({ data: { keyResult }, on: today }: { data: CardData; on: string }) {
  const signals = useSignals()?.filter(
    ({ anomaly: { series } }) =>
      series.id === keyResult.id || (series.kind === "metric" && series.id === keyResult.measures),
  );
  const told = signals?.filter((one) => one.anomaly.withdrawnAt === undefined) ?? [];
  if (told.length === 0) return null;
  const open = told.filter((one) => isOpen(one.anomaly)).length;
  return (
    <Section title="Signals" end={open === 0 ? undefined : `${open} open`}>
      <Card flush>
        <ul>
          {told.slice(0, Math.max(shown, open)).map((one) => (
            <li key={one.anomaly.id}>
              <SignalRow {...one} named={false} today={today} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
