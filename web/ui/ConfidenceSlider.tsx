import { useId } from "react";
import styles from "./ConfidenceSlider.module.css";
import { classes } from "./classes.ts";
import { useFieldLinks } from "./field-context.ts";

const zones = [
  { word: "unlikely", to: 3, at: "17.5%" },
  { word: "unsure", to: 6, at: "50%" },
  { word: "likely", to: 10, at: "82.5%" },
] as const;

/** "unlikely" 0–3, "unsure" 4–6, "likely" 7–10. */
function wordOf(value: number): string {
  return zones.find((zone) => value <= zone.to)!.word;
}

/**
 * Confidence 0–10 for a thumb, a keyboard or a screen reader: a native range under a drawn one. Until something is said
 * the thumb stands hollow in the middle, and a tap on it counts as saying five.
 */
export function ConfidenceSlider({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | undefined;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const links = useFieldLinks();
  const at = value ?? 5;
  const said = value === undefined ? "not said yet" : `${value} of 10, ${wordOf(value)}`;
  const say = (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.valueAsNumber);
  return (
    <div className={styles.slider}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={links.id ?? id}>
          {label}
        </label>
        <output className={styles.said} htmlFor={links.id ?? id} aria-hidden="true">
          {value === undefined ? "slide to say" : ""}
        </output>
      </div>
      <div className={styles.body}>
        <input
          id={id}
          {...(links.id === undefined ? {} : links)}
          className={styles.range}
          type="range"
          min={0}
          max={10}
          step={1}
          value={at}
          aria-valuetext={said}
          onChange={say}
          onPointerUp={value === undefined ? say : undefined}
          onKeyUp={value === undefined ? (event) => event.key.startsWith("Arrow") && say(event) : undefined}
        />
        <svg className={styles.drawn} aria-hidden="true">
          <line className={styles.low} x1="0%" x2="34%" y1="23" y2="23" />
          <line className={styles.high} x1="66%" x2="100%" y1="23" y2="23" />
          <line className={styles.mid} x1="35%" x2="65%" y1="23" y2="23" />
          <circle
            className={classes(styles.thumb, value === undefined && styles.hollow)}
            cx={`${at * 10}%`}
            cy="23"
            r="19"
          />
          <text className={styles.number} x={`${at * 10}%`} y="23">
            {value ?? "?"}
          </text>
        </svg>
      </div>
      <svg className={styles.words} aria-hidden="true">
        {zones.map((zone) => (
          <text
            key={zone.word}
            className={classes(value !== undefined && wordOf(value) === zone.word && styles.now)}
            x={zone.at}
            y="1em"
          >
            {zone.word}
          </text>
        ))}
      </svg>
    </div>
  );
}
