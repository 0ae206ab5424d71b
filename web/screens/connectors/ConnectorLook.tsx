import { Field } from "../../ui/Field.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import styles from "./Connector.module.css";
import type { ConnectorForm } from "./connector-form.ts";

const formats = [
  { value: "json", label: "JSON" },
  { value: "prometheus", label: "Prometheus text" },
] as const;

const picks = [
  { value: "only", label: "Must be one" },
  { value: "sum", label: "Add them up" },
] as const;

const plain = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

/** Without decimals that say nothing. */
const bare = { label: "", scale: "count", decimals: 9 } as const;

const jsonExamples = [
  ["total", "the field “total”"],
  ["days[0].users", "the first entry of a list, and a field in it"],
  ["days[-1].users", "the last entry"],
  ["['active users']", "a field with a space in its name"],
  ["data.result[0].value[1]", "an answer of Prometheus’ own API"],
];
const textExamples = [
  ["orders_total", "the series of this name"],
  ['orders_total{region="eu"}', "the one with this label"],
  ['orders_total{region!="eu"}', "those without it"],
];

/** Where in an answer the number stands, and what it is multiplied by. */
export function ConnectorLook({
  form,
  set,
  errors,
}: {
  form: ConnectorForm;
  set: (patch: Partial<ConnectorForm>) => void;
  errors: FieldErrors;
}) {
  const json = form.format === "json";
  return (
    <>
      <SegmentedField
        label="It answers with"
        options={formats}
        value={form.format}
        onChange={(format) => set({ format })}
      />
      {json ? (
        <Field label="Path to the number" error={errors.path}>
          <TextInput {...plain} value={form.path} maxLength={300} onChange={(path) => set({ path })} />
        </Field>
      ) : (
        <>
          <Field label="Series" error={errors.selector}>
            <TextInput
              {...plain}
              value={form.selector}
              maxLength={500}
              onChange={(selector) => set({ selector })}
            />
          </Field>
          <SegmentedField
            label="If several series fit"
            options={picks}
            value={form.pick}
            onChange={(pick) => set({ pick })}
          />
        </>
      )}
      <details className={styles.help}>
        <summary>{json ? "How a path is written" : "How a series is named"}</summary>
        <dl className={styles.examples}>
          {(json ? jsonExamples : textExamples).map(([code, words]) => (
            <div key={code}>
              <dt className={styles.code}>{code}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Field
        label="Times"
        hint="1 leaves the number as it is. 0.01 makes 45.2 percent of 45.2."
        error={errors.factor}
      >
        <NumberInput value={form.factor} unit={bare} onChange={(factor) => set({ factor })} />
      </Field>
    </>
  );
}
