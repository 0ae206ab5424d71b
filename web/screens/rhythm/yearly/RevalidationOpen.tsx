import { useState } from "react";
import { revalidationTriggers } from "../../../../shared/metrics/revalidation.ts";
import { addDays } from "../../../../shared/time/local-date.ts";
import { useMay } from "../../../store/may.ts";
import { mutate } from "../../../store/mutate.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { formatDay } from "../../../ui/day.ts";
import { Field } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { RefusalNote } from "../../../ui/RefusalNote.tsx";
import { Select } from "../../../ui/Select.tsx";
import { useTask } from "../../../ui/task.ts";
import styles from "../Rhythm.module.css";
import type { YearlyView } from "./yearly-view.ts";
import { type Trigger, triggerWords } from "./yearly-words.ts";

const options = revalidationTriggers.map((value) => ({ value, label: triggerWords[value].label }));

/** When it is due, and what may open it sooner. */
export function RevalidationOpen({
  view,
  asked,
  today,
}: {
  view: YearlyView;
  asked: string | null;
  today: string;
}) {
  const { star, past } = view;
  const northStarId = star.id;
  const [chosen, setChosen] = useState<Trigger>();
  const task = useTask();
  const [may] = useMay([["north-star.reconsider", { northStarId }]]);
  const trigger =
    chosen ?? revalidationTriggers.find((one) => one === asked) ?? usual(star.revalidateOn, today);
  const due = star.revalidateOn;
  const last = past.find((one) => one.starId === star.id)?.said;
  return (
    <Card label="Open it">
      <p className={styles.said} dir="auto">
        {star.statement}
      </p>
      <p>
        {due === undefined
          ? "No day is set for it."
          : `To be re-validated ${due < today ? "since" : "by"} ${formatDay(due, undefined, today)}.`}
      </p>
      {last?.as === "replace" ? (
        <>
          <p>It is to be replaced: a successor is chosen and signed in the workshop.</p>
          <Button kind="owed" big href="/star/workshop">
            Find its successor in the workshop
          </Button>
        </>
      ) : null}
      {may ? (
        <Form
          label="Open the re-validation"
          onSubmit={() => task.run(() => mutate("north-star.reconsider", { northStarId, trigger }))}
        >
          <Field label="Why now?" hint={triggerWords[trigger].hint}>
            <Select
              options={options}
              value={trigger}
              onChange={(next) => setChosen(revalidationTriggers.find((one) => one === next))}
            />
          </Field>
          <RefusalNote refused={task.refused} />
          <Button kind={last?.as === "replace" ? "plain" : "owed"} big type="submit" busy={task.busy}>
            Open the question
          </Button>
        </Form>
      ) : may === false ? (
        <p className={styles.soft}>An admin opens it; the CEO and the CPO sign the answer.</p>
      ) : null}
    </Card>
  );
}

/** Before its time somebody who opens it has a reason, which is most often a turn. */
function usual(due: string | undefined, today: string): Trigger {
  return due !== undefined && today < addDays(due, -28) ? "pivot" : "yearly";
}
