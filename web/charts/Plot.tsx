import styles from "./chart.module.css";
import { type FieldProps, PlotField } from "./PlotField.tsx";

export interface PlotProps extends FieldProps {
  /** The axis words name the days the plot spans. */
  fromWord: string;
  /** Written between the two, about a ringed point. */
  midWord?: string | undefined;
  toWord: string;
}

/** A plotted line without grid: direct labels, at most three axis words, the expected range as water. */
export function Plot({ fromWord, midWord, toWord, ...field }: PlotProps) {
  return (
    <figure className={styles.plot}>
      <PlotField {...field} />
      <figcaption className={styles.axis} aria-hidden="true">
        <span>{fromWord}</span>
        {midWord === undefined ? null : <span>{midWord}</span>}
        <span>{toWord}</span>
      </figcaption>
    </figure>
  );
}
