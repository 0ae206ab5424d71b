import { type Overwrite, useOverwrites } from "../../store/overwrites.ts";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { overwriteWords } from "../../ui/overwrite-words.ts";
import { Section } from "../../ui/Section.tsx";

/** What this phone had set and somebody has set otherwise since; each leads to where it can be restored or let be. */
export function Overwritten({ now }: { now: number }) {
  const overwrites = useOverwrites() ?? [];
  if (overwrites.length === 0) return null;
  return (
    <Section title="Changed after you" end={String(overwrites.length)}>
      <Card flush>
        {overwrites.map((one) => (
          <ListRow
            key={`${one.id} ${one.field}`}
            title={overwriteWords(one)}
            detail={`${one.subject}, heard ${formatAgo(one.at, now)}`}
            href={addressOf(one)}
          />
        ))}
      </Card>
    </Section>
  );
}

function addressOf({ kind, id }: Overwrite): string {
  if (kind === "metric") return `/metrics/${id}`;
  return kind === "objective" ? `/cycle/objectives/${id}` : `/key-results/${id}`;
}
