import { type Decision, type Due, decide } from "../../shared/reminders/decide.ts";
import type { Planned } from "../../shared/reminders/intent.ts";
import type { ReminderKind } from "../../shared/reminders/kinds.ts";
import { planOf } from "../../shared/reminders/ladder.ts";
import { type View, viewOf } from "../../shared/reminders/view.ts";
import { kinds } from "../../shared/sync/kinds.ts";
import { bodyOf } from "../../shared/sync/mutation.ts";
import { idOf, type Rules } from "./rules.ts";

/** What the planner sees of rows that rules have written. */
export function viewIn(rules: Rules): View {
  const rows = kinds.flatMap((kind) =>
    rules.all(kind).map((row) => ({ kind, id: row.id, revision: row.revision, body: bodyOf(row) })),
  );
  return viewOf(rows)!;
}

/** What is planned of some kinds in a span, each as "kind who when", soonest first. */
export function plannedIn(rules: Rules, from: string, to: string, ...wanted: ReminderKind[]): string[] {
  return plansIn(rules, from, to, ...wanted)
    .map((one) => `${one.kind} ${nameOf(rules, one.memberId)} ${one.plannedFor.slice(0, 16)}`)
    .sort((a, b) => (a.slice(-16) + a < b.slice(-16) + b ? -1 : 1));
}

export function plansIn(rules: Rules, from: string, to: string, ...wanted: ReminderKind[]): Planned[] {
  return planOf(viewIn(rules), from, to).filter((one) => wanted.length === 0 || wanted.includes(one.kind));
}

/** What becomes of a reminder to somebody of the cast; it makes sense for a fortnight unless it says otherwise. */
export function decidedIn(
  rules: Rules,
  who: string,
  about: Pick<Due, "kind" | "subjectId" | "occurrenceOn"> & { untilAt?: string },
  now: string,
): Decision {
  const untilAt = new Date(Date.parse(now) + 14 * 86_400_000).toISOString();
  return decide({ untilAt, ...about, memberId: idOf(who) }, viewIn(rules), now);
}

/** A decision in a word: what it is not sent for, until when it waits, or "said". */
export function wordOf(decision: Decision): string {
  if ("skip" in decision) return decision.skip;
  return "notBefore" in decision ? decision.notBefore : "said";
}

function nameOf(rules: Rules, memberId: string): string {
  return rules.find("member", memberId)?.name.toLowerCase() ?? "nobody";
}
