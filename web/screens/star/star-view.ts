import { type InputStanding, type Paced, weakestByReadings } from "../../../shared/metrics/weakest.ts";
import { evidence } from "../../../shared/okrs/evidence.ts";
import { lineToStar, standing } from "../../../shared/okrs/line.ts";
import type { Status } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import type { StarRows } from "./star-rows.ts";

/** A committed key result of the running cycle, with what is computed of it. */
export interface Mover extends Paced {
  row: RowOf<"key-result">;
  owner: string;
  status: Status;
}

/** The key results that pull at metrics now. */
export function movers(rows: StarRows, at: number): Mover[] {
  const { cycle, workspace } = rows;
  if (cycle === undefined || workspace === undefined) return [];
  return rows.keyResults
    .filter((one) => one.state === "committed")
    .map((row) => {
      const owner = rows.members.find((one) => one.id === row.ownerId);
      const checkIns = rows.checkIns.filter((one) => one.keyResultId === row.id);
      const zone = owner?.zone ?? workspace.zone;
      const { status, pace } = evidence(row, { cycle, rhythm: workspace.rhythm, zone, checkIns, at });
      return { row, owner: owner?.name ?? "nobody", status, pace };
    });
}

/** Input metrics, the weakest first, and those nobody moves. */
export function inputsOf(rows: StarRows, moving: readonly Mover[]) {
  const inputs = rows.metrics.filter((one) => one.kind === "input" && isOfLine(one.id, rows));
  return weakestByReadings(inputs, moving, rows);
}

const worstFirst: readonly Status[] = [
  "off-pace",
  "behind",
  "stale",
  "no-data",
  "too-early",
  "on-pace",
  "done",
];

/** The worst status among the key results that move an input: what its word says. */
export function statusOf({ movedBy }: InputStanding<Mover>): Status | undefined {
  return worstFirst.find((status) => movedBy.some((one) => one.status === status));
}

/** One North Star of each product line, the company's first; a committed one before the proposal to replace it. */
export function linesOf(northStars: readonly RowOf<"north-star">[]): RowOf<"north-star">[] {
  const holding = standing(northStars);
  return holding.filter(
    (one, index) => holding.findIndex((other) => other.productLine === one.productLine) === index,
  );
}

/** Whether an input leads to the North Star that is shown; one that leads nowhere stands with the company's. */
function isOfLine(metricId: string, { metrics, northStars, northStar }: StarRows): boolean {
  const { northStar: reached } = lineToStar({ moves: { metricId, because: "" } }, { metrics, northStars });
  return reached?.productLine === northStar?.productLine;
}
