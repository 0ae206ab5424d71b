import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";

/** Which slice is shown; nothing where there are none. */
export function SegmentSelect({
  segments,
  value,
  onChange,
}: {
  segments: readonly string[];
  value: string;
  onChange: (segment: string) => void;
}) {
  if (segments.length === 0) return null;
  return (
    <Field label="Segment">
      <Select
        options={segments.map((one) => ({ value: one, label: one }))}
        placeholder="The whole"
        value={value}
        onChange={onChange}
      />
    </Field>
  );
}
