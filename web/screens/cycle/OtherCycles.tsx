import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useToday } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { spanWords } from "./words.ts";

/** The way to the cycles that are planned or run, and to those that are over. */
export function OtherCycles({ cycles, mayOpen }: { cycles: readonly RowOf<"cycle">[]; mayOpen: boolean }) {
  const today = useToday();
  if (cycles.length === 0 && !mayOpen) return null;
  const closed = cycles.filter((one) => one.state === "closed");
  const open = cycles.filter((one) => one.state !== "closed");
  return (
    <Section title="Other cycles">
      {cycles.length === 0 ? null : (
        <Card flush>
          {open.map((one) => (
            <ListRow
              key={one.id}
              href={`/cycle?cycle=${one.id}`}
              title={one.name}
              detail={spanWords(one, today)}
              end={one.state}
            />
          ))}
          {closed.length === 0 ? null : (
            <ListRow
              href="/cycle/past"
              title="Past cycles"
              detail={`${closed[0]!.name}${closed.length > 1 ? ` and ${closed.length - 1} before it` : ""}`}
            />
          )}
        </Card>
      )}
      {mayOpen ? <Button href="/cycle/new">Open the next cycle</Button> : null}
    </Section>
  );
}
