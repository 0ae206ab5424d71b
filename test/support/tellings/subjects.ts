import { reviewId } from "../../../shared/reviews/review.ts";
import type { Finding } from "../../../shared/signals/anomalies.ts";
import { finishes, habit, percent, podcasts, q4, skips, star } from "../cast.ts";
import { idOf } from "../rules.ts";

/** What the tellings are about. */
export const plays = {
  ...{ id: idOf("plays"), key: "plays", name: "Plays", definition: "Counted.", kind: "input", unit: percent },
  ...{ goodDirection: "up", cadence: "weekly", stewardId: idOf("stew"), squadId: podcasts },
};
export const reading = { metricId: habit, on: "2026-09-20", value: 0.2, source: "warehouse" };
export const checkIn = {
  id: idOf("new"),
  keyResultId: finishes,
  value: 0.2,
  confidence: 7,
  note: "So.",
  about: ["moved"],
};
export const ben = { memberId: idOf("ben") };
export const candidate = { name: "Streams", definition: "Songs played for 30 s." };
export const bet = { title: "Shorter intros", squadId: podcasts, keyResultId: finishes };
export const hypothesis = {
  change: "Shorter intros",
  metricId: habit,
  amount: 0.02,
  byOn: "2026-12-01",
  because: "B.",
};
export const [askedStar, signedStar, proposedStar] = ["asked", "answered", "proposed"].map((one) =>
  idOf(`${one} star`),
) as [string, string, string];
export const line = { metricId: star, statement: "A line.", umbrellaMetricId: skips };
export const owing = idOf("owing");
export const owingToo = idOf("owing too");
export const launch = { metricId: habit, on: "2026-09-14", type: "launch", text: "New player" };
export const fell: Finding = {
  series: { kind: "metric", id: habit },
  squadId: podcasts,
  on: "2026-09-28",
  onset: "2026-09-21",
  direction: "down",
  rule: "last-2",
  value: 0.2,
  expected: { low: 0.3, centre: 0.35, high: 0.4 },
  preset: "calm",
  adverse: true,
};
export const file = { name: "plan.pdf", type: "application/pdf", size: 5, sha256: "ab".repeat(32) };
export const weekly = { beat: "weekly", cycleId: q4, squadId: podcasts } as const;
export const thisWeek = reviewId({ ...weekly, on: "2026-10-05" });
export const milestones = ["one", "two"].map((title) => ({ id: idOf(title), title, weight: 1 }));

export const everyWay = {
  ...{ "check-ins": "both", assignments: "push", anomalies: "email", "metric-check": "off" },
  ...{ rituals: "push", focus: "push", digest: "email" },
};
