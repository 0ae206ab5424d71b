import { inSight } from "../../shared/charts/band.ts";
import { piecesOf } from "../../shared/charts/pieces.ts";
import { type Point, pathOf, type Scale, scaleOf } from "../../shared/charts/scale.ts";
import { thin } from "../../shared/charts/thin.ts";
import { Band } from "./Band.tsx";
import styles from "./chart.module.css";
import { type Mark, Marks } from "./Marks.tsx";

/** A line across the plot with its word on it. */
export interface Level {
  value: number;
  word: string;
}

/** What a reading of a day was held against, in the unit of the values. */
export interface Expected {
  on: string;
  low: number;
  centre: number;
  high: number;
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
  /** What was expected of each reading, where something was. */
  band?: readonly Expected[] | undefined;
  /** Days of points that need an answer; ringed. */
  ringed?: readonly string[] | undefined;
  /** Days of points that have one; ringed quietly. */
  answered?: readonly string[] | undefined;
  /** From the day on which what fired began to the day it was noticed. */
  began?: { from: string; to: string } | undefined;
  /** Where it will likely end: the span that four of five such endings lie in. */
  ending?: { on: string; low: number; high: number } | undefined;
  /** What people marked on the days it spans. */
  marks?: readonly Mark[] | undefined;
  /** Readings farther apart than this are bridged by dots: between them nobody looked. */
  gapDays?: number | undefined;
  /** Values that must be in sight too, so that several fields share one scale. */
  among?: readonly number[] | undefined;
}

/** The drawing alone: the expected range as water, levels with their words, the line, rings, and the last point. */
export function PlotField({ small = false, ...props }: FieldProps & { small?: boolean }) {
  const { points, label, target, bounds = [], path = [], ringed = [], answered = [], among = [] } = props;
  const line = thin(points);
  const drawn = new Set(points.length === line.length ? [] : [...line.map((one) => one.on), ...ringed]);
  const band = (props.band ?? []).filter(
    (one) => Number.isFinite(one.high - one.low) && (drawn.size === 0 || drawn.has(one.on)),
  );
  const levels = target === undefined ? bounds : [target, ...bounds];
  const values = [...points, ...path, ...levels].map((one) => one.value);
  const { ending, began } = props;
  const ends = ending === undefined ? [] : inSight(values, [{ ...ending, centre: ending.low }]);
  const scale = scaleOf(props.from, props.to, [...values, ...inSight(values, band), ...ends, ...among]);
  const at = placed(scale);
  const last = points.at(-1);
  return (
    <svg className={small ? styles.small : styles.field} role="img" aria-label={label}>
      <Band pieces={piecesOf(band, props.gapDays).pieces.map((piece) => piece.map(edgeOn(scale)))} />
      <Marks marks={props.marks ?? []} began={began} from={props.from} to={props.to} scale={scale} />
      {levels.map((one) => (
        <line
          key={one.word}
          className={styles.target}
          x1="0%"
          x2="100%"
          y1={`${scale.y(one.value)}%`}
          y2={`${scale.y(one.value)}%`}
        />
      ))}
      <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.stretch}>
        {path.length === 0 ? null : <path className={styles.path} d={pathOf(path.map(at))} />}
        {ending === undefined ? null : (
          <path
            className={styles.ending}
            d={pathOf([
              [scale.x(ending.on), scale.y(ending.low)],
              [scale.x(ending.on), scale.y(ending.high)],
            ])}
          />
        )}
        <Line points={line} gapDays={props.gapDays} at={at} />
      </svg>
      {levels.map((one) => (
        <LevelWord key={one.word} word={one.word} y={scale.y(one.value)} />
      ))}
      {points
        .filter((one) => ringed.includes(one.on) || answered.includes(one.on))
        .map((one) => (
          <circle
            key={one.on}
            className={ringed.includes(one.on) ? styles.ring : styles.ringAnswered}
            cx={`${at(one)[0]}%`}
            cy={`${at(one)[1]}%`}
            r="8"
          />
        ))}
      {last === undefined ? null : (
        <circle className={styles.last} cx={`${at(last)[0]}%`} cy={`${at(last)[1]}%`} r="4.5" />
      )}
    </svg>
  );
}

const edgeOn = (scale: Scale) => (one: Expected) => ({
  x: scale.x(one.on),
  low: scale.y(one.low),
  centre: scale.y(one.centre),
  high: scale.y(one.high),
});

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

/** Written above what is drawn, with an edge of paper around its letters, as on a chart of the sea. */
function LevelWord({ word, y }: { word: string; y: number }) {
  return (
    <text className={styles.word} x="0%" y={`${y}%`} dy={y < 12 ? "1.3em" : "-0.5em"}>
      {word}
    </text>
  );
}
