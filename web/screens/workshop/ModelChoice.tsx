import { useId } from "react";
import type { BusinessModel } from "../../../shared/metrics/business-model.ts";
import { starModels } from "../../../shared/metrics/star-models.ts";
import styles from "./Model.module.css";

/** The four kinds of business, each explained; one is this company's. Read only without `onChange`. */
export function ModelChoice({
  value,
  onChange,
}: {
  value: BusinessModel | undefined;
  onChange: ((model: BusinessModel) => void) | undefined;
}) {
  const name = useId();
  return (
    <fieldset className={styles.models}>
      <legend className={styles.legend}>What do customers mainly come for?</legend>
      {starModels.map((one) => (
        <label key={one.value} className={styles.model}>
          <input
            className={styles.radio}
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            disabled={onChange === undefined}
            onChange={() => onChange?.(one.value)}
          />
          <span className={styles.words}>
            <span className={styles.label}>{one.label}</span>
            <span>{one.means}</span>
            <span className={styles.soft}>Count: {one.count}</span>
            <span className={styles.soft}>Beware: {one.beware}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
