import { useState } from "react";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { doAll } from "./do-all.ts";
import { rescaled } from "./draft.ts";
import { type BusinessModel, exampleFor, examples } from "./examples.ts";
import { starIntents } from "./intents.ts";
import { MetricFields } from "./MetricFields.tsx";
import styles from "./StepPage.module.css";
import { StepPage } from "./StepPage.tsx";
import type { StepProps } from "./step-props.ts";

const models = Object.keys(examples) as BusinessModel[];

/** The one metric of customer value, as a proposal: good enough to start, signed later. */
export function StarStep({ draft, change, setting, onDone }: StepProps) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const { star, model } = draft;
  const example = exampleFor(model).star;
  const set = (changes: Partial<typeof star>) => change({ star: { ...star, ...changes } });

  async function save() {
    setTried(true);
    if (star.name.trim() === "") return;
    if (await task.run(() => doAll(starIntents(draft, setting)))) onDone();
  }

  return (
    <StepPage
      step="star"
      title="Your North Star"
      detail="One number that says customers get what they came for. It starts as a proposal; CEO and CPO sign it later."
    >
      <details className={styles.examples}>
        <summary>Not sure? See examples</summary>
        <p className={styles.soft}>Choose what your product is most like; the grey words below follow.</p>
        <SideBySide>
          {models.map((one) => (
            <Chip
              key={one}
              pressed={one === model}
              onClick={() => change({ model: one === model ? undefined : one })}
            >
              {examples[one].label}
            </Chip>
          ))}
        </SideBySide>
      </details>
      <Form label="Your North Star" onSubmit={save}>
        <Card>
          <Field
            label="Its name"
            error={tried && star.name.trim() === "" ? "Name it; a working name will do." : ""}
          >
            <TextInput
              value={star.name}
              onChange={(name) => set({ name })}
              autoFocus
              maxLength={200}
              placeholder={example.name}
            />
          </Field>
          <Field label="What exactly counts" hint="So that two people count the same.">
            <TextArea
              value={star.definition}
              onChange={(definition) => set({ definition })}
              max={2000}
              placeholder={example.definition}
            />
          </Field>
          <MetricFields
            metric={star}
            placeholder={example.unit}
            onChange={set}
            onScale={(scale) => change(rescaled(draft, star.id, scale))}
          />
        </Card>
        <FormEnd task={task}>Continue</FormEnd>
      </Form>
    </StepPage>
  );
}
