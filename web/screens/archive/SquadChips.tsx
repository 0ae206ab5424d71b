import { Chip } from "../../ui/Chip.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";

/** One squad's objectives alone; nothing where all are of one. */
export function SquadChips({
  squads,
  chosen,
  onChange,
}: {
  squads: readonly string[];
  chosen: string | undefined;
  onChange: (squad: string | undefined) => void;
}) {
  if (squads.length < 2) return null;
  return (
    <SideBySide label="Whose objectives">
      <Chip pressed={chosen === undefined} onClick={() => onChange(undefined)}>
        All
      </Chip>
      {squads.map((one) => (
        <Chip key={one} pressed={chosen === one} onClick={() => onChange(one)}>
          {one}
        </Chip>
      ))}
    </SideBySide>
  );
}
