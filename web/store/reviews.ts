import type { Beat } from "../../shared/metrics/completeness.ts";
import type { BeatRows, BeatState } from "../../shared/reviews/beat-state.ts";
import { beatsOn } from "../../shared/reviews/beats.ts";
import { leadersOf } from "../../shared/reviews/leaders.ts";
import type { ReviewRows } from "../../shared/reviews/rows.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import type { RowSource } from "./as-of.ts";
import { useLive, useToday } from "./live.ts";
import { useMemberId } from "./me.ts";

/** What the beats are read from, and whose they are. */
export interface Rhythm {
  beats: BeatState[];
  leaders: (about: { beat: Beat; squadId?: string | undefined }) => string[];
  members: RowOf<"member">[];
  squads: RowOf<"squad">[];
  reviews: RowOf<"review">[];
}

/** Where the five beats stand today. Undefined until read, null in a workspace that is not founded. */
export function useRhythm(): Rhythm | null | undefined {
  const today = useToday();
  return useLive(
    async (read) => {
      const rows = await beatRows(read);
      if (rows === null) return null;
      const { members, squads, reviews } = rows;
      const beats = beatsOn(today, rows);
      const at = new Date().toISOString();
      return { beats, members, squads, reviews, leaders: (about) => leadersOf(about, rows, at) };
    },
    [today],
  );
}

/** The reviews this member is to lead and has not held: due, or their time ran out. */
export function useMyBeats(): BeatState[] | undefined {
  const memberId = useMemberId();
  const rhythm = useRhythm();
  if (!rhythm) return rhythm === null ? [] : undefined;
  return rhythm.beats.filter(
    (one) =>
      one.beat !== "daily" &&
      one.terms !== undefined &&
      (one.state === "due" || (one.state === "missed" && one.missedOn === one.terms.on)) &&
      rhythm.leaders(one).includes(memberId),
  );
}

/** The rows the beats stand on; `null` before the workspace's own row is here. */
export async function beatRows(read: RowSource) {
  const [[workspace], members, everySquad, cycles, northStars] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("squad"),
    read.list("cycle"),
    read.list("north-star"),
  ]);
  if (workspace === undefined) return null;
  const running = cycles.filter((one) => one.state === "running");
  const [objectives, keyResults, reviews] = await Promise.all([
    Promise.all(running.map((one) => read.inCycle("objective", one.id))),
    Promise.all(running.map((one) => read.inCycle("key-result", one.id))),
    Promise.all(cycles.map((one) => read.list("review", one.id))),
  ]);
  return {
    ...{ workspace, members, squads: everySquad, cycles, northStars, reviews: reviews.flat() },
    ...{ objectives: objectives.flat(), keyResults: keyResults.flat() },
  } satisfies BeatRows & { members: RowOf<"member">[] };
}

/**
 * Everything agendas and digests are worked out from, with the rows of one cycle beside those that run. With `everyCycle`
 * objectives and key results of all cycles this phone has are among them.
 */
export async function reviewRows(
  read: RowSource,
  cycleId?: string,
  everyCycle = false,
): Promise<ReviewRows | null> {
  const base = await beatRows(read);
  if (base === null) return null;
  const { cycles, squads, northStars } = base;
  const wanted = cycles.filter((one) => isTold(one) || one.id === cycleId);
  const told = everyCycle ? cycles : wanted;
  const [metrics, anomalies, events, objectives, keyResults, bets] = await Promise.all([
    read.list("metric"),
    read.list("anomaly"),
    read.list("event"),
    Promise.all(told.map((one) => read.inCycle("objective", one.id))),
    Promise.all(told.map((one) => read.inCycle("key-result", one.id))),
    Promise.all(squads.map((one) => read.list("bet", one.id))),
  ]);
  const all = keyResults.flat();
  const within = new Set(wanted.map((one) => one.id));
  const near = all.filter((one) => within.has(one.cycleId));
  // A cycle is looked back at against the metrics it had, retired since or not.
  const then = new Set([...northStars.map((one) => one.metricId), ...near.map((one) => one.moves?.metricId)]);
  const watched = metrics.filter((one) => one.state === "active" || then.has(one.id));
  const [checkIns, blockers, readings] = await Promise.all([
    Promise.all(near.map((one) => read.list("check-in", one.id))),
    Promise.all(near.map((one) => read.list("blocker", one.id))),
    Promise.all(watched.map((one) => read.list("reading", one.id))),
  ]);
  return {
    ...{ ...base, metrics, anomalies, events, bets: bets.flat() },
    ...{ objectives: objectives.flat(), keyResults: all },
    checkInsOn: lookup(near, checkIns),
    blockersOn: lookup(near, blockers),
    readingsOf: lookup(watched, readings),
  };
}

/** Whether a cycle's check-ins are among the rows of every review. */
export function isTold({ state }: Pick<RowOf<"cycle">, "state">): boolean {
  return state === "running" || state === "grading";
}

function lookup<T>(keys: readonly { id: string }[], lists: readonly T[][]): (id: string) => T[] {
  const found = new Map(keys.map((one, index) => [one.id, lists[index]!]));
  return (id) => found.get(id) ?? [];
}
