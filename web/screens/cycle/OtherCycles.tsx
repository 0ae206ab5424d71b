import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { spanWords } from "./words.ts";

/** The way to past and planned cycles. */
export function OtherCycles({ cycles, mayOpen }: { cycles: readonly RowOf<"cycle">[]; mayOpen: boolean }) {
  const today = useToday();
  if (cycles.length === 0 && !mayOpen) return null;
  return (
    <Section title="Other cycles">
      {cycles.length === 0 ? null : (
        <Card flush>
          {cycles.map((one) => (
            <ListRow
              key={one.id}
              href={`/cycle?cycle=${one.id}`}
              title={one.name}
              detail={spanWords(one, today)}
              end={one.state}
            />
          ))}
        </Card>
      )}
      {mayOpen ? <Button href="/cycle/new">Open the next cycle</Button> : null}
    </Section>
  );
}
