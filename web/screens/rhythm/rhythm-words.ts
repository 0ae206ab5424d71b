import type { Beat } from "../../../shared/metrics/completeness.ts";
import type { BeatState } from "../../../shared/reviews/beat-state.ts";
import { formatDay, formatDayAway, formatWeekday } from "../../ui/day.ts";
import { nameOf } from "../../ui/review-name.ts";
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
