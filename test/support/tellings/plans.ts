import { company, finishes, habit, keyResult, ours, percent, podcasts, q4, skips } from "../cast.ts";
import { idOf } from "../rules.ts";
import { bet, checkIn, hypothesis, milestones } from "./subjects.ts";
import type { Telling } from "./telling.ts";

/** Of cycles, objectives, key results, check-ins and bets. */
export const plans = {
  "cycle.open": {
    by: "ada",
    args: { id: idOf("q2"), name: "Q2 2027", startsOn: "2027-04-01", endsOn: "2027-06-30" },
  },
  "cycle.revise": {
    by: "ada",
    args: { cycleId: q4, name: "Autumn", startsOn: "2026-10-02", endsOn: "2026-12-30" },
  },
  "cycle.allocate": {
    by: "imani",
    args: { cycleId: q4, squadId: podcasts, metricIds: [habit] },
  },
  "cycle.commit": { by: "ada", args: { cycleId: idOf("q1") } },
  "cycle.grade": { by: "ada", args: { cycleId: q4 } },
  "cycle.close": { by: "ada", args: { cycleId: idOf("q3") } },
  "objective.draft": {
    by: "imani",
    args: {
      ...{ id: idOf("o"), cycleId: q4, squadId: podcasts, parentId: company, title: "O", why: "W." },
      exempt: { reason: "R." },
    },
  },
  "objective.revise": {
    by: "imani",
    args: {
      ...{ objectiveId: ours, title: "O", why: "W.", parentId: company, squadId: podcasts },
      exempt: { reason: "R." },
    },
  },
  "objective.commit": { by: "imani", args: { objectiveId: idOf("drafted") } },
  "objective.drop": { by: "imani", args: { objectiveId: ours } },
  "key-result.draft": {
    by: "ben",
    args: {
      ...{ ...keyResult, id: idOf("k"), measures: habit, commitment: "aspirational", weight: 2 },
      ...{ alsoServes: [company], payLinked: true, counterweights: [skips] },
    },
  },
  "key-result.revise": {
    by: "ben",
    args: {
      ...{
        keyResultId: idOf("open"),
        title: "T",
        direction: "milestones",
        baseline: 1,
        target: 2,
        milestones,
      },
      ...{ unit: percent, measures: habit, moves: { metricId: habit, because: "b" } },
      ...{ commitment: "aspirational", weight: 2, alsoServes: [company] },
      ...{ payLinked: true, counterweights: [skips] },
    },
  },
  "key-result.commit": { by: "imani", args: { keyResultId: idOf("open") } },
  "key-result.reassign": { by: "ben", args: { keyResultId: finishes, ownerId: idOf("sam") } },
  "key-result.drop": { by: "imani", args: { keyResultId: finishes } },
  "key-result.grade": {
    by: "ben",
    args: { keyResultId: idOf("q3 key result"), adjusted: 0.5, reason: "Half." },
  },
  "check-in.record": { by: "ben", args: { ...checkIn, blocked: "Waiting." } },
  "check-in.amend": {
    by: "ben",
    args: { id: idOf("a"), checkInId: idOf("said"), value: 0.3, confidence: 5, note: "N.", about: ["help"] },
  },
  "check-in.retract": { by: "ben", args: { id: idOf("a"), checkInId: idOf("said") } },
  "blocker.raise": {
    by: "sam",
    args: { id: idOf("b"), keyResultId: finishes, text: "Stuck.", ownerId: idOf("ben") },
  },
  "blocker.resolve": { by: "olu", args: { blockerId: idOf("stuck"), resolution: "Solved." } },
  "bet.place": {
    by: "sam",
    args: {
      ...{ ...bet, id: idOf("bet"), ownerId: idOf("ben"), hypothesis, movesInput: true, movesStar: true },
      ...{ todayOn: "2026-10-05", state: "doing", source: "A link." },
    },
  },
  "bet.revise": {
    by: "ben",
    args: {
      ...{
        betId: idOf("placed"),
        title: "T",
        squadId: podcasts,
        keyResultId: finishes,
        ownerId: idOf("sam"),
      },
      ...{
        hypothesis,
        movesInput: true,
        movesStar: false,
        todayOn: "2026-10-06",
        state: "next",
        source: "S.",
      },
    },
  },
  "bet.conclude": {
    by: "imani",
    args: { betId: idOf("placed"), as: "won", learning: "They stay.", next: "double-down" },
  },
  "bet.reopen": { by: "sam", args: { betId: idOf("tried") } },
} satisfies Record<string, Telling>;
