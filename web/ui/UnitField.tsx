import type { Unit } from "../../shared/metrics/metric.ts";
import { Field } from "./Field.tsx";
import { ScaleField } from "./ScaleField.tsx";
import { Select } from "./Select.tsx";
import { TextInput } from "./TextInput.tsx";
import styles from "./UnitField.module.css";

const decimals = ["0", "1", "2", "3"].map((value) => ({ value, label: value }));

/** What a number is: its scale, the words behind it, and how exactly it is shown. A count has no decimals. */
export function UnitField({ unit, onChange }: { unit: Unit; onChange: (unit: Unit) => void }) {
  return (
    <div className={styles.unit}>
      <div className={styles.wide}>
        <ScaleField
          value={unit.scale}
          onChange={(scale) => onChange({ ...unit, scale, decimals: scale === "count" ? 0 : 1 })}
        />
      </div>
      <Field
        label="Unit"
        hint={unit.scale === "ratio" ? "“of listeners”, or nothing" : "“min / week”, “€”, or nothing"}
      >
        <TextInput value={unit.label} maxLength={40} onChange={(label) => onChange({ ...unit, label })} />
      </Field>
      {unit.scale === "count" ? null : (
        <Field label="Decimals">
          <Select
            options={decimals}
            value={String(unit.decimals)}
            onChange={(text) => onChange({ ...unit, decimals: Number(text) })}
          />
        </Field>
      )}
    </div>
  );
}
