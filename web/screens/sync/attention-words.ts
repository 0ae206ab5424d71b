import type { Unit } from "../../../shared/metrics/metric.ts";
import { formatNumber } from "../../ui/value.ts";

const nouns: Record<string, string> = {
  "check-in": "Check-in",
  "check-in.amend": "Amendment",
  "check-in.retract": "Taking back a check-in",
  blocker: "Blocker",
  "blocker.resolve": "Resolving a blocker",
  reading: "Reading",
  "reading.correct": "Correction",
  metric: "Metric",
  "north-star": "North Star",
  cycle: "Cycle",
  objective: "Objective",
  "key-result": "Key result",
  bet: "Bet",
  candidate: "Candidate",
  recall: "Answer about the North Star",
  focus: "Today’s focus",
  event: "Marked day",
  anomaly: "Answer to an anomaly",
  nudge: "Question for a check-in",
  review: "Review",
  "review.decide": "Decision of a review",
  "review.note": "Notes of a review",
  attachment: "File",
  "attachment.remove": "Removing a file",
  member: "Change to a person",
  squad: "Change to a squad",
  workspace: "Workspace setting",
};

/** "Check-in not accepted", for any mutation, also one this version does not know. */
export function attentionTitle(name: string): string {
  return `${nouns[name] ?? nouns[name.split(".")[0] ?? ""] ?? "Change"} not accepted`;
}

const quoted = [
  "note",
  "notes",
  "blocked",
  "text",
  "resolution",
  "because",
  "why",
  "reason",
  "definition",
  "statement",
  "purpose",
];
const named = ["title", "name"];

/** What its author wrote, as one line: numbers first, words in quotes. Empty when there were none. */
export function attentionText(args: Record<string, unknown>, unit?: Unit, locale?: string): string {
  const { value, confidence, moves, grade } = args as { [key: string]: unknown };
  const said: string[] = [];
  const numbers = [
    typeof value === "number" ? formatNumber(value, exact(value, unit), locale) : "",
    typeof confidence === "number" ? `confidence ${confidence}` : "",
  ].filter(Boolean);
  if (numbers.length > 0) said.push(`${numbers.join(", ")}.`);
  const nested = { ...(object(moves) ?? {}), ...(object(grade) ?? {}), ...args };
  for (const key of named) if (typeof nested[key] === "string") said.push(`${nested[key]}.`);
  for (const key of quoted)
    if (typeof nested[key] === "string" && nested[key] !== "") said.push(`“${nested[key]}”`);
  return said.join(" ");
}

/** The row the words are about, for naming it: its kind and id. */
export function attentionSubject(args: Record<string, unknown>): string | undefined {
  const id = args.keyResultId ?? args.objectiveId ?? args.metricId;
  return typeof id === "string" ? id : undefined;
}

/** With every decimal that was typed, and as a plain number where the unit is gone: nothing is rounded away here. */
function exact(value: number, unit: Unit | undefined): Unit {
  const { label, scale, decimals } = unit ?? { label: "", scale: "count", decimals: 0 };
  const shown = Number((scale === "ratio" ? value * 100 : value).toPrecision(12));
  return { label, scale, decimals: Math.max(decimals, String(shown).split(".")[1]?.length ?? 0) };
}

function object(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}
