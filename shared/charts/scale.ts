import { daysBetween } from "../time/local-date.ts";

export interface Point {
  on: string;
  value: number;
}

/** Maps days and values into a box of 100 × 100 with the origin at the top left. */
export interface Scale {
  x(on: string): number;
  y(value: number): number;
}

/** `values` are all that must be in sight; a tenth of their spread is left free above and below. */
export function scaleOf(from: string, to: string, values: readonly number[]): Scale {
  const days = Math.max(1, daysBetween(from, to));
  const y = valueScale(values);
  return { x: (on) => tidy((100 * daysBetween(from, on)) / days), y };
}

/** The vertical half alone; a flat series lies in the middle. */
export function valueScale(values: readonly number[]): (value: number) => number {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  // Numbers so large that their difference is no number any more.
  const size = Math.max(Math.abs(least), Math.abs(most)) > 1e300 ? 1e10 : 1;
  const [low, high] = [least / size, most / size];
  // A spread smaller than what numbers of this size can tell apart is none.
  const flat = high - low <= Math.abs(high) * 1e-12;
  const pad = flat ? Math.max(1, Math.abs(high)) : (high - low) / 10;
  const span = high - low + 2 * pad;
  return (value) => tidy(100 - (100 * (value / size - low + pad)) / span);
}

/** An SVG path through points of the box. */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
