import { isOpen, useSignals } from "../../store/signals.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { SignalRow } from "../../ui/SignalRow.tsx";

const shown = 2;

/** What left its usual range and nobody has explained yet, and the way to everything that ever did. */
export function StarSignals({ today }: { today: string }) {
  const signals = useSignals();
  if (signals === undefined || signals.length === 0) return null;
  const open = signals.filter((one) => isOpen(one.anomaly));
  return (
    <Section title="Signals" end={open.length === 0 ? "nothing open" : `${open.length} open`}>
      <Card flush>
        <ul>
          {open.slice(0, shown).map((one) => (
            <li key={one.anomaly.id}>
              <SignalRow {...one} today={today} />
            </li>
          ))}
          <li>
            <ListRow href="/signals" title={`All ${plural(signals.length, "signal")}`} />
          </li>
        </ul>
      </Card>
    </Section>
  );
}
