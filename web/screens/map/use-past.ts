import type { RowOf } from "../../../shared/sync/mutation.ts";
import { asOf } from "../../store/as-of.ts";
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
  const cycleId = cycles.find((one) => one.startsOn <= on && on <= one.endsOn)?.id;
  const ask = async () => ({ on, rows: await seenRows(await asOf(on, cycleId, ["reading"]), on, cycleId) });
  return useAnswer(ask, { key: on });
}
