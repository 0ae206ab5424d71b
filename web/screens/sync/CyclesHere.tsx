import { usePastCycles } from "../../store/older-cycle.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** Which cycles can be read without a network: a phone is given the open ones and the last closed, and keeps what it opened. */
export function CyclesHere() {
  const past = usePastCycles();
  if (past === undefined || past.length === 0) return null;
  const away = past.filter((one) => one.held !== "here").length;
  return (
    <Section title="What it holds">
      <Card flush>
        <ListRow
          href="/cycle/past"
          title="Past cycles"
          detail="The last closed one is always here; an older one comes when you open it, and stays. Readings and what has no cycle are all here."
          end={away === 0 ? "all here" : `${past.length - away} of ${past.length} here`}
        />
      </Card>
    </Section>
  );
}
