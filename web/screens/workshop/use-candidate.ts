import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive } from "../../store/live.ts";
import { type WorkshopRows, workshopRows } from "./workshop-rows.ts";

/** The workshop and the candidate an address names, whatever has become of it. Undefined until read. */
export function useCandidate(
  id: string,
): { rows: WorkshopRows; candidate: RowOf<"candidate"> | undefined } | undefined {
  const rows = useLive(workshopRows, []);
  if (rows === undefined) return undefined;
  const all = [...rows.shortlist, ...rows.chosen, ...rows.rejected];
  return { rows, candidate: all.find((one) => one.id === id) };
}
