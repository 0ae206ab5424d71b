import type { Bet } from "../../../shared/bets/bet.ts";
import type { Args } from "../../../shared/sync/catalog.ts";

type Answer = "yes" | "no" | "unsure";

/** A bet as it is typed. "" is nothing chosen. */
export interface BetForm {
  title: string;
  squadId: string;
  keyResultId: string;
  ownerId: string;
  state: "idea" | "next" | "doing";
  isToday: boolean;
  movesInput: Answer;
  movesStar: Answer;
  source: string;
  isHypothesis: boolean;
  change: string;
  metricId: string;
  amount: number | undefined;
  byOn: string;
  because: string;
}

export function blankBet(given: Partial<BetForm>): BetForm {
  return {
    ...{ title: "", squadId: "", keyResultId: "", ownerId: "", state: "idea", isToday: false },
    ...{ movesInput: "unsure", movesStar: "unsure", source: "", isHypothesis: false },
    ...{ change: "", metricId: "", amount: undefined, byOn: "", because: "" },
    ...given,
  };
}

export function betForm(bet: Bet, today: string): BetForm {
  const { hypothesis } = bet;
  return blankBet({
    title: bet.title,
    squadId: bet.squadId,
    keyResultId: bet.keyResultId ?? "",
    ownerId: bet.ownerId ?? "",
    state: bet.state === "next" || bet.state === "doing" ? bet.state : "idea",
    isToday: bet.todayOn !== undefined && bet.todayOn <= today,
    movesInput: answerOf(bet.movesInput),
    movesStar: answerOf(bet.movesStar),
    source: bet.source ?? "",
    isHypothesis: hypothesis !== undefined,
    ...hypothesis,
  });
}

export type BetMistakes = Partial<Record<keyof BetForm, string>>;

export function mistakesIn(form: BetForm): BetMistakes {
  const found: BetMistakes = {};
  if (form.title.trim() === "") found.title = "Say in a few words what is to be tried.";
  if (form.squadId === "") found.squadId = "Choose the squad whose work it is.";
  if (!form.isHypothesis) return found;
  if (form.change.trim() === "") found.change = "Say what will be different.";
  if (form.metricId === "") found.metricId = "Choose the input it is to move.";
  if (form.amount === undefined || form.amount === 0)
    found.amount = "Say by how much; a bet without a number cannot be lost.";
  if (form.byOn === "") found.byOn = "Choose the day by which it should show.";
  if (form.because.trim() === "") found.because = "Say why it should work.";
  return found;
}

export function placeArgs(form: BetForm, today: string): Omit<Args<"bet.place">, "id"> {
  const { title, squadId, state, ...rest } = said(form, today);
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return { title, squadId, state, ...given };
}

/** Only what differs from the row, so that what somebody else changes meanwhile stays; null clears. */
export function reviseArgs(form: BetForm, bet: Bet, today: string): Omit<Args<"bet.revise">, "betId"> {
  const after = said(form, bet.todayOn ?? today);
  const before = said(betForm(bet, today), bet.todayOn ?? today);
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(before[key as keyof typeof before]) !== JSON.stringify(value),
  );
  const changes: Omit<Args<"bet.revise">, "betId"> = Object.fromEntries(changed);
  return changes.todayOn == null ? changes : { ...changes, todayOn: today };
}

function said(form: BetForm, today: string) {
  const { change, metricId, amount, byOn, because } = form;
  return {
    title: form.title.trim(),
    squadId: form.squadId,
    state: form.state,
    keyResultId: form.keyResultId || null,
    ownerId: form.ownerId || null,
    todayOn: form.isToday ? today : null,
    movesInput: form.movesInput === "unsure" ? null : form.movesInput === "yes",
    movesStar: form.movesStar === "unsure" ? null : form.movesStar === "yes",
    source: form.source.trim() || null,
    hypothesis: form.isHypothesis
      ? { change: change.trim(), metricId, amount: amount ?? 0, byOn, because: because.trim() }
      : null,
  };
}

function answerOf(moves: boolean | undefined): Answer {
  if (moves === undefined) return "unsure";
  return moves ? "yes" : "no";
}
