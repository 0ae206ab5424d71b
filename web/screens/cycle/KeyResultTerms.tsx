import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { PayFields } from "../../ui/PayFields.tsx";
import { SearchPick } from "../../ui/SearchPick.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import styles from "./Cycle.module.css";
import type { KeyResultForm } from "./key-result-form.ts";
import type { Place } from "./key-result-place.ts";

const weightUnit = { label: "", scale: "count", decimals: 1 } as const;
const mostLinks = 10;

const commitments = [
  { value: "committed", label: "Committed" },
  { value: "aspirational", label: "Aspirational" },
] as const;

/** How firm a key result is; and folded away, for few need it: its weight, what else it serves, and the link to pay. */
export function KeyResultTerms({
  form,
  set,
  place,
  errors,
}: {
  form: KeyResultForm;
  set: (patch: Partial<KeyResultForm>) => void;
  place: Place;
  errors: Partial<Record<string, string>>;
}) {
  const open =
    form.weight !== 1 || form.alsoServes.length > 0 || form.payLinked || errors.weight !== undefined;
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
      <details className={styles.more} open={open || undefined}>
        <summary>Weight, further links, pay</summary>
        <div className={styles.terms}>
          <Field
            label="Weight within its objective"
            hint="1 is usual; 2 counts twice in the objective's score."
            error={errors.weight}
          >
            <NumberInput value={form.weight} unit={weightUnit} onChange={(weight) => set({ weight })} />
          </Field>
          {place.serves.length === 0 ? null : (
            <SearchPick
              label="Does it also serve another objective?"
              hint="A link beside the tree; its score counts in its own objective only."
              options={place.serves}
              chosen={form.alsoServes}
              max={mostLinks}
              onChange={(alsoServes) => set({ alsoServes })}
            />
          )}
          <PayFields
            value={form}
            set={set}
            guardrails={place.choices.guardrails}
            error={errors.counterweights}
          />
        </div>
      </details>
    </>
  );
}
