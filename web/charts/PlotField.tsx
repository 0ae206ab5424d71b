import styles from "./chart.module.css";
import { piecesOf } from "./pieces.ts";
import { type Point, pathOf, type Scale, scaleOf } from "./scale.ts";
import { thin } from "./thin.ts";

/** A line across the plot with its word on it. */
export interface Level {
  value: number;
  word: string;
}

export interface FieldProps {
  points: readonly Point[];
  /** The days the plot spans. */
  from: string;
  to: string;
  /** Said to screen readers in place of the drawing. */
  label: string;
  target?: Level | undefined;
  /** A floor and a ceiling it should keep within. */
  bounds?: readonly Level[] | undefined;
  /** Where it was planned to be, as a quiet line. */
  path?: readonly Point[] | undefined;
  range?: { low: number; centre: number; high: number } | undefined;
  /** Points that need an answer, or have one; ringed. */
  ringed?: readonly string[] | undefined;
  /** Readings farther apart than this are bridged by dots: between them nobody looked. */
  gapDays?: number | undefined;
  /** Values that must be in sight too, so that several fields share one scale. */
  among?: readonly number[] | undefined;
}

/** The drawing alone: the expected range as water, levels with their words, the line, rings, and the last point. */
export function PlotField({ small = false, ...props }: FieldProps & { small?: boolean }) {
  const { points, label, target, bounds = [], path = [], range, ringed = [], among = [] } = props;
  const levels = target === undefined ? bounds : [target, ...bounds];
  const scale = scaleOf(props.from, props.to, [
    ...points.map((one) => one.value),
    ...path.map((one) => one.value),
    ...(range === undefined ? [] : [range.low, range.high]),
    ...levels.map((one) => one.value),
    ...among,
  ]);
  const at = placed(scale);
  const last = points.at(-1);
  return (
    <svg className={small ? styles.small : styles.field} role="img" aria-label={label}>
      {range === undefined ? null : <Range {...range} y={scale.y} />}
      {levels.map((one) => (
        <LevelLine key={one.word} word={one.word} y={scale.y(one.value)} />
      ))}
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.stretch}>
        {path.length === 0 ? null : <path className={styles.path} d={pathOf(path.map(at))} />}
        <Line points={thin(points)} gapDays={props.gapDays} at={at} />
      </svg>
      {points
        .filter((one) => ringed.includes(one.on))
        .map((one) => (
          <circle key={one.on} className={styles.ring} cx={`${at(one)[0]}%`} cy={`${at(one)[1]}%`} r="8" />
        ))}
      {last === undefined ? null : (
        <circle className={styles.last} cx={`${at(last)[0]}%`} cy={`${at(last)[1]}%`} r="4.5" />
      )}
    </svg>
  );
}

const placed = (scale: Scale) => (one: Point) => [scale.x(one.on), scale.y(one.value)] as const;

function Line({
  points,
  gapDays,
  at,
}: {
  points: readonly Point[];
  gapDays: number | undefined;
  at: ReturnType<typeof placed>;
}) {
  const { pieces, bridges } = piecesOf(points, gapDays);
  if (points.length === 0) return null;
  // A reading alone between two gaps is a line of no length: its round ends make a dot.
  const drawn = pieces.map((one) => (one.length === 1 && pieces.length > 1 ? [one[0]!, one[0]!] : one));
  return (
    <>
      {bridges.length === 0 ? null : (
        <path className={styles.bridge} d={bridges.map((one) => pathOf(one.map(at))).join("")} />
      )}
      <path className={styles.line} d={drawn.map((one) => pathOf(one.map(at))).join("")} />
    </>
  );
}

function LevelLine({ word, y }: { word: string; y: number }) {
  return (
    <>
      <line className={styles.target} x1="0%" x2="100%" y1={`${y}%`} y2={`${y}%`} />
      <text className={styles.word} x="0%" y={`${y}%`} dy={y < 12 ? "1.3em" : "-0.5em"}>
        {word}
      </text>
    </>
  );
}

function Range({
  low,
  centre,
  high,
  y,
}: NonNullable<FieldProps["range"]> & { y: (value: number) => number }) {
  const height = Math.round((y(low) - y(high)) * 100) / 100;
  return (
    <>
      <rect className={styles.water} width="100%" y={`${y(high)}%`} height={`${height}%`} rx="4" />
      <line className={styles.centre} x1="0%" x2="100%" y1={`${y(centre)}%`} y2={`${y(centre)}%`} />
    </>
  );
}
