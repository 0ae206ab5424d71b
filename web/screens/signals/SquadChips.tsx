import type { SeenSignal } from "../../store/signals.ts";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Signals.module.css";

/** Chips that keep one squad's signals in sight; nothing where all are of one. */
export function SquadChips({
  signals,
  chosen,
  onChange,
}: {
  signals: readonly SeenSignal[];
  chosen: string | undefined;
  onChange: (squadId: string | undefined) => void;
}) {
  const names = new Map(
    signals.map(({ squad }) => [squad?.id ?? "company", squad?.name ?? "Company"] as const),
  );
  if (names.size < 2 && chosen === undefined) return null;
  const choices = [...names].sort(
    ([a, one], [b, other]) => Number(a !== "company") - Number(b !== "company") || one.localeCompare(other),
  );
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Whose signals</legend>
      <Chip pressed={chosen === undefined} onClick={() => onChange(undefined)}>
        All
      </Chip>
      {choices.map(([id, name]) => (
        <Chip key={id} pressed={chosen === id} onClick={() => onChange(id)}>
          {name}
        </Chip>
      ))}
    </fieldset>
  );
}
