import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import type { FormChoices } from "./form-choices.ts";
import { KeyResultNumbers } from "./KeyResultNumbers.tsx";
import type { KeyResultForm } from "./key-result-form.ts";
import { MilestoneFields } from "./MilestoneFields.tsx";
import { directions } from "./words.ts";

const weightUnit = { label: "", scale: "count", decimals: 1 } as const;

const commitments = [
  { value: "committed", label: "Committed" },
  { value: "aspirational", label: "Aspirational" },
] as const;

/** Everything a key result is but its owner, who is named when it is drafted and changed by handing it over. */
export function KeyResultFields({
  form,
  set,
  choices,
  errors,
}: {
  form: KeyResultForm;
  set: (patch: Partial<KeyResultForm>) => void;
  choices: FormChoices;
  errors: Partial<Record<string, string>>;
}) {
  return (
    <>
      <Field
        label="What will have changed?"
        hint="Say the change, not the work: “Listeners who finish two podcast episodes a week”."
        error={errors.title}
      >
        <TextArea value={form.title} max={200} onChange={(title) => set({ title })} />
      </Field>
      <Field label="How will it show?">
        <Select
          options={directions}
          value={form.direction}
          onChange={(direction) => set({ direction: direction as KeyResultForm["direction"] })}
        />
      </Field>
      {form.direction === "milestones" ? (
        <MilestoneFields milestones={form.milestones} onChange={(milestones) => set({ milestones })} />
      ) : (
        <KeyResultNumbers form={form} set={set} choices={choices} errors={errors} />
      )}
      <Field
        label="Which input metric does it move?"
        hint="Everything reaches the North Star through an input, or directly."
        error={errors.moves}
      >
        <Select
          options={choices.moves}
          value={form.movesId}
          placeholder="not chosen yet"
          onChange={(movesId) => set({ movesId })}
        />
      </Field>
      <Field label="Because …" hint="Why would that input move? Three words or more." error={errors.because}>
        <TextArea
          value={form.because}
          max={2000}
          placeholder="a weekly habit adds listening time that music does not replace"
          onChange={(because) => set({ because })}
        />
      </Field>
      <Commitment form={form} set={set} error={errors.weight} />
    </>
  );
}

function Commitment({
  form,
  set,
  error,
}: {
  form: KeyResultForm;
  set: (patch: Partial<KeyResultForm>) => void;
  error: string | undefined;
}) {
  return (
    <>
      <SegmentedField
        label="How firm is it?"
        hint={
          form.commitment === "committed"
            ? "We expect to reach it in full."
            : "Reaching 70 % of the way is a good result."
        }
        options={commitments}
        value={form.commitment}
        onChange={(commitment) => set({ commitment })}
      />
      <Field
        label="Weight within its objective"
        hint="1 is usual; 2 counts twice in the objective's score."
        error={error}
      >
        <NumberInput value={form.weight} unit={weightUnit} onChange={(weight) => set({ weight })} />
      </Field>
    </>
  );
}
