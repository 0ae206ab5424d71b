import type { Status } from "../okrs/progress.ts";

/** A mark beside words: drawn as a shape, always with its word. */
export type ReportMark = Status | "ok" | "warn" | "bad" | "quiet";

export interface ReportLine {
  text: string;
  /** A quiet second line. */
  detail?: string;
  /** The state it is in, as a shape and a word. */
  mark?: { as: ReportMark; word: string };
  /** What belongs to it. */
  below?: ReportLine[];
}

export interface ReportPart {
  heading: string;
  /** Stands where there is no line. */
  none: string;
  lines: ReportLine[];
  /** Said under the lines. */
  note?: string;
}

/** A report in words, in the order it is read; every text is plain and may hold anything. */
export interface ReportText {
  title: string;
  /** "Week 8 of 13, 5 Oct to 3 Jan. As it stood on 22 Nov 2026." */
  detail: string;
  /** The whole of it in a few sentences. */
  lead: string[];
  star?: {
    name: string;
    /** "261", and "min / week" small beside it. */
    number: string;
    unit: string;
    mark: { as: ReportMark; word: string };
    lines: string[];
    /** Said to screen readers in place of the plot, what its band and its upright line are, and where it begins and ends. */
    plot: { label: string; legend: string; from: string; to: string };
  };
  parts: ReportPart[];
}
