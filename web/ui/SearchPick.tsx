import { useId, useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./SearchPick.module.css";
import type { Choice } from "./Select.tsx";
import { TextInput } from "./TextInput.tsx";

const shown = 6;

/** Several of many, found by a word: what is chosen can be taken out, what fits can be added. */
export function SearchPick({
  label,
  hint,
  options,
  chosen,
  max,
  onChange,
}: {
  label: string;
  hint?: string;
  options: readonly Choice[];
  chosen: readonly string[];
  max: number;
  onChange: (chosen: string[]) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const free = options.filter((one) => !chosen.includes(one.value));
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = free.filter((one) => words.every((word) => one.label.toLowerCase().includes(word)));
  const offered = words.length === 0 && free.length > shown ? [] : fitting.slice(0, shown);
  const nameOf = (value: string) => options.find((one) => one.value === value)?.label ?? "no longer there";
  return (
    <fieldset className={styles.pick}>
      <legend className={styles.label}>{label}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {chosen.map((value) => (
        <div key={value} className={styles.chosen}>
          <span>{nameOf(value)}</span>
          <Button
            kind="quiet"
            aria-label={`Take out “${nameOf(value)}”`}
            onClick={() => onChange(chosen.filter((one) => one !== value))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      {free.length > shown && chosen.length < max ? (
        <>
          <label className="visually-hidden" htmlFor={id}>
            Search by a word
          </label>
          <TextInput id={id} type="search" value={typed} placeholder="Search by a word" onChange={setTyped} />
        </>
      ) : null}
      {chosen.length >= max
        ? null
        : offered.map((one) => (
            <button
              key={one.value}
              type="button"
              className={styles.offered}
              onClick={() => onChange([...chosen, one.value])}
            >
              <Icon name="plus" />
              {one.label}
            </button>
          ))}
      {words.length > 0 ? (
        <p className={styles.hint} role="status">
          {fitting.length === 0 ? "Nothing is called like that." : `${fitting.length} found`}
        </p>
      ) : null}
    </fieldset>
  );
}
