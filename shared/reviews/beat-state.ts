import type { Beat } from "../metrics/completeness.ts";
import type { ReviewTerms } from "./agenda-item.ts";
import type { ReviewRows } from "./rows.ts";

/** Where a beat of the rhythm stands on a day. */
export interface BeatState {
  beat: Beat;
  /** Whose weekly one it is. */
  squadId?: string;
  /** "due": it may be held now and was not; "missed": the time of the last one ran out; "resting": nothing to look at. */
  state: "held" | "due" | "missed" | "waiting" | "resting";
  /** The review it is about; absent while resting, and for the daily one. */
  terms?: ReviewTerms;
  /** From which day on it is due. */
  dueOn?: string;
  /** Once it is held: from which day on the next one is due. */
  nextOn?: string;
  /** The day the last one was held, by the day its review is named by. */
  lastOn?: string;
  /** The last one whose time ran out without it, by the same. */
  missedOn?: string;
}

/** What beats are worked out from. */
export type BeatRows = Pick<
  ReviewRows,
  "workspace" | "squads" | "cycles" | "objectives" | "keyResults" | "northStars" | "reviews"
>;

/** The days reviews of a beat that were held are named by, oldest first. */
export function heldOf(
  beat: ReviewTerms["beat"],
  { reviews }: Pick<BeatRows, "reviews">,
  squadId?: string,
): string[] {
  return reviews
    .filter((one) => one.beat === beat && one.squadId === squadId && one.state === "done")
    .map((one) => one.on)
    .sort();
}
