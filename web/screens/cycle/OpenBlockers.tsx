import type { RowOf } from "../../../shared/sync/mutation.ts";
import { localDate } from "../../../shared/time/local-date.ts";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import type { ObjectiveView } from "./cycle-view.ts";

/** Every open blocker, the oldest first, with who works on it. */
export function OpenBlockers({
  objectives,
  members,
  today,
}: {
  objectives: readonly ObjectiveView[];
  members: readonly RowOf<"member">[];
  today: string;
}) {
  const open = objectives
    .flatMap((one) => one.keyResults)
    .flatMap(({ row, blockers }) => blockers.map((blocker) => ({ row, blocker })))
    .sort((a, b) => (a.blocker.openedAt < b.blocker.openedAt ? -1 : 1));
  if (open.length === 0) return null;
  return (
    <Section title="Open blockers" end={String(open.length)}>
      <Card flush>
        {open.map(({ row, blocker }) => {
          const owner = members.find((one) => one.id === blocker.ownerId);
          const since = formatDay(localDate(blocker.openedAt, owner?.zone ?? "UTC"), undefined, today);
          return (
            <ListRow
              key={blocker.id}
              href={`/key-results/${row.id}`}
              title={blocker.text}
              detail={`${owner?.name ?? "nobody"}, since ${since} · ${row.title}`}
            />
          );
        })}
      </Card>
    </Section>
  );
}
