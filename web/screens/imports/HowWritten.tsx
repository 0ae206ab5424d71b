import { dateForms } from "../../../shared/imports/calendar.ts";
import type { ImportKindName } from "../../../shared/imports/fields.ts";
import { Field } from "../../ui/Field.tsx";
import { type Choice, Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import styles from "./Imports.module.css";
import type { ImportForm } from "./import-form.ts";

const lists = [
  {
    ...{ name: "dates", label: "Days", auto: "As the file shows" },
    options: dateForms.map((value) => ({ value, label: value })),
  },
  {
    ...{ name: "decimals", label: "Decimal mark", auto: "As the file shows" },
    options: [
      { value: "point", label: "Point: 1,234.5" },
      { value: "comma", label: "Comma: 1.234,5" },
    ],
  },
  {
    ...{ name: "delimiter", label: "Between the cells", auto: "As the file shows" },
    options: [
      { value: "comma", label: "Comma" },
      { value: "semicolon", label: "Semicolon" },
      { value: "tab", label: "Tab" },
    ],
  },
  {
    ...{ name: "encoding", label: "Encoding", auto: "UTF-8, or UTF-16 by its mark" },
    options: [{ value: "windows-1252", label: "Western European (Windows-1252)" }],
  },
] as const satisfies readonly {
  name: keyof ImportForm;
  label: string;
  auto: string;
  options: readonly Choice[];
}[];

/** How days, numbers and cells are written, for files that do not show it. */
export function HowWritten({
  kind,
  form,
  set,
}: {
  kind: ImportKindName;
  form: ImportForm;
  set: (patch: Partial<ImportForm>) => void;
}) {
  return (
    <details className={styles.more}>
      <summary>How the file is written</summary>
      <div className={styles.fields}>
        {lists.map(({ name, label, auto, options }) => (
          <Field key={name} label={label}>
            <Select
              options={options}
              value={form[name]}
              placeholder={auto}
              onChange={(value) => set({ [name]: value })}
            />
          </Field>
        ))}
      </div>
      <Switch
        label="Ratios are written in percent"
        detail={
          kind === "readings"
            ? "31.2 is 31.2 % even without its sign. Other metrics are not touched."
            : "31.2 is 31.2 % even without its sign, for ratios only."
        }
        checked={form.percent}
        onChange={(percent) => set({ percent })}
      />
    </details>
  );
}
