import { type DayBets, dayBets } from "../../shared/focus/day-bets.ts";
import { type Focus, focusOf } from "../../shared/focus/focus.ts";
import type { FocusRows } from "../../shared/focus/rows.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { type Reader, useLive, useToday } from "./live.ts";
import { useMemberId } from "./me.ts";

export interface SquadFocus {
  squad: RowOf<"squad">;
  focus: Focus;
  day: DayBets;
}

/** The focus of squads on a day, with what its screens need beside it. */
export interface FocusView {
  squads: SquadFocus[];
  /** Whether these are the member's own squads; else they are everybody's. */
  mine: boolean;
  rows: FocusRows;
  bets: RowOf<"bet">[];
  members: RowOf<"member">[];
  sky: { metrics: RowOf<"metric">[]; northStars: RowOf<"north-star">[] };
}

/** Today's focus of the member's squads, or of all squads for somebody in none; of one squad alone by its id. */
export function useFocus(squadId?: string): FocusView | null | undefined {
  const memberId = useMemberId();
  const on = useToday();
  return useLive((read) => readFocus(read, memberId, on, squadId), [memberId, on, squadId]);
}

async function readFocus(
  read: Reader,
  memberId: string,
  on: string,
  only?: string,
): Promise<FocusView | null> {
  const [[workspace], members, everySquad, everyCycle, metrics, northStars, anomalies] = await Promise.all([
    read.list("workspace"),
    read.list("member"),
    read.list("squad"),
    read.list("cycle"),
    read.list("metric"),
    read.list("north-star"),
    read.list("anomaly"),
  ]);
  if (workspace === undefined) return null;
  const active = everySquad
    .filter((one) => one.state === "active")
    .sort((a, b) => a.name.localeCompare(b.name));
  const own = active.filter((one) => one.members.some((member) => member.memberId === memberId));
  const squads =
    only === undefined ? (own.length > 0 ? own : active) : active.filter((one) => one.id === only);
  const cycles = everyCycle.filter((one) => one.state === "running");
  const ids = new Set(squads.map((one) => one.id));
  const objectives = (await Promise.all(cycles.map((one) => read.inCycle("objective", one.id))))
    .flat()
    .filter((one) => one.squadId !== undefined && ids.has(one.squadId));
  const keyResults = (await Promise.all(objectives.map((one) => read.list("key-result", one.id)))).flat();
  const [checkIns, blockers, choices, bets] = await Promise.all([
    Promise.all(keyResults.map((one) => read.list("check-in", one.id))),
    Promise.all(keyResults.map((one) => read.list("blocker", one.id))),
    Promise.all(squads.map((one) => read.list("focus", one.id))),
    Promise.all(squads.map((one) => read.list("bet", one.id))),
  ]);
  const rows: FocusRows = {
    ...{ workspace, cycles, objectives, keyResults, anomalies, choices: choices.flat() },
    checkInsOn: lookup(keyResults, checkIns),
    blockersOn: lookup(keyResults, blockers),
  };
  const served = await servedBy(read, bets.flat());
  const betRows = { bets: bets.flat(), members, find: (id: string) => served.get(id) };
  return {
    squads: squads.map((squad) => ({
      squad,
      focus: focusOf(squad.id, on, rows),
      day: dayBets(squad.id, on, betRows, memberId),
    })),
    mine: own.length > 0,
    ...{ rows, bets: bets.flat(), members, sky: { metrics, northStars } },
  };
}

function lookup<T>(keyResults: readonly { id: string }[], lists: readonly T[][]): (id: string) => T[] {
  const found = new Map(keyResults.map((one, index) => [one.id, lists[index]!]));
  return (id) => found.get(id) ?? [];
}

/** The key results that bets stand on, of whatever squad and cycle this phone holds. */
async function servedBy(
  read: Reader,
  bets: readonly RowOf<"bet">[],
): Promise<Map<string, RowOf<"key-result">>> {
  const ids = [...new Set(bets.flatMap((one) => one.keyResultId ?? []))];
  const found = await Promise.all(ids.map((id) => read.get("key-result", id)));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const])));
}
