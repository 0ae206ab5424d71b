import { type InputHTMLAttributes, useState } from "react";
import type { Unit } from "../../shared/metrics/metric.ts";
import { useFieldLinks } from "./field-context.ts";
import styles from "./TextInput.module.css";
import { fromTyped, toTyped } from "./typed-value.ts";
import { unitWord } from "./value.ts";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "className" | "style">;

const plain: Unit = { label: "", scale: "value", decimals: 0 };

/**
 * A number with a numeric keypad. With a ratio unit the person types percent and `onChange` gets 0–1. Text that is no
 * number yet gives `undefined`; what was typed stays in the field.
 */
export function NumberInput({
  value,
  onChange,
  unit = plain,
  locale,
  ...native
}: Native & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  unit?: Unit;
  locale?: string | undefined;
}) {
  const [typed, setTyped] = useState<string>();
  const word = unitWord(unit);
  return (
    <span className={styles.number}>
      <input
        {...useFieldLinks()}
        autoComplete="off"
        {...native}
        className={styles.input}
        type="text"
        inputMode="decimal"
        value={typed ?? toTyped(value, unit, locale)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          onChange(fromTyped(text, unit, locale));
        }}
        onBlur={() => value !== undefined && setTyped(undefined)}
      />
      {word ? <span className={styles.unit}>{word}</span> : null}
    </span>
  );
}
