import { formatValue } from "../../../shared/metrics/value.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Field } from "../../ui/Field.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { type MetricRows, segmentsOf } from "./metric-rows.ts";
import { type ReadingForm, sameReading } from "./reading-form.ts";

/** Typing narrows them down. */
const mostChips = 12;

/** The value, its day, and if wanted which slice it is of and a note. */
export function ReadingFields({
  form,
  set,
  rows: { metric, readings },
  today,
  errors,
}: {
  form: ReadingForm;
  set: (patch: Partial<ReadingForm>) => void;
  rows: MetricRows;
  today: string;
  errors: FieldErrors;
}) {
  const known = segmentsOf(readings)
    .filter((one) => one.toLowerCase().includes(form.segment.trim().toLowerCase()))
    .slice(0, mostChips);
  const same = sameReading(form, readings);
  return (
    <>
      <Field label="Value" hint="The last one stands here; change what changed." error={errors.value}>
        <NumberInput value={form.value} unit={metric.unit} onChange={(value) => set({ value })} />
      </Field>
      <Field
        label="Day"
        hint={
          same
            ? `${formatValue(same.value, metric.unit)} stands there already; saving corrects it.`
            : undefined
        }
        error={errors.on}
      >
        <TextInput type="date" value={form.on} max={today} onChange={(on) => set({ on })} />
      </Field>
      <Field
        label="Segment"
        hint="Optional: a channel, plan or platform. Empty means the whole."
        error={errors.segment}
      >
        <TextInput value={form.segment} maxLength={80} onChange={(segment) => set({ segment })} />
      </Field>
      {known.length === 0 ? null : (
        <SideBySide>
          {known.map((one) => (
            <Chip
              key={one}
              pressed={form.segment === one}
              onClick={() => set({ segment: form.segment === one ? "" : one })}
            >
              {one}
            </Chip>
          ))}
        </SideBySide>
      )}
      <Field label="Note" hint="Optional." error={errors.note}>
        <TextArea value={form.note} max={500} onChange={(note) => set({ note })} />
      </Field>
    </>
  );
}
