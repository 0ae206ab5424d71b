import * as z from "zod/mini";
import { checkInSource } from "../check-ins/measured.ts";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  type Rows,
  refuse,
} from "../sync/mutation.ts";
import { change, equal } from "../sync/write.ts";
import { localDate } from "../time/local-date.ts";
import { readingId } from "./reading-id.ts";

const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

export const schema = z.strictObject({
  metricId: field.id,
  on: field.day,
  value: field.number,
  segment: z.optional(label),
  source: z.optional(label),
  note: z.optional(field.note),
  recordedBy: z.optional(field.id),
  checkInId: z.optional(field.id),
});
export type Reading = z.output<typeof schema>;

/** A reading of the same metric, day, segment and source is the same reading: another value corrects it. */
const record = defineMutation({
  args: z.strictObject({
    metricId: field.id,
    on: field.day,
    value: field.number,
    segment: z.optional(label),
    source: z.optional(label),
    note: z.optional(field.note),
  }),
  subject: ({ metricId }, { rows }) => of(metricId, "metricId", rows),
  may: ["admin", "pm", "steward"],
  rule(args, { rows, who, when }) {
    if (rows.get("metric", args.metricId)?.state === "retired") return refuse("metric_retired", "metricId");
    if (args.source === checkInSource) return refuse("invalid_arguments", "source");
    if (args.on > latestDay(who.memberId, when.receivedAt, rows)) return refuse("reading_in_future", "on");
    const id = readingId(args);
    const reading: Reading = { ...args, recordedBy: who.memberId };
    const same = isSame(rows.get("reading", id), args);
    return { writes: same ? [] : [put("reading", id, reading)] };
  },
});

/** As many of one metric and source at once as a commit holds well; all of them or none. */
export const mostAtOnce = 500;

/** The same for many readings of one source: what a program sends, and what a file holds. */
const recordMany = defineMutation({
  args: z.strictObject({
    metricId: field.id,
    source: label,
    readings: z
      .array(
        z.strictObject({
          on: field.day,
          value: field.number,
          segment: z.optional(label),
          note: z.optional(field.note),
        }),
      )
      .check(z.minLength(1), z.maxLength(mostAtOnce)),
  }),
  subject: ({ metricId }, { rows }) => of(metricId, "metricId", rows),
  may: ["admin", "pm", "steward"],
  rule({ metricId, source, readings }, { rows, who, when }) {
    if (rows.get("metric", metricId)?.state === "retired") return refuse("metric_retired", "metricId");
    if (source === checkInSource) return refuse("invalid_arguments", "source");
    const latest = latestDay(who.memberId, when.receivedAt, rows);
    const future = readings.findIndex((one) => one.on > latest);
    if (future >= 0) return refuse("reading_in_future", `readings.${future}.on`);
    const told = readings.map((one): Reading => ({ metricId, source, ...one }));
    // Of two for the same day the later one in the list counts, as it would one after the other.
    const last = new Map(told.map((one) => [readingId(one), one]));
    const ids = [...last.keys()];
    const stored = rows.getMany("reading", ids);
    const changed = [...last].filter(([, one], place) => !isSame(stored[place], one));
    return { writes: changed.map(([id, one]) => put("reading", id, { ...one, recordedBy: who.memberId })) };
  },
});

const correct = defineMutation({
  args: z.strictObject({ readingId: field.rowId, value: field.number, note: z.optional(field.note) }),
  subject(args, { rows }) {
    const reading = rows.get("reading", args.readingId);
    return reading === undefined ? refuse("not_found", "readingId") : of(reading.metricId, "readingId", rows);
  },
  may: ["admin", "pm", "steward"],
  rule({ readingId: id, ...changes }, { rows, who }) {
    const reading = rows.get("reading", id)!;
    if (rows.get("metric", reading.metricId)?.state === "retired")
      return refuse("metric_retired", "readingId");
    const verdict = change("reading", reading, changes);
    if ("writes" in verdict && verdict.writes.length === 0) return verdict;
    return change("reading", reading, { ...changes, recordedBy: who.memberId });
  },
});

export const mutations = { record, "record-many": recordMany, correct };

/** Whoever told it, it says the same. */
function isSame(stored: RowOf<"reading"> | undefined, told: Reading): boolean {
  if (stored === undefined) return false;
  return equal({ ...bodyOf<"reading">(stored), recordedBy: undefined }, { ...told, recordedBy: undefined });
}

function of(metricId: string, name: string, rows: Rows): Subject | Refusal {
  const metric = rows.get("metric", metricId);
  if (metric === undefined) return refuse("not_found", name);
  return { squadId: metric.squadId, stewardId: metric.stewardId };
}

/** Today where it is later: at the workspace or with whoever records. */
function latestDay(memberId: string, at: string, rows: Context["rows"]): string {
  const zones = [rows.list("workspace")[0]?.zone, rows.get("member", memberId)?.zone];
  return zones
    .map((zone) => localDate(at, zone ?? "UTC"))
    .sort()
    .at(-1)!;
}
