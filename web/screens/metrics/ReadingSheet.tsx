import { formatValue } from "../../../shared/metrics/value.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { formatDay } from "../../ui/day.ts";
import { Section } from "../../ui/Section.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { CorrectReading } from "./CorrectReading.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";
import { ReadingHistory } from "./ReadingHistory.tsx";
import { isAmended, whence } from "./reading-words.ts";

/** One reading: what it says and where from, its correction for those who may, and what stood there before. */
export function ReadingSheet({
  reading,
  rows: { metric, members },
  today,
  corrects,
  onClose,
}: {
  reading: RowOf<"reading">;
  rows: MetricRows;
  today: string;
  corrects: boolean;
  onClose: () => void;
}) {
  const from = whence(reading, members);
  return (
    <Sheet open onClose={onClose} title={formatDay(reading.on, undefined, today)}>
      <p>
        <span className={styles.reading}>{formatValue(reading.value, metric.unit)}</span>
        {reading.segment === undefined ? null : <span className={styles.soft}> of {reading.segment}</span>}
      </p>
      {from === "" ? null : <p className={styles.soft}>{from}</p>}
      {isAmended(reading) ? (
        <p className={styles.soft}>It came with a check-in and is amended there.</p>
      ) : corrects ? (
        <CorrectReading reading={reading} metric={metric} onDone={onClose} />
      ) : null}
      <Section title="What stood here before">
        <ReadingHistory reading={reading} metric={metric} members={members} />
      </Section>
    </Sheet>
  );
}
