import { useMemo } from "react";
import { Select } from "./Select.tsx";
import { zoneName, zones } from "./zone.ts";

/** A time zone, found by typing the first letters of its city. Stands inside a Field. */
export function ZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const options = useMemo(
    () => zones(value).map((zone) => ({ value: zone, label: zoneName(zone) })),
    [value],
  );
  return <Select options={options} value={value} onChange={onChange} />;
}
