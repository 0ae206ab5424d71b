import { type AlignmentMap, alignmentMap } from "../../../shared/okrs/map.ts";
import { useLive, useNow, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { type SeenRows, seenRows } from "./map-rows.ts";

let kept: { key: string; rows: SeenRows } | undefined;

/** What this phone holds, from the first moment also where map, audit and lines take turns. */
export function useSeen(): SeenRows | undefined {
  const memberId = useMemberId();
  const today = useToday();
  const key = `${memberId} ${today}`;
  const rows = useLive((read) => seenRows(read, today), [today]);
  if (rows !== undefined) kept = { key, rows };
  return rows ?? (memberId !== "" && kept?.key === key ? kept.rows : undefined);
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
