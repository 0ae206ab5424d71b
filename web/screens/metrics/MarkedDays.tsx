import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { eventWords } from "../../charts/noted.ts";
import { useMay } from "../../store/may.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { MarkSheet } from "./MarkSheet.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";

type Event = RowOf<"event">;
const first = 5;

/** What people marked on a metric or on all of them, the latest first, and the way to mark more. */
export function MarkedDays({ rows, today }: { rows: MetricRows; today: string }) {
  const { metric, members } = rows;
  const [mayMark] = useMay([["event.mark", { metricId: metric.id }]]);
  const [count, setCount] = useState(first);
  const [sheet, setSheet] = useState<"mark" | Event>();
  const events = rows.events
    .filter((one) => one.metricId === undefined || one.metricId === metric.id)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));
  const marks = mayMark === true && metric.state === "active";
  if (events.length === 0 && !marks) return null;
  const close = () => setSheet(undefined);
  return (
    <Section
      title="Marked days"
      end={
        marks ? (
          <Button kind="quiet" onClick={() => setSheet("mark")}>
            Mark a day
          </Button>
        ) : undefined
      }
    >
      {events.length === 0 ? (
        <p className={styles.soft}>
          A launch, a changed definition, a holiday: marked, it stands in the plot, and nobody has to guess.
        </p>
      ) : (
        <Card flush>
          <ul>
            {events.slice(0, count).map((one) => (
              <li key={one.id}>
                <ListRow
                  title={eventWords(one, today)}
                  detail={detailOf(one, members, today)}
                  onClick={() => setSheet(one)}
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {events.length > count ? (
        <Button kind="quiet" onClick={() => setCount(count + 10)}>
          Show earlier days
        </Button>
      ) : null}
      {sheet === "mark" ? <MarkSheet metric={metric} today={today} onClose={close} /> : null}
      {sheet === undefined || sheet === "mark" ? null : (
        <Marked key={sheet.id} event={sheet} rows={rows} today={today} onClose={close} />
      )}
    </Section>
  );
}

function detailOf({ on, metricId, by, rebaseline }: Event, members: MetricRows["members"], today: string) {
  return [
    formatDay(on, undefined, today),
    metricId === undefined ? "all metrics" : "",
    rebaseline ? "a new beginning" : "",
    members.find((one) => one.id === by)?.name ?? "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function Marked({
  event,
  rows,
  today,
  onClose,
}: {
  event: Event;
  rows: MetricRows;
  today: string;
  onClose: () => void;
}) {
  const [mayUnmark] = useMay([["event.unmark", { eventId: event.id }]]);
  const task = useTask();
  async function unmark() {
    if (!(await task.run(() => mutate("event.unmark", { eventId: event.id })))) return;
    onClose();
    showToast({
      text: "The mark is gone",
      action: { label: "Undo", onTap: () => void mutate("event.mark", againOf(event)) },
    });
  }
  return (
    <Sheet open onClose={onClose} title={formatDay(event.on, undefined, today)}>
      <p>{eventWords(event, today)}</p>
      <p className={styles.soft}>{detailOf(event, rows.members, today)}</p>
      <RefusalNote refused={task.refused} where="request" />
      {mayUnmark ? (
        <Button big busy={task.busy} onClick={unmark}>
          Take the mark away
        </Button>
      ) : mayUnmark === false ? (
        <p className={styles.soft}>Whoever marked it takes it away, or a director or an admin.</p>
      ) : null}
    </Sheet>
  );
}

/** The same mark as a new one: an id is used once. */
function againOf({ id: _id, revision: _revision, by: _by, ...said }: Event) {
  return { id: newId(), ...said };
}
