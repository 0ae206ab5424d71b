import type { Standing } from "../../../shared/check-ins/history.ts";
import { Sparkline } from "../../charts/Sparkline.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfidenceSlider } from "../../ui/ConfidenceSlider.tsx";
import { formatDayAway } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { focusOnMount } from "../../ui/focus-on-mount.ts";
import { LineToStar } from "../../ui/LineToStar.tsx";
import { formatValue } from "../../ui/value.ts";
import styles from "./CheckInCard.module.css";
import { type CardData, dayOf } from "./card-data.ts";
import type { Entry, EntryField } from "./entry.ts";
import { Guardrails } from "./Guardrails.tsx";
import { OpenBlockers } from "./OpenBlockers.tsx";
import { questionOf } from "./question.ts";
import { MilestoneField, ValueField } from "./ValueField.tsx";
import { Words } from "./Words.tsx";

/** One key result to check in on: what it is, where it stands, what is expected, what there is to say. */
export function CheckInCard({
  data,
  on,
  entry,
  faults,
  why,
  standsIn,
  late,
  restored,
  readOut,
  onChange,
  onStartOver,
}: {
  data: CardData;
  on: string;
  entry: Entry;
  faults: Partial<Record<EntryField, string>>;
  why: string | undefined;
  /** "for Ben, until 3 Dec": said when the key result is somebody else's. */
  standsIn: string | undefined;
  late: boolean;
  /** The entry was typed on an earlier visit. */
  restored: boolean;
  readOut: boolean;
  onChange: (patch: Partial<Entry>) => void;
  onStartOver: () => void;
}) {
  const { keyResult, cycle, said } = data;
  const question = questionOf(keyResult, cycle);
  return (
    <Card>
      <div className={styles.head}>
        <LineToStar keyResult={keyResult} sky={data} />
        <h1 className={styles.title} tabIndex={-1} ref={readOut ? focusOnMount : undefined}>
          {keyResult.title}
        </h1>
        {standsIn === undefined ? null : <p className={styles.aside}>{standsIn}</p>}
        {restored ? (
          <p className={styles.restored}>
            Kept from your last visit.
            <Button kind="quiet" onClick={onStartOver}>
              Start over
            </Button>
          </p>
        ) : null}
        {late ? <p className={styles.aside}>This one is late; it is kept as late.</p> : null}
      </div>
      <Trend said={said} data={data} on={on} />
      <Guardrails guardrails={data.guardrails} />
      <OpenBlockers blockers={data.blockers} />
      {keyResult.direction === "milestones" ? (
        <MilestoneField data={data} on={on} done={entry.done} onChange={(done) => onChange({ done })} />
      ) : (
        <ValueField
          data={data}
          on={on}
          value={entry.value}
          error={faults.value}
          onChange={(value) => onChange({ value })}
        />
      )}
      <Field label={<span className="visually-hidden">{question}</span>} error={faults.confidence}>
        <ConfidenceSlider
          label={question}
          value={entry.confidence}
          onChange={(confidence) => onChange({ confidence })}
        />
      </Field>
      <Words entry={entry} faults={faults} why={why} onChange={onChange} />
    </Card>
  );
}

function Trend({ said, data, on }: { said: Standing[]; data: CardData; on: string }) {
  const values = said.flatMap((one) => one.latest.value ?? []);
  const last = said.at(-1);
  if (last === undefined) return <p className={styles.aside}>The first check-in on this key result.</p>;
  if (values.length === 0) return null;
  const when = formatDayAway(dayOf(last.original.at, data), on);
  const before = last.latest.confidence;
  return (
    <div className={styles.trend}>
      <div className={styles.spark}>
        {values.length > 1 ? <Sparkline values={values.slice(-12)} /> : null}
      </div>
      <p className={styles.last}>
        <span className={styles.when}>{when}</span>
        <span className={styles.number}>{formatValue(values.at(-1), data.keyResult.unit)}</span>
        <span className="visually-hidden">, confidence {before} of 10</span>
      </p>
    </div>
  );
}
