import { useState } from "react";
import { gate } from "../../../shared/okrs/gate.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Cycle.module.css";
import type { CycleRows } from "./cycle-rows.ts";
import type { ObjectiveView } from "./cycle-view.ts";
import { whoCommits } from "./who-commits.ts";

interface About {
  rows: CycleRows;
  objectives: readonly ObjectiveView[];
  today: string;
}

/** What the phase asks for now, and the step to the next one for those who may take it. */
export function CyclePhase(about: About) {
  const { cycle } = about.rows;
  if (cycle.state === "planning") return <Planning {...about} />;
  if (cycle.state === "grading" || (cycle.state === "running" && cycle.endsOn < about.today))
    return <Ending {...about} />;
  return null;
}

function Planning({ rows }: About) {
  const { cycle } = rows;
  const cycleId = cycle.id;
  const task = useTask();
  const [mayCommit] = useMay([["cycle.commit", { cycleId }]]);
  const findings = gate(cycleId, rows);
  const isEmpty = findings.some((one) => one.kind === "cycle");
  const session = `/cycle/plan?cycle=${cycleId}`;
  if (isEmpty)
    return (
      <Card label="Planning">
        <h2 className={styles.ask}>Plan it from the North Star down</h2>
        <p className={styles.soft}>
          Nine steps from the star and its weakest inputs to the commit, together or alone, offline too.
        </p>
        <Button href={session}>Begin the planning session</Button>
      </Card>
    );
  if (findings.length > 0)
    return (
      <Card label="The gate">
        <h2 className={styles.ask}>{plural(findings.length, "thing")} before it can be committed</h2>
        <p className={styles.soft}>
          {findings.length === 1 ? "It stands" : "Each stands"} below, where it is missing. Nobody is nudged
          about a draft.
        </p>
        <Button href={session}>Go on with the planning session</Button>
      </Card>
    );
  return (
    <Card label="The gate" tone={mayCommit ? "owed" : undefined}>
      <h2 className={styles.ask}>Everything reaches the North Star</h2>
      <p className={styles.soft}>
        {mayCommit
          ? "Committing starts the cycle: every draft counts, and its owner is asked each week."
          : whoCommits(rows.members)}
      </p>
      <RefusalNote refused={task.refused} />
      {mayCommit ? (
        <Button
          kind="owed"
          big
          busy={task.busy}
          onClick={async () =>
            (await task.run(() => mutate("cycle.commit", { cycleId }))) &&
            showToast({ text: `${cycle.name} is running` })
          }
        >
          Commit the cycle
        </Button>
      ) : null}
      <Button href={session}>Look at the plan once more</Button>
    </Card>
  );
}

function Ending({ rows, objectives, today }: About) {
  const { cycle } = rows;
  const cycleId = cycle.id;
  const [asked, setAsked] = useState(false);
  const [mayGrade, mayClose] = useMay([
    ["cycle.grade", { cycleId }],
    ["cycle.close", { cycleId }],
  ]);
  const running = cycle.state === "running";
  const committed = objectives.flatMap((one) => one.keyResults).filter((one) => one.row.state !== "draft");
  const left = committed.filter((one) => one.row.state !== "graded").length;
  const may = running ? mayGrade : mayClose;
  return (
    <Card
      label={running ? "The cycle ended" : "Grading"}
      tone={may && (running || left === 0) ? "owed" : undefined}
    >
      <h2 className={styles.ask}>
        {running
          ? `It ended on ${formatDay(cycle.endsOn, undefined, today)}`
          : left === 0
            ? "All is graded"
            : `${plural(left, "key result")} to grade`}
      </h2>
      <p className={styles.soft}>
        {running
          ? "Grading asks each owner what became of theirs; check-ins are no longer owed."
          : "Owners grade their own. Whatever nobody grades gets the score its check-ins give, at the close."}
      </p>
      {may ? (
        <Button kind={running || left === 0 ? "owed" : "plain"} big onClick={() => setAsked(true)}>
          {running ? "Start grading" : "Close the cycle"}
        </Button>
      ) : null}
      <ConfirmSheet
        open={asked}
        title={running ? `Start grading ${cycle.name}?` : `Close ${cycle.name}?`}
        deed={running ? "Start grading" : "Close the cycle"}
        onClose={() => setAsked(false)}
        onConfirm={() => mutate(running ? "cycle.grade" : "cycle.close", { cycleId })}
      >
        <p>
          {running
            ? "Its objectives can no longer be changed, and it cannot go back to running."
            : "Nothing in it changes any more. A check-in made before now still arrives from a phone that was offline."}
        </p>
      </ConfirmSheet>
    </Card>
  );
}
