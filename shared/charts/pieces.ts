import { daysBetween } from "../time/local-date.ts";
/**
 * The line in its unbroken pieces, and the bridges over periods nobody read; what lies farther apart than `gapDays` is a
 * gap. Without it nothing is.
 */
export function piecesOf<P extends { on: string }>(
  points: readonly P[],
  gapDays = Number.POSITIVE_INFINITY,
): { pieces: P[][]; bridges: [P, P][] } {
  const pieces: P[][] = [];
  const bridges: [P, P][] = [];
  for (const point of points) {
    const piece = pieces.at(-1);
    const before = piece?.at(-1);
    if (piece === undefined || before === undefined) pieces.push([point]);
    else if (daysBetween(before.on, point.on) <= gapDays) piece.push(point);
    else {
      bridges.push([before, point]);
      pieces.push([point]);
    }
  }
  return { pieces, bridges };
}
