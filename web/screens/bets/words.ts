import { type BetGroup, type conclusions, isPlainlyDone } from "../../../shared/bets/backlog.ts";
import type { Bet, Hypothesis } from "../../../shared/bets/bet.ts";
import type { Metric } from "../../../shared/metrics/metric.ts";
import { formatDay } from "../../ui/day.ts";
import type { Mark } from "../../ui/StatusMark.tsx";
import { formatDelta, unitWord } from "../../ui/value.ts";

export const groupWords: Record<BetGroup, string> = {
  today: "Today",
  doing: "In the works",
  next: "Next",
  idea: "Ideas",
  unjustified: "No key result justifies these",
  "cannot-move": "Cannot move the North Star",
};

/** Plain work is done; only what made a promise is won or lost. */
export function stateWord(bet: Pick<Bet, "state" | "hypothesis" | "learning">): string {
  return isPlainlyDone(bet) ? "done" : stateWords[bet.state];
}

const stateWords: Record<Bet["state"], string> = {
  idea: "an idea",
  next: "next",
  doing: "in the works",
  won: "won",
  lost: "lost",
  inconclusive: "inconclusive",
  dropped: "dropped",
};

export const outcomeMarks: Record<"won" | "lost" | "inconclusive" | "dropped", Mark> = {
  won: "on-pace",
  lost: "off-pace",
  inconclusive: "no-data",
  dropped: "quiet",
};

/** "3 won, 2 lost, 1 inconclusive; we doubled down on 2 and cut 1." Nothing while none is concluded. */
export function conclusionWords({
  won,
  lost,
  inconclusive,
  doubledDown,
  cut,
}: ReturnType<typeof conclusions>): string {
  const ends = [
    won > 0 && `${won} won`,
    lost > 0 && `${lost} lost`,
    inconclusive > 0 && `${inconclusive} inconclusive`,
  ];
  const said = ends.filter(Boolean).join(", ");
  if (said === "") return "";
  const follows = [doubledDown > 0 && `doubled down on ${doubledDown}`, cut > 0 && `cut ${cut}`].filter(
    Boolean,
  );
  return follows.length === 0 ? `${said}.` : `${said}; we ${follows.join(" and ")}.`;
}

/** "We believe … will move Weekly podcast habit by +0.8 points by 31 Dec, because …" */
export function hypothesisSentence(
  { change, amount, byOn, because }: Hypothesis,
  metric: Pick<Metric, "name" | "unit"> | undefined,
  today: string,
): string {
  const what = metric?.name ?? "a metric that is gone";
  const by = metric === undefined ? String(amount) : amountWords(amount, metric.unit);
  const reason = because.replace(/^because\s+/i, "").replace(/[.\s]+$/, "");
  return `We believe ${lowerFirst(change)} will move ${what} by ${by} by ${formatDay(byOn, undefined, today)}, because ${reason}.`;
}

function amountWords(amount: number, unit: Metric["unit"]): string {
  const delta = formatDelta(amount, unit);
  const word = unit.scale === "ratio" ? "" : unitWord(unit);
  return word === "" ? delta : `${delta} ${word}`;
}

/** "Intros" becomes "intros"; "API" and "iOS" stay as they are. */
function lowerFirst(words: string): string {
  const bare = words.trim().replace(/[.\s]+$/, "");
  return /^\p{Lu}[\p{Ll}\s]/u.test(bare) ? bare[0]!.toLowerCase() + bare.slice(1) : bare;
}
