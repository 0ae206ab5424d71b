import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Cycle.module.css";
import type { ObjectiveView } from "./cycle-view.ts";

/** Chips that keep one squad's objectives in sight; nothing where there is only one owner of them all. */
export function SquadFilter({
  objectives,
  squads,
  chosen,
  onChange,
}: {
  objectives: readonly ObjectiveView[];
  squads: readonly RowOf<"squad">[];
  chosen: string | undefined;
  onChange: (squadId: string | undefined) => void;
}) {
  const ids = [...new Set(objectives.map((one) => one.row.squadId ?? ""))];
  if (ids.length < 2) return null;
  const choices = ids
    .map((id) => ({ id, name: squads.find((one) => one.id === id)?.name ?? "Company" }))
    .sort((a, b) => Number(a.id !== "") - Number(b.id !== "") || a.name.localeCompare(b.name));
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Whose objectives</legend>
      <Chip pressed={chosen === undefined} onClick={() => onChange(undefined)}>
        All
      </Chip>
      {choices.map((one) => (
        <Chip key={one.id} pressed={chosen === one.id} onClick={() => onChange(one.id)}>
          {one.name}
        </Chip>
      ))}
    </fieldset>
  );
}
