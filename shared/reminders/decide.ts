import { type Preferences, wayOf } from "../people/preferences.ts";
import type { RowOf } from "../sync/mutation.ts";
import { localDate, nextWorkday } from "../time/local-date.ts";
import { instantAt } from "../time/wall-clock.ts";
import { judgeAnomaly, judgeAssigned } from "./event-judge.ts";
import { digestTime, type Planned } from "./intent.ts";
import { isUrgent, passesSnooze, rankOf, traits } from "./kinds.ts";
import { judgeAsked, judgeNudge } from "./nudge.ts";
import { nextAllowed, reachOf } from "./quiet.ts";
import { judgeRitual } from "./ritual-judge.ts";
import type { Judged, Saying, SkipReason } from "./saying.ts";
import { judgeCheck, judgeDigest, judgeFocus } from "./squad-judge.ts";
import type { View } from "./view.ts";
import type { LockScreen } from "./wording.ts";

/** A reminder somebody decides on. */
export type Due = Omit<Planned, "plannedFor">;

/** Something to be said to a member, and how it stands among others: see `rankOf` and `isUrgent`. */
export interface Said {
  say: Saying;
  member: RowOf<"member">;
  rank: number;
  urgent: boolean;
  /** How much of it may stand on a locked screen. */
  detail: LockScreen;
  /** What the person owes altogether, for the app's icon. */
  badge?: number;
  /** When it is said if its subject has had its word today (ISO); absent where no other day will do. */
  otherwise?: string;
}

/** What becomes of a reminder at the moment it is due. */
export type Decision =
  | { send: Said }
  | { skip: SkipReason }
  /** An ISO instant: quiet hours, a day off, a day not worked or a snooze are in the way until then. */
  | { notBefore: string };

/**
 * Decides a reminder at `now` (ISO), by what is true then and not when it was planned: what has been done meanwhile, who
 * is away, who has left, what was switched off, which hours are quiet. How much is said altogether is budget.ts.
 */
export function decide(due: Due, view: View, now: string): Decision {
  const member = view.members.get(due.memberId);
  if (member?.state !== "active") return { skip: "removed" };
  if (now >= due.untilAt) return { skip: "late" };
  const unwanted = unwantedBy(member.preferences, due.kind);
  if (unwanted) return { skip: unwanted };
  const judged = judge(due, member, view, now);
  if ("skip" in judged) return judged;
  const { say, badge } = judged;
  const favourable = say.kind === "anomaly" && !say.anomaly.adverse;
  const urgent = isUrgent(due.kind, favourable);
  const { snoozedUntil } = member.preferences;
  const snoozed = !passesSnooze(due.kind, favourable) && snoozedUntil !== undefined && snoozedUntil > now;
  const reach = reachOf(member, view.workspace.rhythm);
  const allowed = nextAllowed(snoozed ? snoozedUntil : now, due.untilAt, reach);
  if (allowed === undefined) return { skip: snoozed ? "snoozed" : "no-time" };
  if (allowed !== now) return { notBefore: allowed };
  const rank = rankOf(due.kind, favourable);
  const detail = member.preferences.lockScreen ?? view.workspace.lockScreen;
  const otherwise = due.kind === "digest" ? nextDigest(due, member, view, now) : undefined;
  return {
    send: {
      ...{ say, member, rank, urgent, detail },
      ...(badge === undefined ? {} : { badge }),
      ...(otherwise === undefined ? {} : { otherwise }),
    },
  };
}

/** A digest that is ready on a day whose word was the focus or the metric check comes on the next, before that one's. */
function nextDigest({ untilAt }: Due, member: RowOf<"member">, view: View, now: string): string | undefined {
  const { rhythm } = view.workspace;
  const reach = reachOf(member, rhythm);
  const on = nextWorkday(localDate(now, member.zone), reach.workdays);
  return nextAllowed(instantAt(on, digestTime(member, rhythm), member.zone), untilAt, reach);
}

/** Why a kind comes by no way at all: it, or every push, is switched off. */
function unwantedBy(preferences: Preferences, kind: Planned["kind"]): SkipReason | undefined {
  const way = wayOf(preferences, traits[kind].group);
  if (way === "off") return "switched-off";
  return way === "push" && !preferences.channels.push ? "push-off" : undefined;
}

function judge(due: Due, member: RowOf<"member">, view: View, now: string): Judged {
  const { kind } = due;
  switch (kind) {
    case "nudge":
    case "nudge-again":
      return judgeNudge({ ...due, kind }, member, view, now);
    case "asked":
      return judgeAsked(due, member, view, now);
    case "assigned":
      return judgeAssigned(due, member, view, now);
    case "anomaly":
      return judgeAnomaly(due, member, view, now);
    case "metric-check":
    case "miss":
      return judgeCheck({ ...due, kind }, member, view, now);
    case "digest":
      return judgeDigest(due, member, view, now);
    case "focus":
      return judgeFocus(due, member, view, now);
    default:
      return judgeRitual({ ...due, kind }, member, view, now);
  }
}
