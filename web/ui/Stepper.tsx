import { useState } from "react";
import type { Unit } from "../../shared/metrics/metric.ts";
import { useFieldLinks } from "./field-context.ts";
import { Icon } from "./Icon.tsx";
import styles from "./Stepper.module.css";
import { fromTyped, stepOf, stepped, toTyped } from "./typed-value.ts";
import { formatValue } from "./value.ts";

/**
 * The big number between − and +: taps move by a step that fits the unit, typing replaces it. `span` is the distance
 * from baseline to target. A ratio is shown and typed as percent, and given as 0–1.
 */
export function Stepper({
  label,
  value,
  onChange,
  unit,
  span,
  locale,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  unit: Unit;
  span?: number | undefined;
  locale?: string | undefined;
}) {
  const [typed, setTyped] = useState<string>();
  const links = useFieldLinks();
  const step = stepOf(unit, span);
  const move = (by: number) => {
    setTyped(undefined);
    onChange(stepped(value ?? 0, by));
  };
  const by = formatValue(step, unit, locale);
  const text = typed ?? toTyped(value, unit, locale);
  return (
    <div className={styles.stepper}>
      <button type="button" className={styles.step} aria-label={`${by} less`} onClick={() => move(-step)}>
        <Icon name="minus" />
      </button>
      <input
        {...links}
        className={styles.value}
        type="text"
        inputMode="decimal"
        enterKeyHint="done"
        autoComplete="off"
        aria-label={label}
        placeholder="–"
        size={Math.max(2, Math.min(text.length, 9))}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange(fromTyped(event.currentTarget.value, unit, locale));
        }}
        onKeyDown={(event) => {
          // "Done" on a phone's keypad is Enter: it ends the typing and must not save the form.
          if (event.key === "Enter") event.currentTarget.blur();
          if (!["Enter", "ArrowUp", "ArrowDown"].includes(event.key)) return;
          event.preventDefault();
          if (event.key === "Enter") return;
          move(event.key === "ArrowUp" ? step : -step);
        }}
        onBlur={() => value !== undefined && setTyped(undefined)}
      />
      <button type="button" className={styles.step} aria-label={`${by} more`} onClick={() => move(step)}>
        <Icon name="plus" />
      </button>
    </div>
  );
}
