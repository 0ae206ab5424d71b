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
    const stored = rows.get("reading", id);
    const same =
      stored !== undefined &&
      equal({ ...bodyOf<"reading">(stored), recordedBy: undefined }, { ...args, recordedBy: undefined });
    return { writes: same ? [] : [put("reading", id, reading)] };
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

export const mutations = { record, correct };

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
