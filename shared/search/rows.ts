import type { Kind } from "../sync/catalog.ts";
import type { RowOf } from "../sync/mutation.ts";

/** The kinds the memory is read from, in the order of their names; readings and recalls hold nothing anybody wrote. */
export const searchedKinds = [
  ...(["anomaly", "bet", "blocker", "candidate", "check-in", "cycle", "event", "key-result"] as const),
  ...(["member", "metric", "objective", "review", "squad"] as const),
] as const satisfies readonly Kind[];
export type SearchedKind = (typeof searchedKinds)[number];

/** Every row this phone holds of each of them. */
export type SearchedRows = { [K in SearchedKind]: readonly RowOf<K>[] };

export function noRows(): { [K in SearchedKind]: RowOf<K>[] } {
  return {
    ...{ anomaly: [], bet: [], blocker: [], candidate: [], "check-in": [], cycle: [], event: [] },
    ...{ "key-result": [], member: [], metric: [], objective: [], review: [], squad: [] },
  };
}
