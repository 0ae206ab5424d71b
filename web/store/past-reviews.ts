import type { ReviewRows } from "../../shared/reviews/rows.ts";
import type { Kind } from "../../shared/sync/catalog.ts";
import { mappedKinds } from "../../shared/sync/mapped-kinds.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { rowsAt, wireOf } from "./as-of.ts";
import { reviewRows } from "./reviews.ts";

const told: readonly Kind[] = [...mappedKinds, "reading", "event", "anomaly", "blocker", "bet", "review"];

/**
 * What reviews and reports of a cycle were worked out from at the end of a past day, from the server; of the cycle before
 * it only the reviews, as the beats look back to them. `null` where the workspace was not there yet. Throws ApiError:
 * "offline" without a network.
 */
export async function reviewRowsOn(
  on: string,
  cycle: RowOf<"cycle">,
  cycles: readonly RowOf<"cycle">[],
): Promise<ReviewRows | null> {
  const before = cycles
    .filter((one) => one.startsOn < cycle.startsOn)
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0];
  const [rows, reviews] = await Promise.all([
    wireOf(on, cycle.id, told),
    before === undefined ? [] : wireOf(on, before.id, ["review"]),
  ]);
  return reviewRows(rowsAt(on, [...rows, ...reviews]), cycle.id);
}
