/** What was expected at one place of a plot; in the unit of the values, or as heights in its box. */
export interface Edge {
  x: number;
  low: number;
  centre: number;
  high: number;
}

interface Expected {
  low: number;
  centre: number;
  high: number;
}

/**
 * So much of a band as must be in sight: all of it, as long as the values keep a third of the height. A young series
 * expects nearly anything, and would be flattened by its own band.
 */
export function inSight(values: readonly number[], band: readonly Expected[]): number[] {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const spread = most - least;
  if (!(spread > 0)) return band.slice(-1).flatMap(({ low, high }) => [low, high]);
  return band.flatMap(({ low, high }) => [
    Math.min(most + spread, Math.max(low, least - spread)),
    Math.max(least - spread, Math.min(high, most + spread)),
  ]);
}

/** Along the upper edge and back along the lower one, in the box; half a step wider at both ends, so that one point has a width. */
export function outlineOf(piece: readonly Edge[], step: number): string {
  const wide = widened(piece, step / 2);
  const there = wide.map(({ x, high }, index) => `${index === 0 ? "M" : "L"}${x} ${high}`);
  const back = wide.map(({ x, low }) => `L${x} ${low}`).reverse();
  return `${there.join("")}${back.join("")}Z`;
}

/** The line the band lies around. */
export function centreOf(piece: readonly Edge[], step: number): string {
  return widened(piece, step / 2)
    .map(({ x, centre }, index) => `${index === 0 ? "M" : "L"}${x} ${centre}`)
    .join("");
}

/** The least distance of two places, or a fixed one where there is only one. */
export function stepOf(places: readonly number[]): number {
  const steps = places.slice(1).map((x, index) => x - places[index]!);
  return steps.filter((one) => one > 0).reduce((least, one) => Math.min(least, one), lone);
}

const lone = 8;

function widened(piece: readonly Edge[], by: number): Edge[] {
  const [first, last] = [piece[0], piece.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = { ...first, x: tidy(Math.max(0, first.x - by)) };
  const after = { ...last, x: tidy(Math.min(100, last.x + by)) };
  return [...(before.x < first.x ? [before] : []), ...piece, ...(after.x > last.x ? [after] : [])];
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
