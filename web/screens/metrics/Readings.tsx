import { useState } from "react";
import { checkInSource } from "../../../shared/check-ins/measured.ts";
import { formatNumber } from "../../../shared/metrics/value.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { CorrectSheet } from "./CorrectSheet.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";

const first = 8;
const more = 52;

/** Readings as they were recorded, the latest first; a tap corrects one. Those of a check-in are amended there. */
export function Readings({
  rows,
  segment,
  today,
  corrects,
}: {
  rows: MetricRows;
  segment: string;
  today: string;
  corrects: boolean;
}) {
  const { metric, members } = rows;
  const [count, setCount] = useState(first);
  const [chosen, setChosen] = useState<RowOf<"reading">>();
  const own = rows.readings
    .filter((one) => (one.segment ?? "") === segment)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1));
  if (own.length === 0) return null;
  const whence = (one: RowOf<"reading">) => {
    const who = members.find((member) => member.id === one.recordedBy)?.name;
    const source = one.source === checkInSource ? "check-in" : one.source;
    return [source, who, one.note && `“${one.note}”`].filter(Boolean).join(" · ");
  };
  return (
    <Section title="Readings" end={String(own.length)}>
      <Card flush>
        {own.slice(0, count).map((one) => (
          <ListRow
            key={one.id}
            title={formatDay(one.on, undefined, today)}
            detail={whence(one)}
            end={<span className={styles.reading}>{formatNumber(one.value, metric.unit)}</span>}
            onClick={corrects && one.source !== checkInSource ? () => setChosen(one) : undefined}
          />
        ))}
      </Card>
      {own.length > count ? (
        <Button kind="quiet" onClick={() => setCount(count + more)}>
          Show earlier readings
        </Button>
      ) : null}
      {chosen === undefined ? null : (
        <CorrectSheet
          key={chosen.id}
          reading={chosen}
          metric={metric}
          today={today}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Section>
  );
}
