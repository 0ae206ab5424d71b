import { type ReactNode, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { formatFigure } from "../../../shared/metrics/figure.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { monthWord } from "../../charts/month-word.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Metric.module.css";
import type { MetricRows } from "./metric-rows.ts";
import { ReadingSheet } from "./ReadingSheet.tsx";
import { type Month, monthsOf, openAtFirst, whence } from "./reading-words.ts";

/** Enough to see how it goes without a tap. */
const enough = 6;
/** Months shown at first, so that what the metric means stays within reach below them on a phone; then a year at a time. */
const first = 4;
const page = 12;

/** Readings as they were recorded, by month, the latest first: years of daily ones stay a short list. */
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
  const months = monthsOf(rows.readings, segment);
  const [count, setCount] = useState(first);
  const [opened, setOpened] = useState<readonly string[]>();
  const [path, navigate] = useLocation();
  const chosenId = new URLSearchParams(useSearch()).get("reading");
  const chosen = rows.readings.find((one) => one.id === chosenId);
  const sheet =
    chosen === undefined ? null : (
      <ReadingSheet
        key={chosen.id}
        reading={chosen}
        rows={rows}
        today={today}
        corrects={corrects}
        onClose={() => navigate(path, { replace: true })}
      />
    );
  if (months.length === 0) return sheet;
  const open = opened ?? openAtFirst(months, enough);
  const toggle = (month: string) =>
    setOpened(open.includes(month) ? open.filter((one) => one !== month) : [...open, month]);
  return (
    <Section title="Readings" end={String(months.reduce((sum, one) => sum + one.readings.length, 0))}>
      <Card flush>
        {months.slice(0, count).map((one) => (
          <Fold
            key={one.month}
            month={one}
            open={open.includes(one.month)}
            onToggle={() => toggle(one.month)}
          >
            {one.readings.map((reading) => (
              <ReadingRow
                key={reading.id}
                reading={reading}
                rows={rows}
                today={today}
                onClick={() =>
                  navigate(`${path}?reading=${encodeURIComponent(reading.id)}`, { replace: true })
                }
              />
            ))}
          </Fold>
        ))}
      </Card>
      {months.length > count ? (
        <Button kind="quiet" onClick={() => setCount(count + page)}>
          Show earlier months
        </Button>
      ) : null}
      {sheet}
    </Section>
  );
}

function Fold({
  month: { month, readings },
  open,
  onToggle,
  children,
}: {
  month: Month;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  return (
    <div className={styles.month}>
      <button type="button" className={styles.monthHead} aria-expanded={open} onClick={onToggle}>
        <Icon name="forward" />
        <span>{monthWord(`${month}-01`, "long")}</span>
        <span className={styles.soft}>{plural(readings.length, "reading")}</span>
      </button>
      {open ? children : null}
    </div>
  );
}

function ReadingRow({
  reading,
  rows: { metric, members },
  today,
  onClick,
}: {
  reading: RowOf<"reading">;
  rows: MetricRows;
  today: string;
  onClick: () => void;
}) {
  return (
    <ListRow
      title={formatDay(reading.on, undefined, today)}
      detail={whence(reading, members)}
      end={<span className={styles.reading}>{formatFigure(reading.value, metric.unit)}</span>}
      onClick={onClick}
    />
  );
}
