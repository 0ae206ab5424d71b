import { loadOf, mostKeyResults } from "../../../../shared/okrs/load.ts";
import { Bar } from "../../../ui/Bar.tsx";
import { Card } from "../../../ui/Card.tsx";
import { plural } from "../../../ui/day.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Section } from "../../../ui/Section.tsx";
import styles from "./Planning.module.css";
import type { StepProps } from "./step-props.ts";

/** How many key results each person would answer for, which squads have none, and who has no path to the star. */
export function LoadStep({ rows }: StepProps) {
  const { owners, idle, withoutPath } = loadOf(rows);
  return (
    <>
      {owners.length === 0 ? (
        <EmptyState title="Nobody owns anything yet" body="Owners appear here with their key results." />
      ) : (
        <Section title="Key results by owner">
          <Card>
            <ul className={styles.list}>
              {owners.map(({ member, keyResults, over }) => (
                <li key={member.id}>
                  <div className={styles.load}>
                    <span className={styles.strong}>{member.name}</span>
                    <Bar progress={keyResults.length / mostKeyResults} tone={over ? "faded" : "plain"} />
                    <span className={styles.value}>{keyResults.length}</span>
                  </div>
                  {over ? (
                    <p className={styles.flag}>
                      <Icon name="warning" />
                      More than {mostKeyResults}: hand some over, or drop some.
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      <People title="Squads without work" names={idle.map((one) => one.name)}>
        Give them an input to move, or say that they keep the lights on.
      </People>
      <People title="People without a path to the star" names={withoutPath.map((one) => one.name)}>
        No key result of theirs, nor of a squad of theirs, reaches the North Star.
      </People>
    </>
  );
}

function People({ title, names, children }: { title: string; names: readonly string[]; children: string }) {
  if (names.length === 0) return null;
  return (
    <Section title={title} end={plural(names.length, "in all", "in all")}>
      <Card>
        <p>{names.join(", ")}</p>
        <p className={styles.soft}>{children}</p>
      </Card>
    </Section>
  );
}
