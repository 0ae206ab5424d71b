import { useState } from "react";
import { gapOf, weeksBack } from "../../../shared/metrics/stretch.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { Multiples } from "../../charts/Multiples.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Field } from "../../ui/Field.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import styles from "./Metric.module.css";
import { readable, segmentLines } from "./segment-lines.ts";

/** More than this are a list to choose from, not a row of chips. */
const mostChips = 12;

/** The segments of the last quarter side by side on one scale; more than a glance takes in are there by choice. */
export function MetricSegments({
  metric,
  readings,
  today,
}: {
  metric: RowOf<"metric">;
  readings: RowOf<"reading">[];
  today: string;
}) {
  const [asked, setAsked] = useState<readonly string[]>();
  const since = addDays(today, -weeksBack);
  const { lines, first } = segmentLines(metric, readings, since, today);
  if (lines.length < 2) return null;
  const shown = asked ?? first;
  const show = (name: string) => setAsked([...shown.slice(1 - readable), name]);
  const hide = (name: string) => setAsked(shown.filter((one) => one !== name));
  const hidden = lines.filter((one) => !shown.includes(one.name));
  const chips = lines.length <= mostChips ? lines.map((one) => one.name) : shown;
  return (
    <Section title="By segment" end="13 weeks, one scale">
      <Card>
        <Multiples
          lines={lines.filter((one) => shown.includes(one.name))}
          from={since}
          to={today}
          gapDays={gapOf(metric.cadence, "weeks")}
        />
        {lines.length <= readable ? null : (
          <>
            <p className={styles.soft}>Four of {lines.length} at a time; choose which.</p>
            <SideBySide>
              {chips.map((name) => {
                const pressed = shown.includes(name);
                return (
                  <Chip key={name} pressed={pressed} onClick={() => (pressed ? hide(name) : show(name))}>
                    {name}
                  </Chip>
                );
              })}
            </SideBySide>
            {lines.length <= mostChips ? null : (
              <Field label="Show another">
                <Select
                  options={hidden.map(({ name }) => ({ value: name, label: name }))}
                  value=""
                  placeholder="Choose a segment"
                  onChange={(name) => name !== "" && show(name)}
                />
              </Field>
            )}
          </>
        )}
      </Card>
    </Section>
  );
}
