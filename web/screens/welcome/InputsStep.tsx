import { useState } from "react";
import { newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { doAll } from "./do-all.ts";
import { emptyMetric, type MetricDraft, maxInputs, rescaled } from "./draft.ts";
import { exampleFor } from "./examples.ts";
import { inputIntents, written } from "./intents.ts";
import { MetricFields } from "./MetricFields.tsx";
import styles from "./StepPage.module.css";
import { StepPage } from "./StepPage.tsx";
import type { StepProps } from "./step-props.ts";

/** The levers a team can pull. One is enough to start; three to five make the North Star movable. */
export function InputsStep({ draft, change, setting, onDone }: StepProps) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const { inputs } = draft;
  const example = exampleFor(draft.model).inputs;
  const none = written(inputs).length === 0;
  const set = (id: string, changes: Partial<MetricDraft>) =>
    change({ inputs: inputs.map((one) => (one.id === id ? { ...one, ...changes } : one)) });
  const add = () => change({ inputs: [...inputs, emptyMetric(newId())] });
  const takeOut = (id: string) =>
    change({ inputs: inputs.filter((one) => one.id !== id), retired: [...draft.retired, id] });

  async function save() {
    setTried(true);
    if (none) return;
    if (await task.run(() => doAll(inputIntents(draft, setting)))) onDone();
  }

  return (
    <StepPage
      step="inputs"
      title="What moves it"
      detail="An input metric is a lever a team can move within weeks. One is enough to start."
    >
      <Form label="Input metrics" onSubmit={save}>
        {inputs.map((input, index) => (
          <Card key={input.id} label={`Input metric ${index + 1}`}>
            <div className={styles.head}>
              <span className={styles.name}>Input metric {index + 1}</span>
              {inputs.length > 1 ? (
                <Button
                  kind="quiet"
                  aria-label={`Take out input metric ${index + 1}`}
                  onClick={() => takeOut(input.id)}
                >
                  Take out
                </Button>
              ) : null}
            </div>
            <Field
              label="Its name"
              error={tried && none && index === 0 ? "Name one lever; you can change it any time." : ""}
            >
              <TextInput
                value={input.name}
                onChange={(name) => set(input.id, { name })}
                autoFocus={index === inputs.length - 1}
                maxLength={200}
                placeholder={example[index % example.length]!.name}
              />
            </Field>
            <MetricFields
              metric={input}
              placeholder={unitExample(example[index % example.length]!.unit)}
              onChange={(changes) => set(input.id, changes)}
              onScale={(scale) => change(rescaled(draft, input.id, scale))}
            />
          </Card>
        ))}
        {inputs.length < maxInputs ? (
          <Button onClick={add}>
            <Icon name="plus" />
            Add another
          </Button>
        ) : null}
        <FormEnd task={task}>Continue</FormEnd>
      </Form>
    </StepPage>
  );
}

/** "percent" is chosen as a scale, not typed as a unit. */
function unitExample(unit: string): string {
  return unit === "percent" ? "people" : unit;
}
