import { readingId } from "../../../shared/metrics/reading-id.ts";
import { habit, northStar, percent, podcasts, q4, skips } from "../cast.ts";
import { idOf } from "../rules.ts";
import { askedStar, candidate, plays, proposedStar, reading, signedStar } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/** Of metrics, candidates, North Stars and readings. */
export const measures = {
  "metric.define": {
    by: "imani",
    args: {
      ...{ ...plays, parentId: habit, source: "Events.", freshDays: 9, estimated: true },
      ...{ floor: 0, ceiling: 1, target: 0.5, payLinked: true, counterweights: [skips] },
    },
  },
  "metric.revise": {
    by: "imani",
    args: {
      ...{ metricId: idOf("unused"), name: "U", definition: "D.", parentId: habit, unit: percent },
      ...{ goodDirection: "down", cadence: "daily", stewardId: idOf("olu"), squadId: podcasts, source: "S." },
      ...{ freshDays: 2, estimated: true, floor: 0, ceiling: 1, target: 0.5 },
      ...{ payLinked: true, counterweights: [skips] },
    },
  },
  "metric.retire": { by: "imani", args: { metricId: idOf("unused") } },
  "north-star.propose": {
    by: "ada",
    args: {
      ...{ id: idOf("next star"), metricId: idOf("metric listening"), statement: "Next." },
      ...{ businessModel: "attention", umbrellaMetricId: idOf("unused") },
      candidateId: idOf("streams"),
    },
  },
  "candidate.propose": {
    by: "dora",
    args: {
      ...{ ...candidate, id: idOf("actives"), businessModel: "attention", cadence: "weekly" },
      ...{ reach: "depth", metricId: habit },
    },
  },
  "candidate.revise": {
    by: "ada",
    args: {
      ...{ candidateId: idOf("streams"), name: "S", definition: "D.", businessModel: "attention" },
      ...{ cadence: "daily", reach: "breadth", metricId: habit, correlation: "C.", gaming: "G." },
    },
  },
  "candidate.judge": {
    by: "dora",
    args: { candidateId: idOf("streams"), test: "leading", verdict: "no", evidence: "It follows." },
  },
  "candidate.hear": {
    ...{ by: "nobody", server: true },
    args: { candidateId: idOf("streams"), verdict: "no", why: "Skips count too.", by: "Sceptic" },
  },
  "candidate.reject": { by: "ada", args: { candidateId: idOf("streams"), reason: "Skips inflate it." } },
  "candidate.reopen": { by: "dora", args: { candidateId: idOf("revenue") } },
  "recall.answer": { by: "vic", args: { cycleId: q4, choice: "Streams a month" } },
  "north-star.reconsider": { by: "ada", args: { northStarId: northStar, trigger: "pivot" } },
  "north-star.judge": {
    by: "ada",
    args: { northStarId: askedStar, test: "sticky", verdict: "partly", evidence: "Two years." },
  },
  "north-star.attest": {
    by: "ada",
    args: {
      ...{ northStarId: askedStar, plan: "P.", market: "M.", links: ["https://example.com/plan"] },
      ...{ as: "adjust", why: "W.", statement: "S." },
    },
  },
  "north-star.revalidate": { by: "ada", args: { northStarId: signedStar, horizonMonths: 14 } },
  "north-star.commit": { by: "ada", args: { northStarId: proposedStar, horizonMonths: 18 } },
  "reading.record": {
    by: "stew",
    args: { metricId: habit, on: "2026-09-21", value: 0.2, segment: "iOS", source: "hand", note: "N." },
  },
  "reading.record-many": {
    by: "stew",
    args: {
      ...{ metricId: habit, source: "warehouse" },
      readings: [
        { on: "2026-09-20", value: 0.4, segment: "iOS", note: "N." },
        { on: "2026-09-21", value: 0.5 },
      ],
    },
  },
  "reading.correct": { by: "stew", args: { readingId: readingId(reading), value: 0.3, note: "N." } },
} satisfies Record<string, Telling>;
