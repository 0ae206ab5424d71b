import { act, adminTab, anyTab } from "./act.ts";
import type { Sim } from "./sim.ts";

const outcomes = ["won", "lost", "inconclusive"];
const tests = ["leading", "sticky", "measurable"];
const verdicts = ["yes", "partly", "no", null];

/** What people do when they plan and decide, several of them on the same things at once. */
export const planningActions: Record<string, (sim: Sim) => void> = {
  "say a part of a key result": (sim) => {
    const { clock, metricId } = sim;
    const parts = [
      { target: 100 + clock.below(50) },
      { baseline: clock.below(10) },
      { weight: 1 + clock.below(5) },
      { moves: { because: `because of ${clock.below(100)}` } },
      { moves: { metricId } },
      { payLinked: clock.pick([true, false, null]) },
      // Nobody has a metric of this id: the phone says so at once.
      { measures: sim.newId() },
    ];
    const keyResultId = clock.pick(sim.keyResults);
    act(sim, anyTab(sim), "key-result.revise", { keyResultId, ...clock.pick(parts) });
  },
  "place a bet": (sim) => {
    const { clock, squadId } = sim;
    const id = sim.newId();
    const ownerId = clock.pick(sim.users).memberId;
    const keyResultId = clock.chance(0.5) ? { keyResultId: clock.pick(sim.keyResults) } : {};
    act(sim, anyTab(sim), "bet.place", {
      id,
      title: `Bet ${sim.bets.length}`,
      squadId,
      ownerId,
      ...keyResultId,
    });
    sim.bets.push(id);
  },
  "work on a bet": (sim) => {
    const { clock } = sim;
    if (sim.bets.length === 0) return;
    const betId = clock.pick(sim.bets);
    const tab = anyTab(sim);
    const learning = `learnt ${clock.below(100)}`;
    const deed = clock.below(5);
    if (deed === 0) act(sim, tab, "bet.conclude", { betId, as: clock.pick(outcomes), learning });
    else if (deed === 1) act(sim, tab, "bet.reopen", { betId });
    else {
      const parts = [
        { state: clock.pick(["idea", "next", "doing", "dropped"]) },
        { movesStar: clock.pick([true, false, null]) },
        { todayOn: clock.pick(["2026-11-23", "2026-11-24", null]) },
        { keyResultId: clock.pick([...sim.keyResults, null]) },
      ];
      act(sim, tab, "bet.revise", { betId, ...clock.pick(parts) });
    }
  },
  "shortlist a candidate": (sim) => {
    const id = sim.newId();
    const tab = sim.clock.chance(0.8) ? adminTab(sim) : anyTab(sim);
    const name = `Candidate ${sim.candidates.length}`;
    act(sim, tab, "candidate.propose", { id, name, definition: "As counted.", metricId: sim.metricId });
    sim.candidates.push(id);
  },
  "judge a candidate": (sim) => {
    const { clock } = sim;
    if (sim.candidates.length === 0) return;
    const candidateId = clock.pick(sim.candidates);
    const tab = adminTab(sim);
    const deed = clock.below(7);
    if (deed === 0) act(sim, tab, "candidate.reject", { candidateId, reason: "It can be gamed." });
    else if (deed === 1) act(sim, tab, "candidate.reopen", { candidateId });
    else if (deed < 4) act(sim, tab, "candidate.revise", { candidateId, gaming: `G ${clock.below(9)}` });
    else {
      const said = {
        test: clock.pick(tests),
        verdict: clock.pick(verdicts),
        evidence: `E ${clock.below(9)}`,
      };
      act(sim, tab, "candidate.judge", { candidateId, ...said });
    }
  },
  recall: (sim) => {
    const choice = sim.clock.pick([sim.metricId, "example Streams"]);
    const cycleId = sim.clock.chance(0.9) ? sim.cycleId : sim.newId();
    act(sim, anyTab(sim), "recall.answer", { cycleId, choice });
  },
  "plan with inputs": (sim) => {
    const { clock, squadId, cycleId, metricId } = sim;
    const metricIds = clock.pick([[], [metricId]]);
    if (clock.chance(0.5)) act(sim, adminTab(sim), "cycle.allocate", { cycleId, squadId, metricIds });
    else
      act(
        sim,
        adminTab(sim),
        "workspace.set-workshop",
        clock.pick([{ premise: "P." }, { flywheel: null }, { flywheel: "F." }]),
      );
  },
  "record readings": (sim) => {
    const { clock, metricId } = sim;
    const on = () => `2026-11-1${clock.below(10)}`;
    if (clock.chance(0.5))
      act(sim, adminTab(sim), "reading.record", {
        metricId,
        on: on(),
        value: clock.below(9),
        source: "hand",
      });
    else {
      const readings = Array.from({ length: 1 + clock.below(3) }, () => ({
        on: on(),
        value: clock.below(9),
      }));
      act(sim, adminTab(sim), "reading.record-many", { metricId, source: "hand", readings });
    }
  },
};
