import { Chip } from "./Chip.tsx";
import { SideBySide } from "./SideBySide.tsx";

/** Chips that keep one part of what stands below in sight, or all of it. */
export function ChipFilter<V extends string>({
  label,
  choices,
  chosen,
  onChange,
}: {
  /** Read out, not shown: "Whose objectives". */
  label: string;
  choices: readonly { value: V; label: string }[];
  chosen: V | undefined;
  onChange: (value: V | undefined) => void;
}) {
  return (
    <SideBySide label={label} scrolls>
      <Chip pressed={chosen === undefined} onClick={() => onChange(undefined)}>
        All
      </Chip>
      {choices.map((one) => (
        <Chip key={one.value} pressed={chosen === one.value} onClick={() => onChange(one.value)}>
          {one.label}
        </Chip>
      ))}
    </SideBySide>
  );
}
