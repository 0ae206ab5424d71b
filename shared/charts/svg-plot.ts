import { centreOf, type Edge, inSight, outlineOf } from "./band.ts";
import { piecesOf } from "./pieces.ts";
import { type Point, pathOf, scaleOf } from "./scale.ts";
import { thin } from "./thin.ts";

export interface SvgPlot {
  points: readonly Point[];
  /** What was expected of each reading, where something was. */
  band: readonly { on: string; low: number; centre: number; high: number }[];
  /** Days at which a thin line stands: the first day of a cycle. */
  marks: readonly string[];
  /** Readings farther apart than this are bridged by dots. */
  gapDays?: number | undefined;
  /** Said in place of the drawing; it is the caller's to escape for the attribute it stands in. */
  label: string;
}

const wide = 640;
const high = 160;
const inset = 8;

/**
 * A plot as SVG text for a page without script: the expected range as water, the line, the last point dotted. Colours and
 * strokes are the stylesheet's: .water, .centre, .mark, .line, .bridge, .last. Empty without a point.
 */
export function svgPlot({ points, band, marks, gapDays, label }: SvgPlot): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return "";
  const values = points.map((one) => one.value);
  const within = band.filter((one) => one.on >= first.on && Number.isFinite(one.high - one.low));
  const scale = scaleOf(first.on, last.on, [...values, ...inSight(values, within)]);
  const x = (on: string) => tidy(inset + ((wide - 2 * inset) * scale.x(on)) / 100);
  const y = (value: number) => tidy((high * scale.y(value)) / 100);
  const edges = piecesOf(within, gapDays).pieces.map((piece) =>
    piece.map((one): Edge => ({ x: x(one.on), low: y(one.low), centre: y(one.centre), high: y(one.high) })),
  );
  const at = (one: Point) => [x(one.on), y(one.value)] as const;
  const { pieces, bridges } = piecesOf(thin(points), gapDays);
  const lines = pieces.map((one) => (one.length === 1 ? [one[0]!, one[0]!] : one));
  const path = (name: string, d: string) => (d === "" ? "" : `<path class="${name}" d="${d}"/>`);
  return [
    `<svg viewBox="0 0 ${wide} ${high}" role="img" aria-label="${label}">`,
    path("water", edges.map((one) => outlineOf(one, 0)).join("")),
    path("centre", edges.map((one) => centreOf(one, 0)).join("")),
    ...marks
      .filter((on) => on > first.on && on < last.on)
      .map((on) => `<line class="mark" x1="${x(on)}" x2="${x(on)}" y1="0" y2="${high}"/>`),
    path("bridge", bridges.map((one) => pathOf(one.map(at))).join("")),
    path("line", lines.map((one) => pathOf(one.map(at))).join("")),
    `<circle class="last" cx="${x(last.on)}" cy="${y(last.value)}" r="4.5"/>`,
    "</svg>",
  ].join("");
}

function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
