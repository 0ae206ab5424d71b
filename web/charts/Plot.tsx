import styles from "./chart.module.css";
import { type Point, pathOf, scaleOf } from "./scale.ts";

/** A line across the plot with its word on it. */
interface Level {
  value: number;
  word: string;
}

export interface PlotProps {
  points: readonly Point[];
  /** The days the plot spans; the axis words name them. */
  from: string;
  to: string;
  fromWord: string;
  /** Written between the two, about a ringed point. */
  midWord?: string | undefined;
  toWord: string;
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
}

/** A plotted line without grid: direct labels, at most three axis words, the expected range as water. */
export function Plot(props: PlotProps) {
  const { points, from, to, label, target, bounds = [], path = [], range, ringed = [] } = props;
  const levels = target === undefined ? bounds : [target, ...bounds];
  const scale = scaleOf(from, to, [
    ...points.map((one) => one.value),
    ...path.map((one) => one.value),
    ...(range === undefined ? [] : [range.low, range.high]),
    ...levels.map((one) => one.value),
  ]);
  const at = (one: Point) => [scale.x(one.on), scale.y(one.value)] as const;
  const last = points.at(-1);
  return (
    <figure className={styles.plot}>
      <svg className={styles.field} role="img" aria-label={label}>
        {range === undefined ? null : <Range {...range} y={scale.y} />}
        {levels.map((one) => (
          <LevelLine key={one.word} word={one.word} y={scale.y(one.value)} />
        ))}
        <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.stretch}>
          {path.length === 0 ? null : <path className={styles.path} d={pathOf(path.map(at))} />}
          {points.length === 0 ? null : <path className={styles.line} d={pathOf(points.map(at))} />}
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
      <figcaption className={styles.axis} aria-hidden="true">
        <span>{props.fromWord}</span>
        {props.midWord === undefined ? null : <span>{props.midWord}</span>}
        <span>{props.toWord}</span>
      </figcaption>
    </figure>
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

function Range({ low, centre, high, y }: NonNullable<PlotProps["range"]> & { y: (value: number) => number }) {
  const height = Math.round((y(low) - y(high)) * 100) / 100;
  return (
    <>
      <rect className={styles.water} width="100%" y={`${y(high)}%`} height={`${height}%`} rx="4" />
      <line className={styles.centre} x1="0%" x2="100%" y1={`${y(centre)}%`} y2={`${y(centre)}%`} />
    </>
  );
}
