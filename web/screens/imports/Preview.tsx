import type { ImportKindName } from "../../../shared/imports/fields.ts";
import { importKinds } from "../../../shared/imports/import-kinds.ts";
import type { FileHead } from "./file-head.ts";
import styles from "./Imports.module.css";
import type { ImportChoices } from "./import-choices.ts";
import { type ImportForm, mappingFor } from "./import-form.ts";

/** The first rows under the fields they go to; on a narrow screen each row is a list of its cells. */
export function Preview({
  kind,
  head,
  form,
  choices,
}: {
  kind: ImportKindName;
  head: FileHead;
  form: ImportForm;
  choices: ImportChoices;
}) {
  const mapping = mappingFor(kind, head.headers, form);
  const fields = importKinds[kind].fields.filter((one) => mapping.has(one.name));
  if (fields.length === 0 || head.rows.length === 0) return null;
  const cellOf = (row: readonly string[], name: string) => {
    const source = mapping.get(name)!;
    if (!("fixed" in source)) return row[source.column] ?? "";
    return choices.forAll[name]?.find((one) => one.value === source.fixed)?.label ?? source.fixed;
  };
  return (
    <table className={styles.preview}>
      <caption>The first rows, as they would be read</caption>
      <thead>
        <tr>
          {fields.map((one) => (
            <th key={one.name} scope="col">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {head.rows.map((row, place) => (
          // Rows of a file have no name but their place.
          <tr key={place}>
            {fields.map((one) => (
              <td key={one.name} data-label={one.label}>
                <span>{cellOf(row, one.name) || "–"}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
