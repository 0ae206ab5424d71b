import { Field } from "../../ui/Field.tsx";
import { Findings } from "../../ui/Findings.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { KeyResultNumbers } from "./KeyResultNumbers.tsx";
import { KeyResultTerms } from "./KeyResultTerms.tsx";
import { type KeyResultForm, titled } from "./key-result-form.ts";
import { keyResultLint } from "./key-result-lint.ts";
import type { Place } from "./key-result-place.ts";
import { MilestoneFields } from "./MilestoneFields.tsx";
import { directions } from "./words.ts";

/** Everything a key result is but its owner, who is named when it is drafted and changed by handing it over. */
export function KeyResultFields({
  form,
  set,
  place,
  errors,
  bound = false,
}: {
  form: KeyResultForm;
  set: (patch: Partial<KeyResultForm>) => void;
  place: Place;
  errors: Partial<Record<string, string>>;
  /** It is committed, so no number changes along with its title. */
  bound?: boolean;
}) {
  const { choices } = place;
  const retitle = (title: string) => set(titled(form, title, bound));
  const lint = keyResultLint(form, place);
  const ofNumber = lint.filter((one) => one.field === "target" || one.field === "baseline");
  return (
    <>
      <Field
        label="What will have changed?"
        hint="Say the change, not the work: “Listeners who finish two podcast episodes a week”."
        error={errors.title}
      >
        <TextArea value={form.title} max={200} onChange={retitle} />
      </Field>
      <Findings findings={lint.filter((one) => !ofNumber.includes(one))} onTake={retitle} />
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
      <Findings findings={ofNumber} label="What lint says of the numbers" />
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
      <KeyResultTerms form={form} set={set} place={place} errors={errors} />
    </>
  );
}
