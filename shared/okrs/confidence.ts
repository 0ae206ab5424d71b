import type { Status } from "./progress.ts";

export type ConfidenceWord = "unlikely" | "unsure" | "likely";

/** An owner's confidence, 0–10, in its own word. */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence <= 3) return "unlikely";
  return confidence <= 6 ? "unsure" : "likely";
}

/**
 * How confidence and evidence disagree, if they do; the card then asks why. `hopeful`: likely, though off pace or stale.
 * `doubtful`: unlikely, though on pace.
 */
export function disagreement(confidence: number, status: Status): "hopeful" | "doubtful" | undefined {
  const word = confidenceWord(confidence);
  if (word === "likely" && (status === "off-pace" || status === "stale")) return "hopeful";
  return word === "unlikely" && status === "on-pace" ? "doubtful" : undefined;
}
