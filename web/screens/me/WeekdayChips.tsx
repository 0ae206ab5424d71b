import { addDays } from "../../../shared/time/local-date.ts";
import { formatWeekday } from "../../ui/day.ts";
import styles from "./Settings.module.css";

const monday = "2024-01-01";

/** "Monday" for 1, "Sunday" for 7. */
export function weekdayName(weekday: number): string {
  return formatWeekday(addDays(monday, weekday - 1));
}

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
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
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
