import { lintObjective } from "../../../shared/okrs/lint.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Field } from "../../ui/Field.tsx";
import { Findings } from "../../ui/Findings.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import type { ObjectiveChoices } from "./objective-choices.ts";
import type { ObjectiveForm } from "./objective-form.ts";

/** Everything an objective is: whose, what, why, and what it serves. */
export function ObjectiveFields({
  id,
  form,
  set,
  choices,
  errors,
}: {
  /** The objective it is or will be. */
  id: string;
  form: ObjectiveForm;
  set: (patch: Partial<ObjectiveForm>) => void;
  choices: ObjectiveChoices;
  errors: Partial<Record<string, string>>;
}) {
  const ofSquad = form.squadId !== "";
  const other = choices.exempt.find((one) => one.squadId === form.squadId && one.id !== id);
  return (
    <>
      <Field
        label="What do we want to be true?"
        hint="In words people remember: “Become the daily audio companion for non-paying listeners”."
        error={errors.title}
      >
        <TextArea value={form.title} max={200} onChange={(title) => set({ title })} />
      </Field>
      <Findings
        findings={form.title.trim() === "" ? [] : lintObjective({ title: form.title.trim() })}
        onTake={(title) => set({ title })}
      />
      <Field label="Whose is it?" error={errors.squadId}>
        <Select
          options={choices.squads}
          value={form.squadId}
          onChange={(squadId) => set({ squadId })}
          {...(choices.forCompany ? { placeholder: "The company’s" } : {})}
        />
      </Field>
      {ofSquad && !form.isExempt ? (
        <Field
          label="Which company objective does it serve?"
          hint={
            choices.parents.length === 0 ? "There is none in this cycle yet; write one first." : undefined
          }
          error={errors.parentId}
        >
          <Select
            options={choices.parents}
            value={form.parentId}
            placeholder="not chosen yet"
            onChange={(parentId) => set({ parentId })}
          />
        </Field>
      ) : null}
      <Field label="Why now?" hint="Optional. What happens if we do not?" error={errors.why}>
        <TextArea value={form.why} max={2000} onChange={(why) => set({ why })} />
      </Field>
      {ofSquad ? (
        <Switch
          label="Declare an exemption"
          detail="“Keep the lights on”: work that serves no company objective and needs no path to the star. One objective a squad; it is shown in every review and in the retro."
          checked={form.isExempt}
          onChange={(isExempt) => set({ isExempt })}
        />
      ) : null}
      {form.isExempt && other !== undefined ? (
        <Banner
          tone="warn"
          icon="flag"
          title="This squad has its exemption already"
          body={`“${other.title}”. The gate lets one through: link this one to a company objective, or drop the other's.`}
        />
      ) : null}
      {ofSquad && form.isExempt ? (
        <Field label="Why is it needed all the same?" error={errors.reason}>
          <TextArea value={form.reason} max={2000} onChange={(reason) => set({ reason })} />
        </Field>
      ) : null}
    </>
  );
}
