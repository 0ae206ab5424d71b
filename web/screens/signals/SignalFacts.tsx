import { falseAlarms } from "../../../shared/signals/false-alarms.ts";
import { expectedWords, ruleWords } from "../../../shared/signals/words.ts";
import { addDays } from "../../../shared/time/local-date.ts";
import { eventWords } from "../../charts/noted.ts";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { Facts } from "../../ui/Facts.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { toldOn, whoAnswers } from "../../ui/signal-words.ts";
import type { SignalRows } from "./signal-rows.ts";
import { recordWords, ruleExplained } from "./words.ts";

const near = { before: 28, after: 14 } as const;

/** The rule by its name and in plain words, what was expected, whose it is, what was marked around it, and what it is of. */
export function SignalFacts({ rows, today }: { rows: SignalRows; today: string }) {
  const { signal, members, anomalies, events } = rows;
  const { anomaly, cadence, metric, keyResult, name } = signal;
  const day = (on: string) => formatDay(toldOn(on, today), undefined, today);
  const record = falseAlarms(anomalies).find((one) => one.rule === anomaly.rule);
  const around = events
    .filter((one) => one.metricId === undefined || one.metricId === metric?.id)
    .filter(
      ({ on, untilOn }) =>
        on <= addDays(anomaly.on, near.after) && (untilOn ?? on) >= addDays(anomaly.onset, -near.before),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const facts = [
    ["Expected", expectedWords(anomaly, signal)],
    [anomaly.crossings === undefined ? "Noticed" : "Last crossed", day(anomaly.on)],
    ...(anomaly.onset === anomaly.on ? [] : [["Began", day(anomaly.onset)] as const]),
    ["Whose", whoAnswers(signal, members)],
    ...(record ? [["So far", recordWords(record)] as const] : []),
  ] as const;
  return (
    <>
      <Section title="Why it shows">
        <Card>
          <p>
            <strong>{ruleWords(anomaly.rule, cadence)}.</strong> {ruleExplained(anomaly, cadence)}
          </p>
          <Facts facts={facts} />
        </Card>
      </Section>
      {around.length === 0 ? null : (
        <Section title="Marked around then">
          <Card flush>
            <ul>
              {around.map((one) => (
                <li key={one.id}>
                  <ListRow title={eventWords(one, today)} detail={formatDay(one.on, undefined, today)} />
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {metric === undefined && keyResult === undefined ? null : (
        <Card flush>
          <ListRow
            href={metric ? `/metrics/${metric.id}` : `/key-results/${keyResult!.id}`}
            title={name}
            detail={metric ? "the metric’s own page" : "the key result’s own page"}
          />
        </Card>
      )}
    </>
  );
}
