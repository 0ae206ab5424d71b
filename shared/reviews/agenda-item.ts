import type { Status } from "../okrs/progress.ts";
import type { Retro } from "./retro.ts";
import type { Review, ReviewSubject } from "./review.ts";

/** The parts of an agenda; a review has those of its beat, in their order. */
export type AgendaPart =
  | "decided-before"
  | "north-star"
  | "inputs"
  | "off-pace"
  | "disagreement"
  | "stale"
  | "guardrails"
  | "key-results"
  | "missing"
  | "anomalies"
  | "blockers"
  | "unjustified"
  | "grades"
  | "others"
  | "exemptions"
  | "targets"
  | "next"
  | "questions"
  | "tests"
  | "triggers";

/** Why something is on the agenda, as the data says it. */
export type AgendaReason =
  | {
      what: "decided";
      as: Review["decisions"][number]["as"];
      text: string;
      on: string;
      ownerId?: string;
      byOn?: string;
    }
  | { what: "status"; status: Status; pace?: number }
  | { what: "disagrees"; how: "hopeful" | "doubtful"; confidence: number; stale?: true }
  | { what: "missing"; dueOn: string }
  | { what: "needs-help" }
  | { what: "unusual"; direction: "up" | "down"; adverse: boolean; on: string }
  | { what: "blocked"; days: number }
  | { what: "breached" }
  | { what: "old-reading"; days?: number }
  | { what: "moved"; delta: number; good?: boolean }
  | { what: "unjustified"; open: number; unjustified: number }
  | { what: "graded"; score: number }
  | { what: "ungraded" }
  | { what: "moved-by"; keyResults: number; grade?: number }
  | { what: "retro"; retro: Retro }
  | { what: "exempt"; reason: string }
  | { what: "asks"; question: string }
  | { what: "re-validation"; on?: string };

export interface AgendaItem {
  subject: ReviewSubject;
  part: AgendaPart;
  reasons: AgendaReason[];
}

/** Which review an agenda is of. `on` names it: the due day of a week, the first of a month, a cycle's last day. */
export type ReviewTerms = Pick<Review, "beat" | "cycleId" | "squadId" | "on">;

const unjustified = "Unjustified work of ";

/** The topic of a squad's bets without a key result; a topic is known by its words. */
export function unjustifiedWork(squad: string): string {
  return `${unjustified}${squad}`;
}

export function isUnjustifiedWork({ kind, id }: ReviewSubject): boolean {
  return kind === "topic" && id.startsWith(unjustified);
}

/** Whether it is a question, which is answered in words; everything else is kept, changed or dropped. */
export function isQuestion(subject: ReviewSubject): boolean {
  return subject.kind === "topic" && !isUnjustifiedWork(subject);
}

export function subjectKey({ kind, id }: ReviewSubject): string {
  return `${kind}/${id}`;
}

/** Each subject once, at its first place, with the reasons of all its places. */
export function once(items: readonly AgendaItem[]): AgendaItem[] {
  const found = new Map<string, AgendaItem>();
  for (const one of items) {
    const known = found.get(subjectKey(one.subject));
    if (known === undefined) found.set(subjectKey(one.subject), { ...one, reasons: [...one.reasons] });
    else
      known.reasons.push(
        ...one.reasons.filter((reason) => !known.reasons.some((two) => two.what === reason.what)),
      );
  }
  return [...found.values()];
}
