import type { ImportField, ImportKindName } from "../../../shared/imports/fields.ts";
import { importKinds } from "../../../shared/imports/import-kinds.ts";
import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import type { FileHead } from "./file-head.ts";
import styles from "./Imports.module.css";
import type { ImportChoices } from "./import-choices.ts";
import { choiceOf, type ImportForm, mappingFor } from "./import-form.ts";

/** Which column is what: proposed by the headings, changed by lists. */
export function MappingFields({
  kind,
  head,
  form,
  choices,
  set,
}: {
  kind: ImportKindName;
  head: FileHead;
  form: ImportForm;
  choices: ImportChoices;
  set: (patch: Partial<ImportForm>) => void;
}) {
  const mapping = mappingFor(kind, head.headers, form);
  const { fields } = importKinds[kind];
  const near = fields.filter((one) => one.required || one.usual || mapping.has(one.name));
  const rest = fields.filter((one) => !near.includes(one));
  const columns = head.headers
    .filter((one) => one !== "")
    .map((header) => ({ value: `column:${header}`, label: header }));

  const row = (field: ImportField) => {
    const forAll = (choices.forAll[field.name] ?? []).map(({ value, label }) => ({
      value: `fixed:${value}`,
      label: `All rows: ${label}`,
    }));
    const value = choiceOf(field.name, mapping, head.headers);
    const missing = field.required && value === "";
    return (
      <Field
        key={field.name}
        label={field.label}
        error={missing ? missingWords(forAll.length > 0) : undefined}
      >
        <Select
          options={[...columns, ...forAll]}
          value={value}
          placeholder="Not in the file"
          onChange={(chosen) =>
            set({ choices: { ...form.choices, [field.name]: chosen === "" ? "none" : chosen } })
          }
        />
      </Field>
    );
  };

  const cycle = choiceOf("cycle", mapping, head.headers);
  const isRunning = cycle.startsWith("fixed:") && choices.running.has(cycle.slice("fixed:".length));
  return (
    <>
      <h3 className={styles.step}>Which column is what</h3>
      <div className={styles.fields}>{near.map(row)}</div>
      {rest.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{rest.length === 1 ? "One more field" : `${rest.length} more fields`}</summary>
          <div className={styles.fields}>{rest.map(row)}</div>
        </details>
      )}
      {kind === "key-results" && isRunning ? (
        <Switch
          label="Commit them"
          detail="Through the same gate as everywhere. Without this they come as drafts."
          checked={form.commit}
          onChange={(commit) => set({ commit })}
        />
      ) : null}
    </>
  );
}

function missingWords(mayBeOneForAll: boolean): string {
  return mayBeOneForAll ? "Choose its column, or one for all rows." : "Choose the column it stands in.";
}
