import { standing } from "../check-ins/history.ts";
import { answers, occurrenceAt } from "../check-ins/occurrence.ts";
import { debtNow } from "../check-ins/owed.ts";
import type { Rhythm } from "../people/workspace.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate } from "../time/local-date.ts";
import { grade } from "./progress.ts";

/** "waiting": nothing is wrong, there is still time. */
export type Verdict = "yes" | "partly" | "waiting" | "no";

export interface Answer {
  verdict: Verdict;
  /** Why it is not a plain yes; what a screen puts into words. */
  why?:
    | "no-cycle"
    | "not-committed"
    | "only-drafts"
    | "nobody-moves-it"
    | "nudges-over"
    | "not-due"
    | "still-time"
    | "unanswered"
    | "never-said";
  good: number;
  of: number;
  /** The key results the answer hangs on: those to do something about, the first to be done first. */
  about: RowOf<"key-result">[];
}

/** A committed key result with its check-ins, and the zone of its owner. */
export interface Watched {
  row: RowOf<"key-result">;
  checkIns: readonly RowOf<"check-in">[];
  zone: string;
}

/** A committed key result this cycle? */
export function committed(moving: readonly RowOf<"key-result">[], cycle: RowOf<"cycle"> | undefined): Answer {
  const bound = moving.filter((one) => one.state !== "draft");
  const counted = { good: bound.length, of: moving.length, about: [] };
  if (cycle === undefined) return { ...counted, verdict: "no", why: "no-cycle" };
  if (bound.length > 0) return { ...counted, verdict: "yes" };
  const why = moving.length > 0 ? "only-drafts" : "nobody-moves-it";
  return { ...counted, verdict: "no", why, about: [...moving] };
}

/** Were this week's nudges answered? A check-in answers, whoever asked for it and however. */
export function answered(
  bound: readonly Watched[],
  about: { cycle: RowOf<"cycle"> | undefined; rhythm: Rhythm; at: number },
): Answer {
  const { cycle } = about;
  if (cycle === undefined || bound.length === 0)
    return { verdict: "no", why: "nobody-moves-it", good: 0, of: 0, about: [] };
  if (cycle.state !== "running")
    return { verdict: "waiting", why: "nudges-over", good: 0, of: bound.length, about: [] };
  const weeks = bound.map((one) => ({ row: one.row, week: weekOf(one, cycle, about.rhythm, about.at) }));
  const having = (week: Week) => weeks.filter((one) => one.week === week).map((one) => one.row);
  const [good, missed, open] = [having("answered"), having("missed"), having("open")];
  const counted = { good: good.length, of: weeks.length - having("not-due").length };
  if (missed.length > 0) {
    const verdict = good.length + open.length > 0 ? "partly" : "no";
    return { ...counted, verdict, why: "unanswered", about: missed };
  }
  if (open.length > 0) return { ...counted, verdict: "waiting", why: "still-time", about: open };
  if (good.length === 0) return { ...counted, verdict: "waiting", why: "not-due", about: [] };
  return { ...counted, verdict: "yes", about: [] };
}

/** Will they be scored? Only what somebody said a value of can be. */
export function scored(bound: readonly Watched[]): Answer {
  const silent = bound
    .filter(({ row, checkIns }) => row.state !== "graded" && grade(row, checkIns).score === null)
    .map((one) => one.row);
  const counted = { good: bound.length - silent.length, of: bound.length };
  if (bound.length === 0) return { ...counted, verdict: "no", why: "nobody-moves-it", about: [] };
  if (silent.length === 0) return { ...counted, verdict: "yes", about: [] };
  return { ...counted, verdict: counted.good > 0 ? "partly" : "no", why: "never-said", about: silent };
}

type Week = "answered" | "missed" | "open" | "not-due";

function weekOf({ row, checkIns, zone }: Watched, cycle: RowOf<"cycle">, rhythm: Rhythm, at: number): Week {
  if (row.state === "graded") return "answered";
  const on = localDate(at, zone);
  const occurrence = occurrenceAt(rhythm, on);
  if (standing(checkIns).some((one) => answers(one.original.occurrenceOn, occurrence.dueOn)))
    return "answered";
  const debt = debtNow(row, cycle, occurrence, on, checkIns);
  if (debt === undefined) return "not-due";
  return debt === "late" ? "missed" : "open";
}
