import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import type { BetFieldsProps } from "./BetFields.tsx";
import styles from "./Bets.module.css";

/** The sentence a large bet is held to: what is believed to move what, by how much, by when and why. */
export function HypothesisFields({ form, set, choices, errors }: BetFieldsProps) {
  const unit = choices.inputs.find((one) => one.id === form.metricId)?.unit;
  return (
    <>
      <Switch
        label="Write a hypothesis"
        detail="For anything large: what will move, by how much and by when, said before it starts."
        checked={form.isHypothesis}
        onChange={(isHypothesis) => set({ isHypothesis })}
      />
      {form.isHypothesis ? (
        <>
          <Field
            label="We believe that …"
            hint="The change: “a resume button on the lock screen”."
            error={errors.change}
          >
            <TextArea value={form.change} max={2000} onChange={(change) => set({ change })} />
          </Field>
          <Field label="… will move" error={errors.metricId}>
            <Select
              options={choices.inputs.map((one) => ({
                value: one.id,
                label: one.kind === "north-star" ? `The North Star directly: ${one.name}` : one.name,
              }))}
              value={form.metricId}
              placeholder="not chosen yet"
              onChange={(metricId) => set({ metricId })}
            />
          </Field>
          <div className={styles.pair}>
            <Field
              label="by"
              hint={
                unit?.scale === "ratio" ? "In points: 0.8 lifts 20% to 20.8%." : "A minus brings it down."
              }
              error={errors.amount}
            >
              <NumberInput
                key={form.metricId}
                value={form.amount}
                {...(unit ? { unit } : {})}
                onChange={(amount) => set({ amount })}
              />
            </Field>
            <Field label="by the day" error={errors.byOn}>
              <TextInput type="date" value={form.byOn} onChange={(byOn) => set({ byOn })} />
            </Field>
          </div>
          <Field label="because …" error={errors.because}>
            <TextArea value={form.because} max={2000} onChange={(because) => set({ because })} />
          </Field>
        </>
      ) : null}
    </>
  );
}
