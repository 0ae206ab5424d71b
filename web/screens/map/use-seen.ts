import { type AlignmentMap, alignmentMap } from "../../../shared/okrs/map.ts";
import { useLive, useNow, useToday } from "../../store/live.ts";
import { type SeenRows, seenRows } from "./map-rows.ts";

/** What this phone holds of the cycle that runs. */
export function useSeen(): SeenRows | undefined {
  const today = useToday();
  return useLive((read) => seenRows(read, today), [today]);
}

const quarterHour = 900_000;

/** The moment statuses are worked out for; stands for a quarter of an hour, so that nothing is computed each minute. */
export function useMoment(): number {
  const now = useNow();
  return now - (now % quarterHour);
}

const maps = new WeakMap<SeenRows, { when: number | string; map: AlignmentMap }>();

/** The map of these rows, computed once. */
export function mapOf(rows: SeenRows, when: number | string): AlignmentMap {
  const known = maps.get(rows);
  if (known?.when === when) return known.map;
  const map = alignmentMap(rows, when);
  maps.set(rows, { when, map });
  return map;
}
