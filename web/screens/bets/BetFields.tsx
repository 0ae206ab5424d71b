import { Field } from "../../ui/Field.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { type BetChoices, keyResultChoices } from "./bet-choices.ts";
import type { BetForm } from "./bet-form.ts";
import { HypothesisFields } from "./HypothesisFields.tsx";

export interface BetFieldsProps {
  form: BetForm;
  set: (patch: Partial<BetForm>) => void;
  choices: BetChoices;
  errors: Partial<Record<string, string>>;
}

const states = [
  { value: "idea", label: "An idea" },
  { value: "next", label: "Next" },
  { value: "doing", label: "Doing" },
] as const;

/** What is to be tried, whose work it is, what justifies it, and the two questions. */
export function BetFields(props: BetFieldsProps) {
  const { form, set, choices, errors } = props;
  return (
    <>
      <Field
        label="What do we want to try?"
        hint="An idea, an experiment, a piece of the backlog."
        error={errors.title}
      >
        <TextArea value={form.title} max={200} onChange={(title) => set({ title })} />
      </Field>
      <Field label="Whose work is it?" error={errors.squadId}>
        <Select
          options={choices.squads}
          value={form.squadId}
          placeholder="not chosen yet"
          onChange={(squadId) => set({ squadId })}
        />
      </Field>
      <Field
        label="Which key result justifies it?"
        hint="Without one it is allowed, sorted last and counted as unjustified."
        error={errors.keyResultId}
      >
        <Select
          options={keyResultChoices(choices.rows, form.squadId)}
          value={form.keyResultId}
          placeholder="none: unjustified"
          onChange={(keyResultId) => set({ keyResultId })}
        />
      </Field>
      <MoveQuestions {...props} />
      <SegmentedField
        label="Where does it stand?"
        options={states}
        value={form.state}
        onChange={(state) => set({ state })}
      />
      <Switch
        label="For today"
        detail="It stands on the squad’s day until it is done or moved."
        checked={form.isToday}
        onChange={(isToday) => set({ isToday })}
      />
      <Field label="Who works on it?" error={errors.ownerId}>
        <Select
          options={choices.owners}
          value={form.ownerId}
          placeholder="nobody yet"
          onChange={(ownerId) => set({ ownerId })}
        />
      </Field>
      <HypothesisFields {...props} />
      <Field
        label="Who asks for it?"
        hint="Optional: a name, a link. The loudest voice and the latest fire are no reason; a key result is."
        error={errors.source}
      >
        <TextArea value={form.source} max={2000} onChange={(source) => set({ source })} />
      </Field>
    </>
  );
}

const answers = [
  { value: "yes", label: "Yes" },
  { value: "unsure", label: "Not sure" },
  { value: "no", label: "No" },
] as const;

function MoveQuestions({ form, set }: BetFieldsProps) {
  const bottom = form.movesInput === "no" || form.movesStar === "no";
  return (
    <>
      <SegmentedField
        label="Will it move an input metric?"
        options={answers}
        value={form.movesInput}
        onChange={(movesInput) => set({ movesInput })}
      />
      <SegmentedField
        label="Would that input plausibly move the North Star?"
        hint={
          bottom
            ? "Then it goes to the bottom of the backlog. It may still be worth doing; say so in the next review."
            : undefined
        }
        options={answers}
        value={form.movesStar}
        onChange={(movesStar) => set({ movesStar })}
      />
    </>
  );
}
