import { newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import styles from "./Cycle.module.css";
import type { MilestoneForm } from "./key-result-form.ts";

const weightUnit = { label: "", scale: "count", decimals: 1 } as const;
const most = 20;

/** Milestones with their weights: progress is the weight done out of all of it. */
export function MilestoneFields({
  milestones,
  onChange,
}: {
  milestones: readonly MilestoneForm[];
  onChange: (milestones: MilestoneForm[]) => void;
}) {
  const change = (id: string, patch: Partial<MilestoneForm>) =>
    onChange(milestones.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  return (
    <fieldset className={styles.milestones}>
      <legend className={styles.legend}>Milestones</legend>
      <p className={styles.soft}>At least two. A heavier one counts for more of the way.</p>
      <ul className={styles.milestones}>
        {milestones.map((one, index) => (
          <li key={one.id} className={styles.milestone}>
            <Field label={`Milestone ${index + 1}`}>
              <TextInput value={one.title} maxLength={200} onChange={(title) => change(one.id, { title })} />
            </Field>
            <Field label="Weight">
              <NumberInput
                value={one.weight}
                unit={weightUnit}
                onChange={(weight) => change(one.id, { weight })}
              />
            </Field>
            <Button
              kind="quiet"
              aria-label={`Remove milestone ${index + 1}`}
              onClick={() => onChange(milestones.filter((other) => other.id !== one.id))}
            >
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
      {milestones.length >= most ? null : (
        <Button onClick={() => onChange([...milestones, { id: newId(), title: "", weight: 1 }])}>
          Add a milestone
        </Button>
      )}
    </fieldset>
  );
}
