import { weekdayName, weekdays } from "../../ui/weekday.ts";
import styles from "./Settings.module.css";

/** Days of the week to press, Monday first. */
export function WeekdayChips({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly number[];
  onChange: (days: number[]) => void;
}) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.week}>
        {weekdays.map((day) => (
          <button
            key={day}
            type="button"
            className={styles.weekday}
            aria-pressed={value.includes(day)}
            onClick={() =>
              onChange(value.includes(day) ? value.filter((one) => one !== day) : [...value, day].sort())
            }
          >
            <abbr title={weekdayName(day)}>{weekdayName(day).slice(0, 2)}</abbr>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
