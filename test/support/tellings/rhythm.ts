import { reviewId } from "../../../shared/reviews/review.ts";
import { anomalyId } from "../../../shared/signals/anomaly-id.ts";
import { finishes, habit, podcasts, q4 } from "../cast.ts";
import { idOf } from "../rules.ts";
import { fell, file, owing, thisWeek, weekly } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/** Of focus, events, anomalies, nudges and reviews. */
export const rhythm = {
  "focus.choose": {
    by: "sam",
    args: { squadId: podcasts, on: "2026-10-05", keyResultId: finishes, reason: "Launch week." },
  },
  "event.mark": {
    by: "ben",
    args: {
      ...{ id: idOf("dip"), metricId: habit, on: "2026-12-21", untilOn: "2027-01-03" },
      ...{ type: "expected-dip", text: "Holidays", rebaseline: false },
    },
  },
  "event.unmark": { by: "sam", args: { eventId: idOf("launched") } },
  "anomaly.raise": {
    ...{ by: "nobody", server: true },
    args: { ...fell, series: { ...fell.series, segment: "iOS" } },
  },
  "anomaly.withdraw": { by: "nobody", server: true, args: { anomalyId: anomalyId(fell) } },
  "anomaly.answer": {
    by: "imani",
    args: {
      ...{ anomalyId: anomalyId(fell), as: "blocker", text: "The feed is down.", rebaseline: false },
      ...{ keyResultId: finishes, id: idOf("feed") },
    },
  },
  "anomaly.reopen": { by: "stew", args: { anomalyId: anomalyId({ ...fell, onset: "2026-08-31" }) } },
  "nudge.send": { by: "imani", args: { id: idOf("asked"), keyResultId: owing, note: "Before the review?" } },
  "review.open": {
    by: "dora",
    args: {
      ...{ beat: "monthly", cycleId: q4, on: "2026-10-01" },
      items: [{ subject: { kind: "key-result", id: finishes }, why: "Off pace." }],
    },
  },
  "review.decide": {
    by: "imani",
    args: {
      ...{ reviewId: thisWeek, subject: { kind: "key-result", id: finishes }, as: "help", text: "Pair up." },
      ...{ ownerId: idOf("sam"), byOn: "2026-10-12" },
    },
  },
  "review.note": { by: "imani", args: { reviewId: thisWeek, notes: "A quiet week." } },
  "review.complete": { by: "imani", args: { reviewId: thisWeek } },
  "review.reopen": { by: "imani", args: { reviewId: reviewId({ ...weekly, on: "2026-09-28" }) } },
  "attachment.add": { by: "imani", args: { ...file, id: idOf("sheet"), subjectId: thisWeek } },
  "attachment.remove": { by: "ada", args: { attachmentId: idOf("plan") } },
  "attachment.bring-back": { by: "ada", args: { attachmentId: idOf("old plan") } },
  "attachment.arrive": { by: "nobody", server: true, args: { attachmentId: idOf("plan") } },
} satisfies Record<string, Telling>;
