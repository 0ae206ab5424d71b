import type { Point } from "./scale.ts";

/**
 * At most about `most` points, honestly: of every stretch of the line its lowest and its highest stay, in their order, and
 * so do the first and the last. Nothing is averaged, so a spike of one day is still seen among thousands.
 */
export function thin<P extends Point>(points: readonly P[], most = 400): P[] {
  if (points.length <= most) return [...points];
  const kept = new Set([0, points.length - 1]);
  const stretches = Math.max(1, Math.floor(most / 2) - 1);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * points.length) / stretches);
    const to = Math.floor(((stretch + 1) * points.length) / stretches);
    let [low, high] = [from, from];
    for (let at = from; at < to; at += 1) {
      if (points[at]!.value < points[low]!.value) low = at;
      if (points[at]!.value > points[high]!.value) high = at;
    }
    kept.add(low).add(high);
  }
  return points.filter((_, index) => kept.has(index));
}
