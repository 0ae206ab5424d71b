import { unjustifiedCount } from "../bets/backlog.ts";
import type { Status } from "../okrs/progress.ts";
import { type AgendaItem, once, type ReviewTerms, unjustifiedWork } from "./agenda-item.ts";
import { blockerItems, decidedBefore, keyResultItem, metricItem } from "./agenda-pieces.ts";
import { type KeyResultNow, keyResultNow } from "./key-result-now.ts";
import { type ReviewRows, runningKeyResults } from "./rows.ts";

/** A blocker younger than this is the squad's own affair. */
const weekOld = 8;
const silent: readonly Status[] = ["stale", "no-data"];

/**
 * The monthly OKR review: what the last one decided comes back first, then what is off pace, where confidence and pace
 * disagree, what nobody checks in on, broken guardrails, blockers older than a week, and work nothing justifies.
 */
export function monthlyAgenda(terms: ReviewTerms, today: string, rows: ReviewRows): AgendaItem[] {
  const keyResults = runningKeyResults(rows);
  const now = keyResults.flatMap((one) => keyResultNow(one, today, rows) ?? []);
  const guardrails = rows.metrics
    .filter((one) => one.kind === "guardrail" && one.state === "active")
    .map((one) => metricItem(one, "guardrails", today, rows))
    .filter((one) => one.reasons.some(({ what }) => what === "breached"));
  return once([
    ...decidedBefore(terms, rows),
    ...now
      .filter((one) => one.status === "off-pace")
      .sort(lowestPace)
      .map((one) => keyResultItem(one, "off-pace")),
    ...now.filter((one) => one.disagrees !== undefined).map((one) => keyResultItem(one, "disagreement")),
    ...now.filter((one) => silent.includes(one.status)).map((one) => keyResultItem(one, "stale")),
    ...guardrails,
    ...blockerItems(keyResults, weekOld, today, rows),
    ...unjustified(rows),
  ]);
}

/** The work of a squad that no key result justifies, as one thing to talk about. */
function unjustified({ squads, bets, keyResults }: ReviewRows): AgendaItem[] {
  const find = (id: string) => keyResults.find((one) => one.id === id);
  return squads
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ id, name }): AgendaItem[] => {
      const count = unjustifiedCount(
        bets.filter((one) => one.squadId === id),
        find,
      );
      if (count.unjustified === 0) return [];
      const subject = { kind: "topic", id: unjustifiedWork(name) } as const;
      return [{ subject, part: "unjustified", reasons: [{ what: "unjustified", ...count }] }];
    });
}

function lowestPace(a: KeyResultNow, b: KeyResultNow): number {
  return (a.pace ?? 0) - (b.pace ?? 0) || b.keyResult.weight - a.keyResult.weight;
}
