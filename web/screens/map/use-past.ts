import type { RowOf } from "../../../shared/sync/mutation.ts";
import { asOf, cycleOn } from "../../store/as-of.ts";
import { type Answer, useAnswer } from "../../ui/answer.ts";
import { type SeenRows, seenRows } from "./map-rows.ts";

/**
 * The rows of a past day, from the server; none where the workspace was not there yet. Only the cycle
 * that day lies in is asked for.
 */
export function usePast(
  on: string,
  cycles: readonly RowOf<"cycle">[],
): [Answer<{ on: string; rows: SeenRows | undefined }>, again: () => void] {
  const cycleId = cycleOn(cycles, on)?.id;
  const ask = async () => {
    const then = await asOf(on, cycleId, ["reading", "event", "anomaly"]);
    return { on, rows: await seenRows(then, on, cycleId) };
  };
  return useAnswer(ask, { key: on });
}
