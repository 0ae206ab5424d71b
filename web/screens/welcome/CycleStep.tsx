import { useState } from "react";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { CycleDates } from "./CycleDates.tsx";
import { doAll } from "./do-all.ts";
import { exampleFor } from "./examples.ts";
import { findingsOf } from "./findings.ts";
import { cycleIntents } from "./intents.ts";
import { KeyResultFields } from "./KeyResultFields.tsx";
import styles from "./StepPage.module.css";
import { StepPage } from "./StepPage.tsx";
import type { StepProps } from "./step-props.ts";

/** The first objective with one key result, through the same gate that every later cycle passes. */
export function CycleStep({ draft, rows, change, setting, onDone }: StepProps) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const { objective } = draft;
  const findings = findingsOf(draft, rows, setting.memberId);
  const error = (field: string) => (tried ? (findings.find((one) => one.field === field)?.words ?? "") : "");

  async function save() {
    setTried(true);
    if (findings.length > 0) return;
    if (await task.run(() => doAll(cycleIntents(draft, setting)))) onDone();
  }

  return (
    <StepPage
      step="cycle"
      title="Your first key result"
      detail="An objective says where to; a key result is the number that shows you are getting there."
    >
      <Form label="Your first key result" onSubmit={save}>
        <CycleDates cycle={draft.cycle} onChange={(cycle) => change({ cycle })} />
        <Card>
          <Field label="Objective" error={error("objective")}>
            <TextInput
              value={objective.title}
              onChange={(title) => change({ objective: { ...objective, title } })}
              autoFocus
              maxLength={200}
              placeholder={exampleFor(draft.model).objective}
            />
          </Field>
        </Card>
        <KeyResultFields draft={draft} change={change} error={error} />
        <div className={styles.alert} role="alert">
          {tried && findings.length > 0 ? (
            <Banner
              tone="warn"
              icon="flag"
              title="The commit gate is still closed"
              body={`${plural(findings.length, "thing")} to finish, marked above. The gate is the same for every key result.`}
            />
          ) : null}
        </div>
        <FormEnd task={task}>Commit and continue</FormEnd>
        <Button kind="quiet" href="/cycle">
          Plan the whole quarter instead
        </Button>
      </Form>
    </StepPage>
  );
}
