import { Field } from "./Field.tsx";
import { TextInput } from "./TextInput.tsx";

/** Which day is looked at; undefined for today. */
export function AsOfField({
  on,
  today,
  onChange,
}: {
  on: string | undefined;
  today: string;
  onChange: (on: string | undefined) => void;
}) {
  return (
    <Field label="As of">
      <TextInput
        type="date"
        value={on ?? today}
        max={today}
        onChange={(day) => onChange(day === "" || day >= today ? undefined : day)}
      />
    </Field>
  );
}
