import { isOpen } from "../bets/backlog.ts";
import type { Rounds } from "../check-ins/owed.ts";
import type { Kind } from "../sync/catalog.ts";
import { grouped } from "../sync/grouped.ts";
import type { RowOf } from "../sync/mutation.ts";
import type { LoadedRow } from "../sync/rows.ts";
import { localDate } from "../time/local-date.ts";

/** A workspace's rows arranged so that one member's part is found without walking through everybody's. */
export interface View {
  workspace: RowOf<"workspace">;
  members: Map<string, RowOf<"member">>;
  /** Of every phase. */
  cycles: RowOf<"cycle">[];
  /** Only those in use. */
  squads: RowOf<"squad">[];
  objectives: Map<string, RowOf<"objective">>;
  /** Of cycles that run or are being graded. */
  keyResults: Map<string, RowOf<"key-result">>;
  keyResultsOf: Map<string, RowOf<"key-result">[]>;
  /** Committed ones of a running cycle, by squad. */
  runningOf: Map<string, RowOf<"key-result">[]>;
  checkInsOn: Map<string, RowOf<"check-in">[]>;
  /** Whose delegate a member is, whether or not the time has run out. */
  standsInFor: Map<string, RowOf<"member">[]>;
  metrics: Map<string, RowOf<"metric">>;
  northStars: RowOf<"north-star">[];
  /** Open ones, by key result. */
  blockersOn: Map<string, RowOf<"blocker">[]>;
  anomalies: Map<string, RowOf<"anomaly">>;
  nudges: RowOf<"nudge">[];
  reviews: RowOf<"review">[];
  /** Open ones, by squad. */
  betsOf: Map<string, RowOf<"bet">[]>;
  choices: RowOf<"focus">[];
}

/** Undefined for a workspace that has not been founded to the end. */
export function viewOf(rows: readonly LoadedRow[]): View | undefined {
  const byKind = grouped(rows, (one) => one.kind);
  const all = <K extends Kind>(kind: K) => (byKind.get(kind) ?? []).map((row) => rowOf<K>(row));
  const workspace = all("workspace")[0];
  if (workspace === undefined) return undefined;
  const members = all("member");
  const cycles = all("cycle");
  const objectives = byId(all("objective"));
  const keyResults = all("key-result");
  const running = new Set(cycles.filter((one) => one.state === "running").map((one) => one.id));
  const squadOf = (one: RowOf<"key-result">) => objectives.get(one.objectiveId)?.squadId ?? "";
  return {
    workspace,
    members: byId(members),
    cycles,
    squads: all("squad").filter((one) => one.state === "active"),
    objectives,
    keyResults: byId(keyResults),
    keyResultsOf: grouped(keyResults, (one) => one.ownerId),
    runningOf: grouped(
      keyResults.filter((one) => one.state === "committed" && running.has(one.cycleId)),
      squadOf,
    ),
    checkInsOn: grouped(all("check-in"), (one) => one.keyResultId),
    standsInFor: grouped(
      members.filter((one) => one.delegate !== undefined),
      (one) => one.delegate!.memberId,
    ),
    metrics: byId(all("metric")),
    northStars: all("north-star"),
    blockersOn: grouped(
      all("blocker").filter((one) => one.resolvedAt === undefined),
      (one) => one.keyResultId,
    ),
    anomalies: byId(all("anomaly")),
    nudges: all("nudge"),
    reviews: all("review"),
    betsOf: grouped(all("bet").filter(isOpen), (one) => one.squadId),
    choices: all("focus"),
  };
}

/** What one member's owing is worked out from: theirs, and that of everybody they stand in for today. */
export function roundsOf(view: View, memberId: string, at: string): Rounds {
  const member = view.members.get(memberId);
  const away = (view.standsInFor.get(memberId) ?? []).filter(
    (one) => localDate(at, one.zone) <= one.delegate!.untilOn,
  );
  const members = [...(member ? [member] : []), ...away];
  const keyResults = members.flatMap((one) => view.keyResultsOf.get(one.id) ?? []);
  const checkIns = keyResults.flatMap((one) => view.checkInsOn.get(one.id) ?? []);
  return { at, rhythm: view.workspace.rhythm, members, cycles: view.cycles, keyResults, checkIns };
}

/** The squad a key result serves, if it serves one that is in use. */
export function squadOf(view: View, { objectiveId }: Pick<RowOf<"key-result">, "objectiveId">) {
  const squadId = view.objectives.get(objectiveId)?.squadId;
  return squadId === undefined ? undefined : view.squads.find((one) => one.id === squadId);
}

/** Whether a key result is committed in a cycle that runs. */
export function isRunning(view: View, { state, cycleId }: Pick<RowOf<"key-result">, "state" | "cycleId">) {
  return state === "committed" && view.cycles.some((one) => one.id === cycleId && one.state === "running");
}

/**
 * A stored row as rules see it: bodies were checked by their schema before they were stored. One that holds its id already
 * is taken as it is, since views of ten thousand people are made anew every few seconds.
 */
function rowOf<K extends Kind>(row: LoadedRow): RowOf<K> {
  if ("id" in row.body) return row.body as unknown as RowOf<K>;
  return { ...row.body, id: row.id, revision: row.revision } as unknown as RowOf<K>;
}

function byId<T extends { id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
