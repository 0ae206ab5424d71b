import { useState } from "react";
import { type Asked, answerSceptic, type ScepticAnswer } from "../../store/sceptic.ts";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { Threshold } from "../../ui/Threshold.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Sceptic.module.css";
import { mistakesIn, type Said, verdicts } from "./said.ts";

/** What is asked, and the answer to it. */
export function AnswerForm({ token, asked, onSent }: { token: string; asked: Asked; onSent: () => void }) {
  const [said, setSaid] = useState<Said>({ why: "", by: "" });
  const [tried, setTried] = useState(false);
  const task = useTask();
  const { company, name, definition } = asked;
  const mistakes = mistakesIn(said);
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function send() {
    setTried(true);
    if (Object.keys(mistakes).length > 0) return;
    if (await task.run(() => answerSceptic(token, said as ScepticAnswer))) onSent();
  }

  return (
    <Threshold
      title="Would a customer care?"
      detail={`${company} may let one number steer it. You are asked because you look at it from outside.`}
    >
      <Card label="The number">
        <h2 className={styles.name} dir="auto">
          {name}
        </h2>
        <p className={styles.definition} dir="auto">
          {definition || "It has no definition yet. Say what you would understand by it."}
        </p>
      </Card>
      <Form label="Your answer" onSubmit={send}>
        <SegmentedField
          label="Would a customer care whether it rises?"
          options={verdicts}
          value={said.verdict}
          error={errors.verdict}
          onChange={(verdict) => setSaid({ ...said, verdict })}
        />
        <Field
          label="Why, or why not?"
          hint="In your own words. If you cannot explain it, say that: then it is too complicated."
          error={errors.why}
        >
          <TextArea rows={4} max={2000} value={said.why} onChange={(why) => setSaid({ ...said, why })} />
        </Field>
        <Field label="Your name" error={errors.by}>
          <TextInput
            autoComplete="name"
            maxLength={200}
            value={said.by}
            onChange={(by) => setSaid({ ...said, by })}
          />
        </Field>
        <p className={styles.note}>
          {company} sees your answer and the name you give. Nothing else is asked of you, and nothing is kept
          on this device.
        </p>
        <FormEnd task={task}>Send the answer</FormEnd>
      </Form>
    </Threshold>
  );
}
