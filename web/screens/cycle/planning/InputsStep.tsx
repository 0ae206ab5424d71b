import { formatNumber } from "../../../../shared/metrics/value.ts";
import type { InputStanding, Paced } from "../../../../shared/metrics/weakest.ts";
import { Sparkline } from "../../../charts/Sparkline.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Section } from "../../../ui/Section.tsx";
import styles from "./Planning.module.css";
import type { PlanningRows } from "./planning-rows.ts";
import { weakest } from "./planning-view.ts";
import { doubtWords, reasonWords } from "./planning-words.ts";
import type { StepProps } from "./step-props.ts";

const shown = 13;

/** The levers, the weakest first, each with the reason that put it there. */
export function InputsStep({ rows, now }: StepProps) {
  const { moved, unmoved } = weakest(rows, now);
  if (moved.length + unmoved.length === 0)
    return (
      <EmptyState
        title="No input metric yet"
        body="Three to five levers below the North Star are what squads can pull at."
        action={<Button href="/metrics/new?kind=input">Define an input</Button>}
      />
    );
  return (
    <>
      {moved.length === 0 ? null : (
        <Section title="The weakest first">
          <Inputs inputs={moved} rows={rows} />
        </Section>
      )}
      {unmoved.length === 0 ? null : (
        <Section title="Nobody moves these now">
          <Inputs inputs={unmoved} rows={rows} />
        </Section>
      )}
    </>
  );
}

function Inputs({ inputs, rows }: { inputs: readonly InputStanding<Paced>[]; rows: PlanningRows }) {
  return (
    <Card>
      <ul className={styles.list}>
        {inputs.map((one) => {
          const { metric } = one;
          const values = (rows.series.get(metric.id) ?? []).slice(-shown).map(({ value }) => value);
          const doubt = doubtWords(one);
          return (
            <li key={metric.id} className={styles.input}>
              <span className={styles.strong}>{metric.name}</span>
              <span className={styles.line}>{values.length > 2 ? <Sparkline values={values} /> : null}</span>
              <span className={styles.value}>{formatNumber(values.at(-1), metric.unit)}</span>
              <p className={styles.why}>
                {reasonWords(one)} {doubt ? <span className={styles.soft}>{doubt}</span> : null}
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
