import { mostAtOnce } from "../metrics/reading.ts";
import { readingId } from "../metrics/reading-id.ts";
import type { ImportField } from "./fields.ts";
import {
  type ImportKind,
  numberIn,
  type PlanContext,
  type Planner,
  type Step,
  said,
  textIn,
} from "./plan.ts";

/** A file of readings belongs to one source unless it says otherwise, so that a corrected file replaces the first. */
export const importSource = "import";

const fields: readonly ImportField[] = [
  {
    ...{ name: "metric", label: "Metric", type: "reference", to: "metric", required: true },
    known: ["metric key", "key", "kpi", "measure", "metrik", "kennzahl", "name"],
  },
  {
    ...{ name: "on", label: "Day", type: "day", required: true },
    known: ["date", "datum", "tag", "on", "time", "period", "week", "woche", "month", "monat", "timestamp"],
  },
  {
    ...{ name: "value", label: "Value", type: "number", required: true },
    known: ["wert", "amount", "count", "number", "anzahl", "result", "actual"],
  },
  {
    ...{ name: "segment", label: "Segment", type: "text", most: 80 },
    known: ["slice", "channel", "kanal", "plan", "platform", "group", "gruppe"],
  },
  {
    name: "note",
    label: "Note",
    type: "text",
    most: 500,
    known: ["notes", "comment", "comments", "notiz", "kommentar", "remark"],
  },
  { name: "source", label: "Source", type: "text", most: 80, known: ["quelle", "origin", "system"] },
];

/** Dated values of metrics. The same metric, day, segment and source is the same reading: it is corrected. */
export const readings: ImportKind = {
  name: "readings",
  fields,
  most: 100_000,
  argument: {
    metricId: "metric",
    on: "on",
    value: "value",
    segment: "segment",
    note: "note",
    source: "source",
  },
  plan: planReadings,
  packed,
};

function planReadings(context: PlanContext): Planner {
  const lines = new Map<string, number>();
  return {
    row(row) {
      const metric = context.find("metric", row, "metric");
      if (metric === undefined) return [];
      const value = numberIn(row, "value", metric.unit.scale, context);
      const on = textIn(row, "on");
      if (value === undefined || on === undefined) return [];
      const source = textIn(row, "source") ?? importSource;
      const args = { metricId: metric.id, on, segment: textIn(row, "segment"), source };
      const id = readingId(args);
      const before = lines.get(id);
      if (before !== undefined) {
        const expected = `one value for a metric, day and segment; line ${before} has one`;
        context.problems.add({ code: "duplicate_line", ...row.place("on"), found: on, expected });
        return [];
      }
      lines.set(id, row.line);
      const note = textIn(row, "note");
      return [{ row, name: "reading.record", args: said({ ...args, value, note }), counts: true }];
    },
  };
}

/** As many readings of one metric and source together as a mutation takes, in the order of the file. */
function packed(steps: readonly Step[]): Step[] {
  const open = new Map<string, Step & { args: { readings: object[] }; parts: Step[] }>();
  const all: Step[] = [];
  for (const part of steps) {
    const { row, args, counts } = part;
    const { metricId, source, ...reading } = args;
    const key = `${String(metricId)} ${String(source)}`;
    const there = open.get(key);
    if (there !== undefined && there.parts.length < mostAtOnce) {
      there.args.readings.push(reading);
      there.parts.push(part);
      continue;
    }
    const many = { metricId, source, readings: [reading] };
    const step = { row, name: "reading.record-many", args: many, counts, parts: [part] };
    open.set(key, step);
    all.push(step);
  }
  return all;
}
