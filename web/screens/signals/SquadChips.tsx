import type { SeenSignal } from "../../store/signals.ts";
import { ChipFilter } from "../../ui/ChipFilter.tsx";

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
  const choices = [...names]
    .map(([value, label]) => ({ value, label }))
    .sort(
      (a, b) =>
        Number(a.value !== "company") - Number(b.value !== "company") || a.label.localeCompare(b.label),
    );
  return <ChipFilter label="Whose signals" choices={choices} chosen={chosen} onChange={onChange} />;
}
