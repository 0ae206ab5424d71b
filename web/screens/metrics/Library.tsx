import { useState } from "react";
import { catalogue, searched } from "../../../shared/metrics/library/catalogue.ts";
import { type LibraryMetric, type Stage, stages } from "../../../shared/metrics/library/library-metric.ts";
import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { unitWord } from "../../ui/value.ts";
import styles from "./Library.module.css";
import { metricChoices } from "./metric-choices.ts";
import { directionWords, kindWord, stageWords } from "./words.ts";

/** Growth metrics many products use, by stage, each with its trap; one tap begins a definition of one's own. */
export function Library() {
  const memberId = useMemberId();
  const [text, setText] = useState("");
  const [stage, setStage] = useState<Stage | "">("");
  const choices = useLive((read) => metricChoices(read, memberId), [memberId]);
  const mayDefine = choices !== undefined && (choices.forCompany || choices.squads.length > 0);
  const found = searched(text, stage);
  return (
    <Page
      title="Growth metrics"
      detail={`${catalogue.length} to choose from, and what each is good for`}
      back={{ href: "/star", label: "the North Star" }}
    >
      <Field label="Search">
        <TextInput type="search" value={text} onChange={setText} maxLength={80} placeholder="retention" />
      </Field>
      <SideBySide>
        {stages.map((one) => (
          <Chip key={one} pressed={stage === one} onClick={() => setStage(stage === one ? "" : one)}>
            {stageWords[one].title}
          </Chip>
        ))}
      </SideBySide>
      <p className="visually-hidden" role="status">
        {found.length} found
      </p>
      {found.length === 0 ? (
        <EmptyState
          title="Nothing here says that"
          body="Try another word, or define the metric in your own words."
          action={mayDefine ? <Button href="/metrics/new">Define a metric</Button> : undefined}
        />
      ) : (
        stages.map((one) => (
          <Shelf
            key={one}
            stage={one}
            metrics={found.filter((metric) => metric.stage === one)}
            mayDefine={mayDefine}
          />
        ))
      )}
    </Page>
  );
}

function Shelf({
  stage,
  metrics,
  mayDefine,
}: {
  stage: Stage;
  metrics: readonly LibraryMetric[];
  mayDefine: boolean;
}) {
  if (metrics.length === 0) return null;
  return (
    <Section title={stageWords[stage].title} end={stageWords[stage].detail}>
      <Card flush>
        {metrics.map((one) => (
          <Entry key={one.id} metric={one} mayDefine={mayDefine} />
        ))}
      </Card>
    </Section>
  );
}

function Entry({ metric, mayDefine }: { metric: LibraryMetric; mayDefine: boolean }) {
  const facts = [
    kindWord(metric.kind),
    unitWord(metric.unit),
    directionWords[metric.goodDirection],
    metric.cadence,
  ];
  return (
    <details className={styles.entry}>
      <summary className={styles.head}>
        <span>
          <span className={styles.name}>{metric.name}</span>
          <span className={styles.use}>{metric.use}</span>
        </span>
      </summary>
      <div className={styles.inside}>
        <p>{metric.definition}</p>
        <p className={styles.use}>{facts.filter(Boolean).join(" · ")}</p>
        <p className={styles.trap}>
          <strong>The trap:</strong> {metric.trap}
        </p>
        {mayDefine ? (
          <Button href={`/metrics/new?from=${metric.id}`} aria-label={`Define from this: ${metric.name}`}>
            Define from this
          </Button>
        ) : null}
      </div>
    </details>
  );
}
