import { actions, workerActions } from "./actions.ts";
import type { Clock } from "./clock.ts";
import type { Sim, Swarm } from "./sim.ts";

/** Each seed enables some faults and some actions, and leaves others out, so that seeds differ in kind. */
export function swarmOf(clock: Clock, workers: boolean): Swarm {
  const some = (most: number) => (clock.chance(0.5) ? clock.random() * most : 0);
  const weightOf = (name: string) => {
    if (name === "check in") return 6;
    return clock.chance(0.6) ? clock.random() * 2 : 0;
  };
  return {
    network: {
      drop: some(0.2),
      loseReply: some(0.3),
      duplicate: some(0.2),
      truncate: some(0.1),
      html: some(0.1),
      status: some(0.2),
      slow: some(0.2),
    },
    storage: { abort: some(0.05), crashBefore: some(0.02), crashAfter: some(0.02) },
    commit: { failBefore: some(0.1), failAfter: some(0.1) },
    actions: new Map([
      ...Object.keys(actions).map((name) => [name, weightOf(name)] as const),
      ...Object.keys(workers ? workerActions : {}).map((name) => [name, 4] as const),
    ]),
    pageRows: clock.chance(0.5) ? 1 + clock.below(12) : undefined,
  };
}

/** The next thing to happen, by weight. */
export function nextAction({ clock, swarm }: Sim): string {
  const total = [...swarm.actions.values()].reduce((sum, weight) => sum + weight, 0);
  let at = clock.random() * total;
  for (const [name, weight] of swarm.actions) {
    at -= weight;
    if (at < 0) return name;
  }
  return "check in";
}
