import type { Query } from "../../../shared/search/query.ts";
import type { Narrowing, RememberedAs } from "../../../shared/search/remembered.ts";
import { plural } from "../../ui/day.ts";

export const kindNames: Record<RememberedAs, { title: string; many: string }> = {
  "key-result": { title: "Key results", many: "Key results" },
  objective: { title: "Objectives", many: "Objectives" },
  "check-in": { title: "Notes of check-ins", many: "Notes" },
  blocker: { title: "Blockers", many: "Blockers" },
  review: { title: "Decisions of reviews", many: "Decisions" },
  bet: { title: "Bets and what they taught", many: "Bets" },
  anomaly: { title: "What was unusual, and why", many: "Answers" },
  candidate: { title: "North Star candidates", many: "Candidates" },
  event: { title: "Marked days", many: "Marked days" },
  metric: { title: "Metrics", many: "Metrics" },
};

/** What is said, and read out, of a search: how many there are, or why there are none. */
export function foundWords(
  query: Query,
  isReading: boolean,
  found: { total: number; narrowing: Narrowing; called: number } | undefined,
): string {
  if (query.state === "short") return "One more letter, please: a single one is in nearly everything.";
  if (query.state === "wordless") return "Type a word or a number to look for.";
  if (isReading) return "Reading what this phone holds.";
  if (found === undefined) return "";
  if (found.total > 0) return `${plural(found.total, "thing")} found`;
  if (found.called > 0) return "Nothing has this word; somebody is called so.";
  const { as, cycleId, memberId } = found.narrowing;
  const narrowed = as !== undefined || cycleId !== undefined || memberId !== undefined;
  return narrowed
    ? "Nothing found this way. Take a filter away."
    : "Nothing found. Try fewer words, or the beginning of one.";
}
