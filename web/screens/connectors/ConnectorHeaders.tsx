import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import type { FieldErrors } from "../../ui/field-errors.ts";
import { Icon } from "../../ui/Icon.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import styles from "./Connector.module.css";
import type { HeaderTyped } from "./connector-form.ts";

const most = 10;

/** Headers to be sent along, such as a token. Their values go to the server once and never come back. */
export function ConnectorHeaders({
  headers,
  onChange,
  errors,
}: {
  headers: readonly HeaderTyped[];
  onChange: (headers: readonly HeaderTyped[]) => void;
  errors: FieldErrors;
}) {
  const change = (place: number, patch: Partial<HeaderTyped>) =>
    onChange(headers.map((one, at) => (at === place ? { ...one, ...patch } : one)));
  return (
    <fieldset className={styles.headers}>
      <legend className={styles.legend}>Headers</legend>
      <p className={styles.soft}>
        {headers.length === 0
          ? "Where the source wants a token, send it as a header."
          : "Values are kept encrypted, and nobody sees them again."}
      </p>
      {headers.map((header, place) => (
        <div key={place} className={styles.header}>
          <div className={styles.pair}>
            <Field label="Name" error={errors[`headers.${place}.name`]}>
              <TextInput
                value={header.name}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                maxLength={64}
                readOnly={header.kept}
                onChange={(name) => change(place, { name })}
              />
            </Field>
            <Field label="Value" error={errors[`headers.${place}.value`] ?? errors[`headers.${header.name}`]}>
              <TextInput
                type="password"
                value={header.value}
                autoComplete="off"
                maxLength={2000}
                placeholder={header.kept ? "kept as it is" : ""}
                onChange={(value) => change(place, { value })}
              />
            </Field>
          </div>
          <Button
            kind="quiet"
            aria-label={`Remove the header ${header.name || place + 1}`}
            onClick={() => onChange(headers.filter((_, at) => at !== place))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      {headers.length < most ? (
        <Button
          onClick={() =>
            onChange([
              ...headers,
              { name: headers.length === 0 ? "Authorization" : "", value: "", kept: false },
            ])
          }
        >
          <Icon name="plus" />
          Add a header
        </Button>
      ) : null}
    </fieldset>
  );
}
