import type { Unit } from "../../shared/metrics/metric.ts";
import { SegmentedField } from "./SegmentedField.tsx";

const scales = [
  { value: "value", label: "Number" },
  { value: "ratio", label: "Percent" },
  { value: "count", label: "Whole number" },
] as const;

/** What kind of number it is: one with decimals, a share shown as percent, or a count. */
export function ScaleField({
  value,
  onChange,
}: {
  value: Unit["scale"];
  onChange: (scale: Unit["scale"]) => void;
}) {
  return <SegmentedField label="Its number is a" options={scales} value={value} onChange={onChange} />;
}
