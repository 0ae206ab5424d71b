import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { retyped } from "../../ui/retyped.ts";
import { ScaleField } from "../../ui/ScaleField.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import {
  type Draft,
  type KeyResultDraft,
  keyResultNumbers,
  keyResultTitle,
  movedMetric,
  unitOf,
} from "./draft.ts";
import { exampleFor } from "./examples.ts";
import { written } from "./intents.ts";
import styles from "./StepPage.module.css";

/** The metric it moves, its numbers from and to, and because why. */
export function KeyResultFields({
  draft,
  change,
  error,
}: {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  error: (field: string) => string;
}) {
  const { keyResult } = draft;
  const moved = movedMetric(draft);
  const { unit, baseline, target } = keyResultNumbers(draft);
  const set = (changes: Partial<KeyResultDraft>) => change({ keyResult: { ...keyResult, ...changes } });
  const rescale = (scale: KeyResultDraft["scale"], changes: Partial<KeyResultDraft>) =>
    set({
      ...changes,
      baseline: retyped(keyResult.baseline, unit.scale, scale),
      target: retyped(keyResult.target, unit.scale, scale),
    });
  const choices = [...written(draft.inputs), draft.star].map((one) => ({ value: one.id, label: one.name }));
  const withUnit = unitOf({ ...unit, label: "" });

  return (
    <Card label="Key result">
      <Field label="The metric it moves" error={error("moves")}>
        <Select
          options={choices}
          value={moved.id}
          onChange={(movesId) => {
            const next = movedMetric({ ...draft, keyResult: { ...keyResult, movesId } });
            rescale(keyResult.measures ? next.scale : keyResult.scale, { movesId });
          }}
        />
      </Field>
      <Switch
        label="Its number is that metric"
        detail="A check-in then is a reading of the metric, too"
        checked={keyResult.measures}
        onChange={(measures) => rescale(measures ? moved.scale : keyResult.scale, { measures })}
      />
      {keyResult.measures ? null : (
        <>
          <Field label="What is counted" error={error("title")}>
            <TextInput
              value={keyResultTitle(draft)}
              onChange={(title) => set({ title })}
              maxLength={200}
              placeholder={exampleFor(draft.model).keyResult.title}
            />
          </Field>
          <ScaleField value={keyResult.scale} onChange={(scale) => rescale(scale, { scale })} />
          {keyResult.scale === "ratio" ? null : (
            <Field label="Unit">
              <TextInput value={keyResult.label} onChange={(label) => set({ label })} maxLength={40} />
            </Field>
          )}
        </>
      )}
      <div className={styles.pair}>
        <Field label="From" hint="Where it stands today." error={error("baseline")}>
          <NumberInput value={baseline} onChange={(baseline) => set({ baseline })} unit={withUnit} />
        </Field>
        <Field label="To" hint="At the end of the cycle." error={error("target")}>
          <NumberInput value={target} onChange={(target) => set({ target })} unit={withUnit} />
        </Field>
      </div>
      <Field
        label={`It moves ${draft.star.name}, because`}
        hint="One sentence your team would believe."
        error={error("moves.because")}
      >
        <TextArea
          value={keyResult.because}
          onChange={(because) => set({ because })}
          max={2000}
          placeholder={exampleFor(draft.model).keyResult.because}
        />
      </Field>
    </Card>
  );
}
