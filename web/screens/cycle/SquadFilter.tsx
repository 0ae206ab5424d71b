import type { RowOf } from "../../../shared/sync/mutation.ts";
import { ChipFilter } from "../../ui/ChipFilter.tsx";
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
    .map((id) => ({ value: id, label: squads.find((one) => one.id === id)?.name ?? "Company" }))
    .sort((a, b) => Number(a.value !== "") - Number(b.value !== "") || a.label.localeCompare(b.label));
  return <ChipFilter label="Whose objectives" choices={choices} chosen={chosen} onChange={onChange} />;
}
