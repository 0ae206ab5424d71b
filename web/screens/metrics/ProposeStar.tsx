import { useState } from "react";
import { useLocation } from "wouter";
import { useMay } from "../../store/may.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Metric.module.css";
import type { MetricForm } from "./metric-form.ts";
import { StatementFields } from "./StatementFields.tsx";

/** Makes a metric that was defined for it the proposed North Star. */
export function ProposeStar({ metricId }: { metricId: string }) {
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [form, setForm] = useState<Pick<MetricForm, "statement" | "businessModel">>({
    statement: "",
    businessModel: "",
  });
  const [tried, setTried] = useState(false);
  const task = useTask();
  const [mayPropose] = useMay([["north-star.propose", {}]]);
  if (!mayPropose) return null;
  const { statement, businessModel } = form;
  const mistakes =
    statement.trim() === "" ? { statement: "One sentence: what value do your customers get?" } : {};

  async function propose() {
    setTried(true);
    if (statement.trim() === "") return;
    const model = businessModel === "" ? {} : { businessModel };
    const done = await task.run(() =>
      mutate("north-star.propose", { id, metricId, statement: statement.trim(), ...model }),
    );
    if (done) navigate("/star");
  }

  return (
    <Card label="Propose it">
      <h2 className={styles.ask}>Propose it as the North Star</h2>
      <Form label="Propose it as the North Star" onSubmit={propose}>
        <StatementFields
          form={form}
          set={(patch) => setForm({ ...form, ...patch })}
          errors={fieldErrors(tried ? mistakes : {}, task.refused)}
        />
        <RefusalNote refused={task.refused} />
        <Button big type="submit" busy={task.busy}>
          Propose it
        </Button>
      </Form>
    </Card>
  );
}
