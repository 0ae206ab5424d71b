import type { Metric } from "../../shared/metrics/metric.ts";
import { SegmentedField } from "./SegmentedField.tsx";

const directions = [
  { value: "up", label: "Up is good" },
  { value: "down", label: "Down is good" },
] as const;

/** Which way a metric should go. */
export function DirectionField({
  value,
  onChange,
}: {
  value: Metric["goodDirection"];
  onChange: (goodDirection: Metric["goodDirection"]) => void;
}) {
  return <SegmentedField label="Which way is good?" options={directions} value={value} onChange={onChange} />;
}
