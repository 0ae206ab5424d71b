import { useState } from "react";
import type { BusinessModel } from "../../../shared/metrics/business-model.ts";
import { type StarExample, starExamples } from "../../../shared/metrics/star-examples.ts";
import { starModels } from "../../../shared/metrics/star-models.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Section } from "../../ui/Section.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import styles from "./Model.module.css";
import { home } from "./steps.ts";
import { tagsOf } from "./words.ts";

/** What others look at, of one's own kind of business first. An entry can become a candidate of one's own. */
export function Examples({
  first,
  taken,
  mayTake,
}: {
  first: BusinessModel | undefined;
  /** The shortlist, so that an entry on it is not offered again. */
  taken: readonly RowOf<"candidate">[];
  mayTake: boolean;
}) {
  const [model, setModel] = useState(first);
  const shown = starExamples.filter((one) => model === undefined || one.businessModel === model);
  return (
    <Section title="What others look at">
      <p className={styles.soft}>
        The good ones have three things in common: they count what a customer gets, they move within days or
        weeks, and the product can move them.
      </p>
      <SideBySide>
        <Chip pressed={model === undefined} onClick={() => setModel(undefined)}>
          All {starExamples.length}
        </Chip>
        {starModels.map(({ value, label }) => (
          <Chip key={value} pressed={model === value} onClick={() => setModel(value)}>
            {label}
          </Chip>
        ))}
      </SideBySide>
      <ul className={styles.examples}>
        {shown.map((one) => (
          <li key={`${one.company} ${one.metric}`}>
            <Example
              example={one}
              mayTake={mayTake}
              isTaken={taken.some(({ name }) => name === one.metric)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Example({
  example,
  mayTake,
  isTaken,
}: {
  example: StarExample;
  mayTake: boolean;
  isTaken: boolean;
}) {
  const { company, metric, why, source, disputed } = example;
  return (
    <Card>
      <div className={styles.words}>
        <span className={styles.soft}>{company}</span>
        <h3 className={styles.metric}>{metric}</h3>
        <span className={styles.soft}>{tagsOf(example)}</span>
      </div>
      <p>{why}</p>
      {disputed ? (
        <div className={styles.words}>
          <StatusMark status="warn">disputed</StatusMark>
          <p className={styles.soft}>{disputed}</p>
        </div>
      ) : null}
      <p className={styles.source}>Source: {source}</p>
      {isTaken ? (
        <p className={styles.soft}>On your shortlist.</p>
      ) : mayTake ? (
        <div>
          <Button
            href={`${home}/candidates/new?from=${starExamples.indexOf(example)}`}
            aria-label={`Take as a candidate: ${metric}`}
          >
            Take as a candidate
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
