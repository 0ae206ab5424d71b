import type { Unit } from "../../shared/metrics/metric.ts";
import { clean } from "./value.ts";

/** A number keeps what the person typed when its scale changes: 26 stays 26, now as 26 percent. */
export function retyped(value: number | undefined, from: Unit["scale"], to: Unit["scale"]) {
  const power = Number(from === "ratio") - Number(to === "ratio");
  return value === undefined ? undefined : clean(value * 100 ** power);
}
