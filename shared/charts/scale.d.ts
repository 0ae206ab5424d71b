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
export declare function scaleOf(from: string, to: string, values: readonly number[]): Scale;
/** The vertical half alone; a flat series lies in the middle. */
export declare function valueScale(values: readonly number[]): (value: number) => number;
/** An SVG path through points of the box. */
export declare function pathOf(points: readonly (readonly [number, number])[]): string;
