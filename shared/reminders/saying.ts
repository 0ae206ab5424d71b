import type { FocusWords } from "../focus/words.ts";
import type { Anomaly } from "../signals/anomaly.ts";
import type { Named } from "../signals/words.ts";
import type { RowOf } from "../sync/mutation.ts";

/** A key result somebody owes a check-in on, with the last thing said about it. */
export interface OwedKeyResult {
  keyResult: RowOf<"key-result">;
  last?: { value?: number | undefined; confidence: number; note?: string | undefined } | undefined;
}

/** How a squad's week stands: what it owes, of how many, and what waits for an answer. */
export interface Week {
  squad: string;
  missing: RowOf<"key-result">[];
  owed: number;
  anomalies: number;
  blockers: number;
}

export interface NudgeSaying {
  kind: "nudge" | "nudge-again";
  owed: readonly OwedKeyResult[];
}

export interface WeekSaying {
  kind: "metric-check" | "miss" | "digest";
  week: Week;
}

/** What a reminder has to say, by what is true now. Names and titles are here; how much is shown is decided later. */
export type Saying =
  | NudgeSaying
  | WeekSaying
  | { kind: "asked"; owed: OwedKeyResult; by?: string; note?: string }
  | { kind: "assigned"; keyResult: RowOf<"key-result">; by?: string }
  | { kind: "focus"; squad: string; words: FocusWords; bets: number; unjustified: number }
  | { kind: "review-monthly"; keyResults: number; blockers: number }
  | { kind: "cycle-commit"; cycle: string; startsToday: boolean }
  | { kind: "grading"; cycle: string; ungraded: number }
  | { kind: "retro"; cycle: string }
  | { kind: "revalidate"; metric: string; due: "early" | "soon" | "now" }
  | { kind: "anomaly"; anomaly: Anomaly; series: Named };

export type SayingOf<K extends Saying["kind"]> = Extract<Saying, { kind: K }>;

/** Why a reminder was not sent; shown to the person it was meant for. */
export type SkipReason =
  | "done"
  | "nothing-owed"
  | "away"
  | "removed"
  /** All pushes, or this group of reminders, are off. */
  | "push-off"
  | "switched-off"
  | "no-device"
  /** Wanted by e-mail, and no address takes it. */
  | "no-mail"
  | "late"
  | "no-time"
  /** Everything is quiet until after it would make sense. */
  | "snoozed"
  /** Enough was said that day or week. */
  | "budget"
  /** Another message at the same moment says it too. */
  | "told-with";

export type Judged = { say: Saying; badge?: number } | { skip: SkipReason };
