import { useLocation } from "wouter";
import { dropDraft } from "../../../store/draft.ts";
import { mutate } from "../../../store/mutate.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { plural } from "../../../ui/day.ts";
import { Findings } from "../../../ui/Findings.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { Section } from "../../../ui/Section.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { useTask } from "../../../ui/task.ts";
import { whoCommits } from "../who-commits.ts";
import { GateFindings } from "./GateFindings.tsx";
import styles from "./Planning.module.css";
import { sessionKey } from "./step-address.ts";
import type { StepProps } from "./step-props.ts";

/** What keeps the cycle from being committed, each with the way to it; then the commit, by whoever may. */
export function GateStep({ rows, may, findings, lint }: StepProps) {
  const { cycle } = rows;
  const [, navigate] = useLocation();
  const task = useTask();
  const titleOf = (id: string) =>
    [...rows.objectives, ...rows.keyResults].find((one) => one.id === id)?.title ??
    [...rows.squads, ...rows.members, ...rows.metrics].find((one) => one.id === id)?.name;
  const advice = lint.map((one) => {
    const title = titleOf(one.id);
    return title === undefined ? one : { ...one, message: `${title}: ${one.message}` };
  });
  const exempt = rows.objectives.filter((one) => one.exempt && one.state !== "dropped");

  async function commit() {
    if (!(await task.run(() => mutate("cycle.commit", { cycleId: cycle.id })))) return;
    await dropDraft(sessionKey(cycle.id));
    showToast({ text: `${cycle.name} is running` });
    navigate(`/cycle?cycle=${cycle.id}`);
  }

  return (
    <>
      {findings.length > 0 ? (
        <Section title={`${plural(findings.length, "thing")} before it can be committed`}>
          <GateFindings findings={findings} rows={rows} />
        </Section>
      ) : (
        <Card label="The gate is open" tone={may.commit ? "owed" : undefined}>
          <h2 className={styles.name}>Everything reaches the North Star</h2>
          <p className={styles.soft}>
            {may.commit
              ? "Committing starts the cycle: every draft counts, and its owner is asked each week."
              : whoCommits(rows.members)}
          </p>
          <RefusalNote refused={task.refused} />
          {may.commit ? (
            <Button kind="owed" big busy={task.busy} onClick={commit}>
              Commit the cycle
            </Button>
          ) : null}
        </Card>
      )}
      {exempt.length === 0 ? null : (
        <Section title="Declared exemptions">
          <Card>
            <ul className={styles.list}>
              {exempt.map((one) => (
                <li key={one.id}>
                  <p className={styles.strong}>{one.title}</p>
                  <p className={styles.soft}>{one.exempt?.reason}</p>
                </li>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {advice.length === 0 ? null : (
        <Section title="Worth a second look; it blocks nothing">
          <Card>
            <Findings findings={advice} />
          </Card>
        </Section>
      )}
    </>
  );
}
