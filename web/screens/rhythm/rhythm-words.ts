import type { Beat } from "../../../shared/metrics/completeness.ts";
import type { BeatState } from "../../../shared/reviews/beat-state.ts";
import type { Beat as Reviewed } from "../../../shared/reviews/review.ts";
import { formatDay, formatDayAway, formatWeekday } from "../../ui/day.ts";
import type { Mark } from "../../ui/StatusMark.tsx";

export const beatWords: Record<Beat, { title: string; what: string }> = {
  daily: { title: "Daily", what: "The squad’s focus" },
  weekly: { title: "Weekly", what: "The metric check of each squad" },
  monthly: { title: "Monthly", what: "The OKR review" },
  quarterly: { title: "Quarterly", what: "The look back at the cycle" },
  yearly: { title: "Yearly", what: "The re-validation of the North Star" },
};

export const beatMarks: Record<BeatState["state"], { mark: Mark; word: string }> = {
  held: { mark: "ok", word: "held" },
  due: { mark: "warn", word: "due" },
  missed: { mark: "off-pace", word: "missed" },
  waiting: { mark: "quiet", word: "not yet" },
  resting: { mark: "no-data", word: "nothing to look at" },
};

/** When it is or was: "due since yesterday", "held for 16 Nov, next on Wednesday". */
export function whenWords(one: BeatState, today: string): string {
  const day = (on: string) => formatDay(on, undefined, today);
  const near = (on: string) => {
    const away = formatDayAway(on, today);
    return away.startsWith("in ") ? `on ${formatWeekday(on)} ${day(on)}` : away;
  };
  const missed = one.missedOn === undefined ? "" : `${nameOf(one.missedOn, one.beat, today)} was missed`;
  switch (one.state) {
    case "held":
      return [
        one.lastOn && `held for ${nameOf(one.lastOn, one.beat, today)}`,
        one.nextOn && `next ${opens(one, near(one.nextOn), day)}`,
      ]
        .filter(Boolean)
        .join(", ");
    case "due":
      if (one.beat === "yearly" && one.terms !== undefined)
        return [`open since ${day(one.dueOn!)}, due ${day(one.terms.on)}`, missed].filter(Boolean).join("; ");
      return [
        one.dueOn === today
          ? "due today"
          : `due since ${formatDayAway(one.dueOn!, today) === "yesterday" ? "yesterday" : day(one.dueOn!)}`,
        missed,
      ]
        .filter(Boolean)
        .join("; ");
    case "missed":
      return [missed, one.dueOn && one.dueOn > today && `next ${near(one.dueOn)}`].filter(Boolean).join("; ");
    case "waiting":
      return [
        one.dueOn && opens(one, near(one.dueOn), day),
        one.lastOn && `last held for ${nameOf(one.lastOn, one.beat, today)}`,
      ]
        .filter(Boolean)
        .join(", ");
    case "resting":
      return one.lastOn === undefined ? "" : `last held for ${nameOf(one.lastOn, one.beat, today)}`;
  }
}

/** The North Star names the day it is due; its review opens before. */
function opens({ beat, terms }: BeatState, near: string, day: (on: string) => string): string {
  return beat === "yearly" && terms !== undefined ? `opens ${near}, due ${day(terms.on)}` : near;
}

/** What a review is named by: "the week of 16 Nov", "November", "30 Sept". */
export function nameOf(on: string, beat: Beat, today: string): string {
  if (beat === "weekly") return `the week of ${formatDay(on, undefined, today)}`;
  if (beat === "quarterly") return `the cycle to ${formatDay(on, undefined, today)}`;
  if (beat !== "monthly") return formatDay(on, undefined, today);
  const year = on.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC", ...year }).format(Date.parse(on));
}

export function addressOf({
  beat,
  squadId,
  on,
}: {
  beat: Reviewed;
  squadId?: string | undefined;
  on?: string;
}) {
  const path = `/rhythm/${beat}${squadId === undefined ? "" : `/${squadId}`}`;
  // The question of the year has a page of its own; a review of it that was held is read like any other.
  if (beat === "yearly" && on !== undefined) return `/rhythm/yearly/held?on=${on}`;
  return on === undefined ? path : `${path}?on=${on}`;
}
