import type { Kind } from "../../../shared/sync/catalog.ts";

/** What a person calls the rows of each kind. */
export const exportWords: Record<Kind, string> = {
  workspace: "Workspace and rhythm",
  member: "People",
  squad: "Squads",
  metric: "Metrics",
  "north-star": "North Stars",
  reading: "Readings",
  cycle: "Cycles",
  objective: "Objectives",
  "key-result": "Key results",
  "check-in": "Check-ins",
  blocker: "Blockers",
  candidate: "Candidates for North Star",
  recall: "Recall answers",
  bet: "Bets",
  focus: "Focus of the day, where chosen",
  event: "Marked events",
  anomaly: "Anomalies and answers",
  nudge: "Nudges",
  review: "Reviews and decisions",
  attachment: "Attached files, without their contents",
};
