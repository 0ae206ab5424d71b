import { readingId } from "../metrics/reading-id.ts";
import { put, type RowOf, type Rows, type Tombstone, type Write } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { standing } from "./history.ts";

/** The source of a reading that a check-in brought along; nobody types it. */
export const checkInSource = "check-in";

type Original = Pick<RowOf<"check-in">, "id" | "at" | "authorId">;

/**
 * The reading a check-in is at the same time, when its key result measures a metric itself. A day has one: that of the
 * check-in made last, however late the earlier one arrives.
 */
export function readingOf(
  keyResult: RowOf<"key-result">,
  { id, at, authorId }: Original,
  value: number | undefined,
  rows: Rows,
): Write[] {
  const metric = keyResult.measures === undefined ? undefined : rows.get("metric", keyResult.measures);
  if (metric === undefined || value === undefined || metric.state === "retired") return [];
  const day = dayOf(at, rows);
  const reading = { metricId: metric.id, on: day, source: checkInSource, value };
  const stored = rows.get("reading", readingId(reading));
  const other =
    stored?.checkInId === undefined || stored.checkInId === id
      ? undefined
      : rows.get("check-in", stored.checkInId);
  if (other !== undefined && (other.at > at || (other.at === at && other.id > id))) return [];
  return [put("reading", readingId(reading), { ...reading, recordedBy: authorId, checkInId: id })];
}

/** What becomes of a retracted check-in's readings: an earlier check-in of that day has its reading back, or none has. */
export function withoutReading(
  keyResult: RowOf<"key-result">,
  original: RowOf<"check-in">,
  rows: Rows,
): (Write | Tombstone)[] {
  if (keyResult.measures === undefined) return [];
  const brought = rows.list("reading", keyResult.measures).filter((one) => one.checkInId === original.id);
  const before = standing(rows.list("check-in", keyResult.id)).findLast(
    (one) => one.original.id !== original.id && dayOf(one.original.at, rows) === dayOf(original.at, rows),
  );
  return brought.map((reading) => {
    const value = before?.latest.value;
    if (before === undefined || value === undefined)
      return { kind: "reading", id: reading.id, deleted: true };
    const { metricId, on, source } = reading;
    const { id: checkInId, authorId: recordedBy } = before.original;
    return put("reading", reading.id, { metricId, on, source, value, recordedBy, checkInId });
  });
}

function dayOf(at: string, rows: Rows): string {
  return localDate(at, rows.list("workspace")[0]?.zone ?? "UTC");
}
