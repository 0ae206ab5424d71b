import { memo, useMemo } from "react";
import { Link } from "wouter";
import { audit as auditOf } from "../../../shared/okrs/audit.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Audit.module.css";
import { overall, unmoved } from "./audit-words.ts";
import { InputCard } from "./InputCard.tsx";
import type { SeenRows } from "./map-rows.ts";

/** Which inputs bear the North Star's load and which are only on show, with what to do about it. */
export const Audit = memo(function Audit({ rows, at, me }: { rows: SeenRows; at: number; me: string }) {
  const audit = useMemo(() => auditOf(rows, at), [rows, at]);
  const { inputs, unreached, exemptions, adrift, people } = audit;
  const idle = unmoved(inputs);
  return (
    <>
      {inputs.length + unreached.length === 0 ? (
        <EmptyState
          title="No input metric yet"
          body="Three questions are asked of every input: is there a committed key result, was this week's nudge answered, will it be scored? First comes an input."
        />
      ) : (
        <Card>
          <p className={styles.overall}>{overall(audit)}</p>
          <dl className={styles.facts}>
            <Fact value={`${Math.round(people.share * 100)}%`} words="of people have a line to the star" />
            <Fact
              value={String(idle.length)}
              words={idle.length === 1 ? "input without a key result" : "inputs without a key result"}
            />
            <Fact
              value={String(exemptions.length)}
              words={exemptions.length === 1 ? "declared exemption" : "declared exemptions"}
            />
          </dl>
          <p className={styles.soft}>
            {people.own + people.squad} of {plural(people.of, "person", "people")}: {people.own}{" "}
            {people.own === 1 ? "owns" : "own"} a committed key result that reaches the North Star,{" "}
            {people.squad} more {people.squad === 1 ? "belongs" : "belong"} to a squad that has one. Who only
            reads is not counted. <Link href="/star/line">See the lines</Link>
          </p>
        </Card>
      )}
      {inputs.map((one) => (
        <InputCard key={one.metric.id} input={one} rows={rows} memberId={me} />
      ))}
      {unreached.length === 0 ? null : (
        <Section title="Inputs that reach no North Star">
          <Card flush>
            {unreached.map((one) => (
              <ListRow
                key={one.id}
                href={`/metrics/${one.id}`}
                title={one.name}
                detail="Hang it below the North Star, or retire it"
              />
            ))}
          </Card>
        </Section>
      )}
      {adrift.length === 0 ? null : (
        <Section title="Committed, but reaching nothing">
          <Card flush>
            {adrift.map((one) => (
              <ListRow
                key={one.id}
                href={`/key-results/${one.id}`}
                title={one.title}
                detail="Its metric is retired or no longer leads to a North Star"
              />
            ))}
          </Card>
        </Section>
      )}
      {exemptions.length === 0 ? null : (
        <Section title="Declared exemptions">
          <Card flush>
            {exemptions.map((one) => (
              <ListRow
                key={one.id}
                href={`/cycle/objectives/${one.id}`}
                title={one.title}
                detail={one.exempt?.reason}
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  );
});

function Fact({ value, words }: { value: string; words: string }) {
  return (
    <div className={styles.fact}>
      <dt>{words}</dt>
      <dd className={styles.figure}>{value}</dd>
    </div>
  );
}
