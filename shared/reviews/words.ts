import { confidenceWord } from "../okrs/confidence.ts";
import type { Status } from "../okrs/progress.ts";
import { type AgendaItem, type AgendaPart, type AgendaReason, isQuestion } from "./agenda-item.ts";
import { verdictLine, verdictWords } from "./retro-words.ts";
import type { Beat, Review, ReviewSubject } from "./review.ts";

/** What words need of the rows; each has an answer for what is gone. */
export interface Names {
  member: (id: string) => string;
  /** What an item or a decision is about. */
  subject: (subject: ReviewSubject) => string;
  series: (series: { kind: "metric" | "key-result"; id: string }) => string;
  /** "23 Nov". */
  day: (on: string) => string;
}

export const beatTitles: Record<Beat, string> = {
  weekly: "Metric check",
  monthly: "OKR review",
  quarterly: "Look back at the cycle",
  yearly: "Re-validation of the North Star",
};

export const partWords: Record<AgendaPart, string> = {
  "decided-before": "Decided last time",
  "north-star": "North Star",
  inputs: "Inputs",
  "off-pace": "Off pace",
  disagreement: "Confidence and pace disagree",
  stale: "Nobody checks in",
  guardrails: "Guardrails breached",
  "key-results": "Key results",
  missing: "Missing check-ins",
  anomalies: "Unusual",
  blockers: "Blocked",
  unjustified: "Work without a key result",
  grades: "Grades",
  others: "Beside our work",
  exemptions: "Exemptions",
  targets: "Targets",
  next: "Next cycle",
  questions: "Questions",
  tests: "The five tests",
  triggers: "What would end it sooner",
};

export const statusWords: Record<Status, string> = {
  done: "done",
  "no-data": "no data",
  stale: "stale",
  "too-early": "too early to say",
  "on-pace": "on pace",
  behind: "behind",
  "off-pace": "off pace",
};

const decisionLabels: Record<Review["decisions"][number]["as"], string> = {
  keep: "Keep",
  adjust: "Adjust",
  drop: "Drop",
  help: "Help",
};

/** What was decided, in a word; a question that was kept was answered. */
export function decisionLabel({
  as,
  subject,
}: Pick<Review["decisions"][number], "as"> & { subject?: ReviewSubject | undefined }): string {
  return as === "keep" && subject && isQuestion(subject) ? "Answered" : decisionLabels[as];
}

/** A decision where nobody's words may stand: a blocker is called by its note, a topic by whatever was typed. */
export function decisionTitle(
  { subject, as }: Pick<Review["decisions"][number], "subject" | "as">,
  names: Names,
): string {
  const untold = { blocker: "A blocker", topic: "Something else" } as const;
  const { kind } = subject;
  const name = kind === "blocker" || kind === "topic" ? untold[kind] : names.subject(subject);
  return `${name}: ${decisionLabel({ as, subject }).toLowerCase()}`;
}

/** One reason in words that can stand in a list: "off pace, at 43% of where it should be". */
export function reasonWords(reason: AgendaReason, names: Names): string {
  switch (reason.what) {
    case "decided":
      return `last time, ${names.day(reason.on)}: ${decisionWords(reason, names)}`;
    case "status":
      return reason.pace === undefined || (reason.status !== "behind" && reason.status !== "off-pace")
        ? statusWords[reason.status]
        : `${statusWords[reason.status]}, at ${percent(reason.pace)} of where it should be`;
    case "disagrees":
      return reason.stale
        ? `its owner said ${confidenceWord(reason.confidence)}, and has not checked in since`
        : `its owner says ${confidenceWord(reason.confidence)}, the numbers say otherwise`;
    case "missing":
      return `no check-in for ${names.day(reason.dueOn)}`;
    case "needs-help":
      return "its owner asks for help";
    case "unusual":
      return `${reason.direction === "up" ? "above" : "below"} what was expected since ${names.day(reason.on)}`;
    case "blocked":
      return reason.days === 0 ? "blocked since today" : `blocked for ${days(reason.days)}`;
    case "breached":
      return "breached";
    case "old-reading":
      return reason.days === undefined ? "no reading yet" : `last read ${days(reason.days)} ago`;
    case "moved":
      return reason.good === undefined
        ? "has not moved"
        : reason.good
          ? "moved the good way"
          : "moved the wrong way";
    case "unjustified":
      return `${reason.unjustified} of ${reason.open} open without a key result`;
    case "graded":
      return `graded ${reason.score.toFixed(2)}`;
    case "ungraded":
      return "not graded yet";
    case "moved-by":
      return movedByWords(reason);
    case "retro":
      return `${verdictWords[reason.retro.verdict]}. ${verdictLine(reason.retro)}`;
    case "exempt":
      return `exempt: ${reason.reason}`;
    case "asks":
      return reason.question;
    case "re-validation":
      return reason.on === undefined ? "not committed yet" : `to be re-validated by ${names.day(reason.on)}`;
  }
}

/** Everything an item stands on the agenda for, as one line of at most 500 characters. */
export function itemWords({ reasons }: Pick<AgendaItem, "reasons">, names: Names): string {
  const words = reasons.map((one) => reasonWords(one, names)).join("; ");
  const characters = [...words];
  return characters.length > 480 ? `${characters.slice(0, 479).join("")}…` : words;
}

/** "Help: the platform team looks at it, Imani by 4 Dec"; of what was decided before first whether it was done. */
export function decisionWords(
  {
    as,
    text,
    ownerId,
    byOn,
    done,
    subject,
  }: {
    as: Review["decisions"][number]["as"];
    text: string;
    ownerId?: string | undefined;
    byOn?: string | undefined;
    done?: boolean | undefined;
    subject?: ReviewSubject | undefined;
  },
  names: Names,
): string {
  const who = [ownerId && names.member(ownerId), byOn && `by ${names.day(byOn)}`].filter(Boolean).join(" ");
  const label = done === undefined ? "" : done ? "Done. " : "Not done. ";
  const word = decisionLabel({ as, subject });
  // What is done and kept needs no second word, and an answer none beside itself.
  const said = as === "keep" && (done === true || (word !== decisionLabels.keep && text !== "")) ? "" : word;
  const words = [said, text].filter(Boolean).join(": ");
  const all = `${label}${words}`.trim();
  if (who === "" || all === "") return `${all}${who}`;
  return /[.!?…]$/.test(all) ? `${all} ${who}` : `${all}, ${who}`;
}

function movedByWords({ keyResults, grade }: { keyResults: number; grade?: number }): string {
  if (keyResults === 0) return "no key result moved it";
  const moved = `${keyResults} ${keyResults === 1 ? "key result" : "key results"} moved it`;
  return grade === undefined ? moved : `${moved}, graded ${grade.toFixed(2)} on average`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
