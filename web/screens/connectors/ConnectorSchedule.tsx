import { Field } from "../../ui/Field.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { weekdayOptions } from "../../ui/weekday.ts";
import { zoneName } from "../../ui/zone.ts";
import styles from "./Connector.module.css";
import type { ConnectorForm } from "./connector-form.ts";

const rhythms = [
  { value: "hour", label: "Each hour" },
  { value: "day", label: "Each day" },
  { value: "week", label: "Each week" },
] as const;
const minutes = Array.from({ length: 12 }, (_, i) => String(i * 5).padStart(2, "0"));

/** When the source is asked, by the workspace's clock. */
export function ConnectorSchedule({
  form,
  set,
  errors,
  zone,
}: {
  form: ConnectorForm;
  set: (patch: Partial<ConnectorForm>) => void;
  errors: FieldErrors;
  zone: string;
}) {
  const minute = form.time.slice(3);
  return (
    <>
      <SegmentedField
        label="How often"
        options={rhythms}
        value={form.every}
        hint="The reading is of the day it is asked on; asked again that day, the later number counts."
        onChange={(every) => set({ every })}
      />
      <div className={styles.pair}>
        {form.every === "week" ? (
          <Field label="On">
            <Select
              options={weekdayOptions}
              value={String(form.weekday)}
              onChange={(day) => set({ weekday: Number(day) })}
            />
          </Field>
        ) : null}
        {form.every === "hour" ? (
          <Field label="Minutes past the hour">
            <Select
              options={[...new Set([...minutes, minute])]
                .sort()
                .map((value) => ({ value, label: `:${value}` }))}
              value={minute}
              onChange={(next) => set({ time: `00:${next}` })}
            />
          </Field>
        ) : (
          <Field label="At" hint={`In ${zoneName(zone)}.`} error={errors.time}>
            <TextInput type="time" required value={form.time} onChange={(time) => set({ time })} />
          </Field>
        )}
      </div>
    </>
  );
}
