import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import type { Draft } from "./draft.ts";
import styles from "./StepPage.module.css";

type Cycle = Draft["cycle"];

/** The proposed cycle in one line; its name and days only for those who want other ones. */
export function CycleDates({ cycle, onChange }: { cycle: Cycle; onChange: (cycle: Cycle) => void }) {
  const [open, setOpen] = useState(false);
  const set = (changes: Partial<Cycle>) => onChange({ ...cycle, ...changes });
  if (!open)
    return (
      <Card>
        <div className={styles.head}>
          <span>
            <span className={styles.name}>{cycle.name}</span>
            <br />
            <span className={styles.soft}>
              {formatDay(cycle.startsOn)} to {formatDay(cycle.endsOn, undefined, cycle.startsOn)}
            </span>
          </span>
          <Button kind="quiet" aria-label="Change the cycle" onClick={() => setOpen(true)}>
            Change
          </Button>
        </div>
      </Card>
    );
  return (
    <Card label="Cycle">
      <Field label="Cycle" error={cycle.name.trim() === "" ? "Give it a name, for example Q1." : ""}>
        <TextInput value={cycle.name} onChange={(name) => set({ name })} autoFocus maxLength={200} />
      </Field>
      <div className={styles.pair}>
        <Field label="First day">
          <TextInput
            type="date"
            value={cycle.startsOn}
            onChange={(startsOn) => startsOn && set({ startsOn })}
          />
        </Field>
        <Field
          label="Last day"
          error={cycle.endsOn <= cycle.startsOn ? "The last day lies before the first." : ""}
        >
          <TextInput type="date" value={cycle.endsOn} onChange={(endsOn) => endsOn && set({ endsOn })} />
        </Field>
      </div>
    </Card>
  );
}
